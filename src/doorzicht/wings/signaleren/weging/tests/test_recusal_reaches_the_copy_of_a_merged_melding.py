"""Who is shut out of any member of a family sees no copy that was made under the number of another member."""

import pytest
from django.db import connection

from doorzicht.ground.access.api import context
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.wings.signaleren.melding import actions as melding_actions
from doorzicht.wings.signaleren.weging import voordragen
from doorzicht.wings.signaleren.weging.invoer import Checkbesluit
from doorzicht.wings.signaleren.weging.models import VoordrachtVeld


@pytest.fixture
def offered(proposed, melding, cast, now):
    """Two meldingen that go on as one, and of which a field was offered to the overleg: (merged, where it went on)."""
    other, (melding_id, check_id) = melding(), proposed("plaats")
    with context(cast("noor")) as noor:
        melding_actions.merge(other, melding_id, reden="dezelfde loods", by=noor, at=now)
    with context(cast("sietse")) as sietse:
        fields = set(VoordrachtVeld.objects.values_list("id", flat=True))
        agreed = Checkbesluit("akkoord", "Zo min mogelijk.")
        voordragen.decide_fields(check_id, agreed, vrijgegeven=fields, by=sietse, at=now)
    return other, melding_id


def _copies(who) -> tuple[int, int]:
    """How many copies and released fields the application's role sees for this person."""
    with context(who), connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM verstrekking_verstrekking),"
            " (SELECT count(*) FROM verstrekking_vrijgegevenveld)"
        )
        return cursor.fetchone()


@pytest.mark.parametrize("which", [0, 1], ids=["what was merged", "where it went on"])
def test_the_chair_who_is_shut_out_of_either_may_not_see_the_copy(offered, cast, now, which):
    assert _copies(cast("bram")) == (1, 1)
    with context(cast("noor")) as noor:
        bram_id = cast("bram").medewerker_id
        melding_actions.recuse(offered[which], bram_id, reden="zijn zwager", by=noor, at=now)

    assert _copies(cast("bram")) == (0, 0)
    with context(cast("bram")) as bram:
        assert verstrekking.offered_to("0246", "regie", by=bram, at=now) == []


def test_a_colleague_who_was_not_shut_out_may(offered, cast, now):
    with context(cast("noor")) as noor:
        bram_id = cast("bram").medewerker_id
        melding_actions.recuse(offered[0], bram_id, reden="zijn zwager", by=noor, at=now)
    assert _copies(cast("noor")) == (1, 1)


def test_a_melding_merged_in_later_brings_its_recusals_to_the_copy(offered, melding, cast, now):
    later = melding()
    with context(cast("noor")) as noor:
        bram_id = cast("bram").medewerker_id
        melding_actions.recuse(later, bram_id, reden="zijn zwager", by=noor, at=now)
    assert _copies(cast("bram")) == (1, 1)
    with context(cast("noor")) as noor:
        melding_actions.merge(later, offered[1], reden="dezelfde loods", by=noor, at=now)
    assert _copies(cast("bram")) == (0, 0)
