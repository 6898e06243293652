"""A melding on the table, the people who may weigh it, and a browser without a screen for each of them."""

import os
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.wings.signaleren.melding import actions as melding_actions
from doorzicht.wings.signaleren.melding.invoer import (
    GegevenInvoer,
    MelderInvoer,
    MeldingInvoer,
    PersoonInvoer,
    Plaats,
    WaarnemingInvoer,
)
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.melding.ontvangen import receive
from doorzicht.wings.signaleren.weging.invoer import WegingInvoer
from doorzicht.wings.signaleren.weging.workflow import Poorten

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
POORTEN = Poorten("openbare-orde", "ja", True, "plaats en dag genoemd", True, "laatst gezien gisteren")


def persoon(*codes: str, leeftijd: str = "meerderjarig", naam: str = "Persoon 1", **changes) -> PersoonInvoer:
    """Somebody presumed a victim, of whom these things were seen."""
    seen = tuple(WaarnemingInvoer(code, bron="buurman") for code in codes)
    fields = {"rollen": ("slachtoffer",), "leeftijd": leeftijd, "waarnemingen": seen} | changes
    return PersoonInvoer(naam, **fields)


def besluit(uitkomst: str, **changes) -> WegingInvoer:
    """A complete decision for an outcome."""
    fields = {
        "poorten": POORTEN,
        "uitkomst": uitkomst,
        "reden": "W1 en W2 steunen elkaar.",
        "overdracht_aan": "Leerplicht, Lies Leermans",
        "overdracht_op": timezone.localdate(),
        "overdracht_hoe": "gebeld; alleen plaats en dag",
        "bronnen": ("gezien-telefoon", "bag"),
        "vraag": "Is dit nummer eerder gemeld? Nodig om te weten of het vaker voorkomt.",
    }
    return WegingInvoer(**(fields | changes))


@pytest.fixture
def now() -> datetime:
    return timezone.now()


@pytest.fixture
def cast(actor) -> Callable[[str], Actor]:
    """`cast("noor")`: a member of the cast by first name."""
    names = {
        "noor": "noor.voorbeeld",
        "bram": "bram.testman",
        "sietse": "sietse.denkbeeldig",
        "pleun": "pleun.plaatsvervang",
        "merel": "merel.meldpost",
        "fenna": "fenna.verzonnen",
        "otto": "otto.elders",
        "jet": "jet.rechtlijn",
    }
    return lambda first: actor(names[first])


@pytest.fixture
def melding(cast, now) -> Callable[..., UUID]:
    """`melding(persoon("ARB02"), leeftijd="meerderjarig")`: received by Fenna and opened by Noor."""

    def make(*personen: PersoonInvoer, gebeld: bool = True, **changes) -> UUID:
        fields = {
            "kanaal": "medewerker",
            "inzending": os.urandom(32),
            "label": "Slapen boven een loods",
            "verhaal": "Zes bedden op een rij achter de loods.",
            "leeftijd": "meerderjarig",
            "vormen": ("arbeid",),
            "plaats": Plaats("Verzonnenweg", "12", postcode="8181 ZZ", plaats="Heerde"),
            "personen": personen or (persoon("ARB02", "ARB04"),),
            "waarnemingen": (WaarnemingInvoer("LOC02", "locatie"),),
            "gegevens": (GegevenInvoer("telefoon", "+31612345678"),),
            "melder": MelderInvoer("Mieke Melderson", "0611111111", "bel na zes uur"),
        }
        with context(cast("fenna")) as fenna:
            done = receive(MeldingInvoer(**(fields | changes)), by=fenna, at=now)
        with context(cast("noor")) as noor:
            opened = melding_actions.open_melding(done.melding_id, by=noor, at=now)
            if gebeld and melding_actions.needs_care_first(opened):
                call(opened.id, by=noor, at=now)
        return done.melding_id

    return make


def call(melding_id: UUID, *, by: Actor, at: datetime, soort: str = "veilig_thuis") -> None:
    """Record that somebody called."""
    melding_actions.record_call(
        melding_id, soort=soort, wie="dienstdoende medewerker", uitkomst="zij kijken mee", op=at, by=by
    )


def status(melding_id: UUID) -> str:
    """The state of a melding, as the open context sees it."""
    return Melding.objects.get(pk=melding_id).status


@pytest.fixture
def client_of(cast) -> Callable[[str], Client]:
    """`client_of("noor")`: a browser in which Noor is logged in."""

    def log_in(first: str) -> Client:
        client = Client()
        client.force_login(Medewerker.objects.get(pk=cast(first).medewerker_id), backend=BACKEND)
        return client

    return log_in
