"""Product rule 14: an item that lapsed is shut to its guests, and no action brings its words to them after all."""

import pytest

from doorzicht.ground.access.api import context
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.wings.regie.overleg import actions
from doorzicht.wings.regie.overleg.invoer import ActieInvoer
from doorzicht.wings.regie.overleg.models import Actie
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap


@pytest.fixture
def lapsed(meeting, mila, noor, bram, now):
    """A meeting with two items; what was released for the first was withdrawn before the opening."""
    overleg, (gone, stays) = meeting("Loods", "Bijgebouw", gasten={0: [mila], 1: [mila]}, geopend=False)
    with context(noor):
        verstrekking.revoke(gone.verstrekking_id, reden="vergissing", by=noor, at=now)
    with context(bram):
        actions.open_overleg(overleg.id, by=bram, at=now)
    return overleg, gone, stays


def test_an_action_is_agreed_on_the_other_item_and_not_on_this_one(lapsed, mila, bram, now):
    _overleg, gone, stays = lapsed
    task = ActieInvoer(wat="De eigenaar bellen", eigenaar=mila.medewerker_id, uiterlijk=local_day(now))
    with context(bram):
        with pytest.raises(OngeldigeStap, match="vervallen"):
            actions.add_actie(gone.id, task, by=bram, at=now)
        made = actions.add_actie(stays.id, task, by=bram, at=now)
    with context(mila):
        assert list(Actie.objects.values_list("id", flat=True)) == [made.id]


def test_the_form_is_on_the_other_item_and_not_on_this_one(lapsed, client_of, item_url):
    overleg, gone, stays = lapsed
    chair = client_of("bram.testman")
    asked = "Wat gaat er gebeuren?"

    assert asked not in chair.get(item_url(overleg, gone)).content.decode()
    assert asked in chair.get(item_url(overleg, stays)).content.decode()
