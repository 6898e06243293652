"""A dossier of Heerde to hang files in, and somebody who may."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from tests.support.bestanden import photo

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.bestanden.api import Aangeboden, Bestand, Ontvangst, examine_all, keep_all
from doorzicht.ground.vault import api as vault

RECHT = "melding.bewerken"


def store_all(aangeboden: list[Aangeboden], sleutel: vault.DossierSleutel, **kwargs: Any) -> Ontvangst:
    """What a page does with the files of its form."""
    return keep_all(examine_all(aangeboden), sleutel, **kwargs)


@pytest.fixture
def map_van_bestanden(settings, tmp_path) -> Path:
    """A folder of this test alone."""
    settings.DOORZICHT_BESTANDEN = tmp_path / "bestanden"
    return settings.DOORZICHT_BESTANDEN


@pytest.fixture
def noor(actor, map_van_bestanden) -> Actor:
    return actor("noor.voorbeeld")


@pytest.fixture
def nu() -> datetime:
    return timezone.now()


@pytest.fixture
def sleutel(noor: Actor) -> Iterator[vault.DossierSleutel]:
    """A dossier of Heerde, inside Noor's context."""
    with context(noor):
        yield vault.create_dossier(
            soort="melding", organisatie_id="0246", compartiment="algemeen", bewaarregel="melding-niets"
        )


@pytest.fixture
def bewaar(sleutel, noor, nu) -> Callable[..., Bestand]:
    """`bewaar()`: Noor stores a photo (or other bytes) in the dossier."""

    def run(inhoud: bytes | None = None, naam: str = "foto.jpg") -> Bestand:
        answer = store_all([Aangeboden(naam, inhoud or photo())], sleutel, recht=RECHT, by=noor, at=nu)
        assert answer.geweigerd == ()
        return answer.bewaard[0]

    return run
