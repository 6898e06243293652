"""An offer from Heerde, as beside the ground, and a browser without a screen, logged in as one of the cast."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from doorzicht.ground.access.api import Actor
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.ground.verstrekking.api import Ontvanger
from doorzicht.ground.verstrekking.tests import conftest as ground

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
now, noor, bram, bron, aanbod, offered = (
    ground.now, ground.noor, ground.bram, ground.bron, ground.aanbod, ground.offered,
)  # fmt: skip


@pytest.fixture
def joris(actor: Callable[[str], Actor]) -> Actor:
    return actor("joris.bedacht")


@pytest.fixture
def to_police() -> dict[str, Any]:
    """Given to the police, outside an overleg."""
    return {"aan": Ontvanger("politie-on", "partner"), "kader": "politie"}


@pytest.fixture
def browser(db: None) -> Callable[[str], Client]:
    """`browser("joris.bedacht")`: errors become pages, as for real."""

    def open_browser(gebruikersnaam: str) -> Client:
        client = Client(raise_request_exception=False)
        client.force_login(Medewerker.objects.get(gebruikersnaam=gebruikersnaam), backend=BACKEND)
        return client

    return open_browser
