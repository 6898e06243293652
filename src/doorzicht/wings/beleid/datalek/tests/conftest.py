"""A breach that was reported, the people who handle it, and a browser for each of them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone

from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.wings.beleid.datalek import actions
from doorzicht.wings.beleid.datalek.invoer import Besluit, Feiten, Melding

FG, PRIVACY, BALIE = "faye.toezicht", "sietse.denkbeeldig", "bas.balie"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
FEITEN = Feiten(
    aard=("vertrouwelijkheid",),
    feiten="Een mail met een lijst ging naar een verkeerd adres.",
    betreft_wie="Ongeveer 12 inwoners.",
    betreft_wat="Naam en adres, 12 regels.",
    gevolgen="Iemand kan weten wie hulp kreeg.",
    maatregelen="De ontvanger heeft de mail gewist en dat bevestigd.",
)


def melding(**changes: object) -> Melding:
    """What Bas tells, an hour after he noticed."""
    fields = {
        "inzending": uuid4(),
        "omschrijving": "Mail met een lijst ging naar een verkeerd adres.",
        "ontdekt_op": timezone.now() - timedelta(hours=1),
        "gaande": "nee",
    }
    return Melding(**(fields | changes))  # type: ignore[arg-type]


def besluit(**changes: object) -> Besluit:
    """Everybody must know."""
    fields = {
        "ap": True,
        "ap_reden": "Er is een risico.",
        "betrokkenen": True,
        "betrokkenen_reden": "Het risico voor hen is hoog.",
    }
    return Besluit(**(fields | changes))  # type: ignore[arg-type]


NIEMAND = {"ap": False, "betrokkenen": False, "uitzondering": "geen_hoog_risico"}


@pytest.fixture
def now() -> datetime:
    return timezone.now()


@pytest.fixture
def reported(acting_as, now) -> Callable[..., UUID]:
    """`reported()`: Bas of the front desk reported a breach."""

    def make(*, who: str = BALIE, at: datetime | None = None, **changes: object) -> UUID:
        with acting_as(who) as by:
            return actions.report(melding(**changes), by=by, at=at or now).id

    return make


@pytest.fixture
def client_of(db) -> Callable[[str], Client]:
    """`client_of("faye.toezicht")`: a browser in which she is logged in."""

    def log_in(who: str) -> Client:
        client = Client()
        client.force_login(Medewerker.objects.get(gebruikersnaam=who), backend=BACKEND)
        return client

    return log_in
