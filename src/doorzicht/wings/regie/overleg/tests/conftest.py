"""A meeting of Heerde: what was released for it, who is invited. Every test of the room starts from here."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.ground.vault import api as vault
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.ground.verstrekking.api import Aanbod, Ontvanger, Veld
from doorzicht.wings.regie.overleg import actions
from doorzicht.wings.regie.overleg.invoer import Moment
from doorzicht.wings.regie.overleg.models import Agendapunt, Overleg

VELDEN = (
    Veld("locatie", "Locatie", "Voorbeeldlaan 12, loods", "zonder adres geen controle"),
    Veld("ARB10", "Waarneming ARB10", "slapen op het werk", "reden voor toezicht"),
)


@pytest.fixture
def now() -> datetime:
    """A minute ago: the wall compares with the start of the transaction, which is the start of the test."""
    return timezone.now() - timedelta(minutes=1)


@pytest.fixture
def noor(actor) -> Actor:
    return actor("noor.voorbeeld")


@pytest.fixture
def bram(actor) -> Actor:
    return actor("bram.testman")


@pytest.fixture
def sietse(actor) -> Actor:
    return actor("sietse.denkbeeldig")


@pytest.fixture
def joris(actor) -> Actor:
    """Police: a guest with the compartment wpg."""
    return actor("joris.bedacht")


@pytest.fixture
def mila(actor) -> Actor:
    """Omgevingsdienst: a guest without it."""
    return actor("mila.fictief")


@pytest.fixture
def hugo(actor) -> Actor:
    """A toezichthouder of Heerde itself: a guest from the same organisation."""
    return actor("hugo.handhaaf")


@pytest.fixture
def offered(noor: Actor, now: datetime) -> Callable[..., UUID]:
    """`offered("Slapen boven een loods")`: a verstrekking for the overleg, checked by Sietse; its number."""

    def make(label: str = "Slapen boven een loods", **anders: Any) -> UUID:
        with context(Actor.systeem("0246")):
            bron = vault.create_dossier(
                soort="melding", organisatie_id="0246", compartiment="algemeen", bewaarregel="melding-open"
            )
        fields: dict[str, Any] = {
            "bron_dossier_id": bron.dossier_id,
            "organisatie_id": "0246",
            "van_wing": "signaleren",
            "aan": Ontvanger("0246", "regie"),
            "kader": "overleg",
            "grondslag": "avg-6-1-e",
            "taak": "goed-verhuurderschap",
            "doel": "besluiten over een controle",
            "noodzaak": "zonder adres geen controle",
            "label": label,
            "velden": VELDEN,
            "niet_vrijgegeven": ("wie meldde", "telefoonnummers"),
            "slachtoffer": True,
            "minderjarig": "onbekend",
            "vervalt_op": now + timedelta(days=30),
            "privacycheck_door": Medewerker.objects.get(gebruikersnaam="sietse.denkbeeldig").id,
        }
        with context(noor):
            return verstrekking.offer(Aanbod(**{**fields, **anders}), by=noor, at=now).id

    return make


@pytest.fixture
def planned(bram: Actor, now: datetime) -> Callable[..., Overleg]:
    """`planned()`: a meeting that begins now and takes two hours, not opened yet."""

    def make(begin: datetime | None = None) -> Overleg:
        start = begin or now
        moment = Moment(begin=start, eind=start + timedelta(hours=2), plaats="Kamer De Verzonnen Den")
        with context(bram):
            return actions.plan_overleg(moment, by=bram, at=now)

    return make


@pytest.fixture
def meeting(planned, offered, bram, now) -> Callable[..., tuple[Overleg, list[Agendapunt]]]:
    """`meeting("Loods", "Bijgebouw", gasten={0: [mila]})`: an opened meeting with its items and guests per item."""

    def make(
        *labels: str, gasten: dict[int, Iterable[Actor]] | None = None, geopend: bool = True
    ) -> tuple[Overleg, list[Agendapunt]]:
        overleg = planned()
        with context(bram):
            punten = [
                actions.put_on_agenda(offered(label), overleg.id, by=bram, at=now)
                for label in labels or ("Slapen boven een loods",)
            ]
            for index, guests in (gasten or {}).items():
                for guest in guests:
                    actions.invite(overleg.id, guest.medewerker_id, [punten[index].id], by=bram, at=now)
            if geopend:
                actions.open_overleg(overleg.id, by=bram, at=now)
        return overleg, punten

    return make


@pytest.fixture
def client_of(db: None) -> Callable[[str], Client]:
    """`client_of("mila.fictief")`: a browser in which that member of the cast is logged in."""

    def login(gebruikersnaam: str) -> Client:
        client = Client()
        account = Medewerker.objects.get(gebruikersnaam=gebruikersnaam)
        client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
        return client

    return login


@pytest.fixture
def item_url() -> Callable[[Overleg, Agendapunt, str], str]:
    """The address of an item, or of a step on it."""
    return lambda overleg, punt, step="": f"/regie/overleg/{overleg.id}/punt/{punt.id}/{step}"
