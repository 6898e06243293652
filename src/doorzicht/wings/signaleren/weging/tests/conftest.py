"""A melding on the table, the people who may weigh it, and a browser without a screen for each of them."""

import os
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
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
from doorzicht.wings.signaleren.weging import actions, checks, voordragen
from doorzicht.wings.signaleren.weging.invoer import (
    Checkbesluit,
    GekozenVeld,
    VoordrachtInvoer,
    WegingInvoer,
)
from doorzicht.wings.signaleren.weging.models import Privacycheck
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
            young = any(p.leeftijd != "meerderjarig" for p in personen)
            if gebeld and (young or melding_actions.needs_care_first(opened)):
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


def voordracht(*codes: str, **changes) -> VoordrachtInvoer:
    """A complete proposal of these fields."""
    fields = {
        "label": "Slapen boven een loods",
        "grondslag": "avg-6-1-e",
        "doel": "Afspreken wie wat doet.",
        "noodzaak": "Zonder plaats weet niemand waar.",
        "vervalt_op": timezone.now() + timedelta(days=30),
        "velden": tuple(GekozenVeld(code, "Nodig om af te spreken.") for code in codes or ("plaats",)),
    }
    return VoordrachtInvoer(**(fields | changes))


@pytest.fixture
def in_analysis(melding, cast, now) -> Callable[..., UUID]:
    """`in_analysis()`: a melding of which privacycheck 1 released the phone number."""

    def make(*personen: PersoonInvoer, vrijgegeven: Sequence[str] = ("gezien-telefoon",), **changes) -> UUID:
        melding_id = melding(*personen, **changes)
        with context(cast("noor")) as noor:
            actions.record(melding_id, besluit("vervolganalyse"), by=noor, at=now)
            check_id = Privacycheck.objects.get(dossier_id=melding_id).id
        with context(cast("sietse")) as sietse:
            agreed = Checkbesluit("akkoord", "Passend bij de taak.")
            checks.decide_sources(check_id, agreed, vrijgegeven=vrijgegeven, by=sietse, at=now)
        return melding_id

    return make


@pytest.fixture
def proposed(in_analysis, cast, now) -> Callable[..., tuple[UUID, UUID]]:
    """`proposed("plaats")`: a melding with a proposal for the overleg; its id and that of the check."""

    def make(*codes: str, personen: Sequence[PersoonInvoer] = (), **changes) -> tuple[UUID, UUID]:
        melding_id = in_analysis(*personen)
        with context(cast("noor")) as noor:
            checks.ask_seen_before(melding_id, by=noor, at=now)
            with_ground = {"andere_grond": "Acute zorg van school."} | changes
            check = voordragen.propose(melding_id, voordracht(*codes, **with_ground), by=noor, at=now)
            return melding_id, check.id

    return make
