"""A melding's dossier of Heerde and an offer from it: what every test here starts with."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.ground.vault import api as vault
from doorzicht.ground.verstrekking.api import Aanbod, Ontvanger, Veld
from doorzicht.ground.verstrekking.models import Verstrekking


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
def bron(noor: Actor) -> Callable[..., vault.DossierSleutel]:
    """`bron(compartiment="wpg")`: a source dossier of Heerde."""

    def make(compartiment: str = "algemeen", organisatie_id: str = "0246") -> vault.DossierSleutel:
        with context(Actor.systeem(organisatie_id)):
            return vault.create_dossier(
                soort="melding",
                organisatie_id=organisatie_id,
                compartiment=compartiment,
                bewaarregel="melding",
            )

    return make


@pytest.fixture
def aanbod(bron, now: datetime) -> Aanbod:
    """Two fields from a melding for the overleg of Heerde, checked by Sietse."""
    return Aanbod(
        bron_dossier_id=bron().dossier_id,
        organisatie_id="0246",
        van_wing="signaleren",
        aan=Ontvanger("0246", "regie"),
        kader="overleg",
        grondslag="avg-6-1-e",
        taak="goed-verhuurderschap",
        doel="besluiten over een controle",
        noodzaak="zonder adres geen controle",
        label="Slapen boven een loods",
        velden=(
            Veld("locatie", "Locatie", "Voorbeeldlaan 12", "zonder adres geen controle"),
            Veld("ARB10", "Waarneming ARB10", "slapen op het werk", "reden voor toezicht"),
        ),
        niet_vrijgegeven=("wie meldde", "telefoonnummers"),
        slachtoffer=True,
        minderjarig="onbekend",
        vervalt_op=now + timedelta(days=30),
        privacycheck_door=Medewerker.objects.get(gebruikersnaam="sietse.denkbeeldig").id,
    )


@pytest.fixture
def offered(aanbod: Aanbod, noor: Actor, now: datetime) -> Callable[..., Verstrekking]:
    """`offered(aan=..., kader=...)`: an offer that Noor made."""
    from doorzicht.ground.verstrekking import api

    def make(**anders: object) -> Verstrekking:
        with context(noor):
            return api.offer(replace(aanbod, **anders), by=noor, at=now)

    return make
