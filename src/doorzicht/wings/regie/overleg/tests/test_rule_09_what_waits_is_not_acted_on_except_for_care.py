"""While the police ask to wait, nothing that goes to others is decided, agreed or released; care never waits."""

from datetime import timedelta

import pytest

from doorzicht.ground.access.api import context
from doorzicht.ground.lib.datums import local_day
from doorzicht.wings.regie.overleg import actions
from doorzicht.wings.regie.overleg.actions.wacht import set_wacht
from doorzicht.wings.regie.overleg.invoer import ActieInvoer, BesluitInvoer
from doorzicht.wings.regie.overleg.models import Besluit
from doorzicht.wings.regie.overleg.vooruitblik import Vooruitblik
from doorzicht.wings.regie.overleg.wacht import PolitieVraagtTeWachten


@pytest.fixture
def punt(meeting, joris, bram, now):
    """An opened item of which the police asked to wait for a day."""
    overleg, (punt,) = meeting("Loods", gasten={0: [joris]}, geopend=False)
    with context(joris):
        row = Vooruitblik.objects.get()
        set_wacht(row.id, tot=local_day(now) + timedelta(days=1), by=joris, at=now)
    with context(bram):
        actions.open_overleg(overleg.id, by=bram, at=now)
    return punt


def _decision(soort: str) -> BesluitInvoer:
    return BesluitInvoer(soort=soort, motivering="Zo besloten.", zorgcheck="geregeld", zorg="Moviera belt.")


@pytest.mark.parametrize("soort", ["controle", "casus", "riec", "maatregel"])
def test_nothing_that_goes_to_others_is_decided(punt, bram, now, soort):
    with context(bram):
        with pytest.raises(PolitieVraagtTeWachten, match="lopend onderzoek"):
            actions.decide(punt.id, _decision(soort), by=bram, at=now)
        assert not Besluit.objects.exists()


@pytest.mark.parametrize("soort", ["zorg", "volgen", "sluiten"])
def test_care_goes_on_and_following_or_closing_hurts_nobody(punt, bram, now, soort):
    with context(bram):
        assert actions.decide(punt.id, _decision(soort), by=bram, at=now).soort == soort


def test_no_action_is_agreed_unless_care_was_decided(punt, bram, now):
    task = ActieInvoer(wat="Langsgaan", eigenaar=bram.medewerker_id, uiterlijk=local_day(now))
    with context(bram):
        with pytest.raises(PolitieVraagtTeWachten):
            actions.add_actie(punt.id, task, by=bram, at=now)
        actions.decide(punt.id, _decision("zorg"), by=bram, at=now)
        assert actions.add_actie(punt.id, task, by=bram, at=now)


def test_putting_it_off_is_what_the_mark_asks(punt, bram, now):
    with context(bram):
        actions.postpone(punt.id, by=bram, at=now)


def test_after_its_day_everything_goes_on(punt, bram, now):
    later = now + timedelta(days=2)
    with context(bram):
        assert actions.decide(punt.id, _decision("casus"), by=bram, at=later)


def test_without_a_mark_nothing_waits(meeting, joris, bram, now):
    _overleg, (free,) = meeting("Loods", gasten={0: [joris]})
    with context(bram):
        assert actions.decide(free.id, _decision("casus"), by=bram, at=now)
