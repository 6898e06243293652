"""A browser without a screen, logged in as one of the cast, on addresses made to go wrong."""

from collections.abc import Callable

import pytest
from django.test import Client

from doorzicht.ground.organisaties.models import Medewerker, Organisatie

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def proef(settings, transactional_db) -> None:
    """The addresses of `proefadressen`, on a database that commits."""
    settings.ROOT_URLCONF = "doorzicht.doors.web.tests.proefadressen"


@pytest.fixture
def browser(proef: None) -> Callable[..., Client]:
    """`browser("noor.voorbeeld")`: logged in; `browser()`: nobody. Errors become pages, as for real."""

    def open_browser(gebruikersnaam: str = "") -> Client:
        client = Client(raise_request_exception=False)
        if gebruikersnaam:
            client.force_login(Medewerker.objects.get(gebruikersnaam=gebruikersnaam), backend=BACKEND)
        return client

    return open_browser


@pytest.fixture
def kept() -> Callable[[], bool]:
    """Whether the change of the request was kept."""
    return lambda: Organisatie.objects.get(code="0246").huisstijl == "veranderd"
