"""A dossier of Heerde that is due, and a list that waits for two people."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.utils import timezone

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.access.models import Uitsluiting
from doorzicht.ground.bewaren import actions
from doorzicht.ground.bewaren.models import Vernietigingslijst
from doorzicht.ground.vault import api as vault

TODAY = date(2026, 11, 24)


@pytest.fixture
def house(db: None) -> Actor:
    return Actor.systeem("0246")


@pytest.fixture
def now() -> datetime:
    return timezone.now()


@pytest.fixture
def dossier(house: Actor) -> Callable[..., vault.DossierSleutel]:
    """`dossier(op=...)`: a dossier of Heerde with one row in it, to be destroyed on a day."""

    def make(
        op: date | None = TODAY, bewaarregel: str = "melding-niets", compartiment: str = "algemeen"
    ) -> vault.DossierSleutel:
        with context(house):
            sleutel = vault.create_dossier(
                soort="melding",
                organisatie_id="0246",
                compartiment=compartiment,
                bewaarregel=bewaarregel,
            )
            row = Uitsluiting(**sleutel.row(), medewerker_id=sleutel.dossier_id, door=sleutel.dossier_id)
            row.op = timezone.now()
            sleutel.encrypt(row, "reden", "een zin die weg moet")
            row.save(force_insert=True)
            if op:
                vault.plan_destruction(sleutel.dossier_id, op=op, bewaarregel=bewaarregel)
        return sleutel

    return make


@pytest.fixture
def prepare(house: Actor) -> Callable[[], list[Vernietigingslijst]]:
    """What the job does at night: lists of what is due today."""

    def run(on: date = TODAY) -> list[Vernietigingslijst]:
        with context(house):
            return actions.prepare(on=on, by=house)

    return run


@pytest.fixture
def confirmed(prepare, actor, now) -> Callable[[], Vernietigingslijst]:
    """A list of today that Sietse and Bram confirmed."""

    def run() -> Vernietigingslijst:
        (lijst,) = prepare()
        for wie in ("sietse.denkbeeldig", "bram.testman"):
            with context(actor(wie)) as by:
                actions.confirm(lijst.id, by=by, at=now)
        return lijst

    return run
