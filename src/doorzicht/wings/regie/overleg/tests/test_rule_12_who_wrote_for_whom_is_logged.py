"""Product rule 12: the log says who wrote what somebody brought in, by which right, and in whose name."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.logboek.models import Regel
from doorzicht.wings.regie.overleg import actions


def _logged(who):
    with context(who):
        row = Regel.objects.filter(handeling="wijzig", object_soort="bijdrage").latest("id")
        return row.recht, set(row.object_ids)


def test_the_chair_writes_in_somebodys_name(meeting, mila, bram, now):
    _, (punt,) = meeting("Loods", gasten={0: [mila]})
    with context(bram):
        actions.contribute(punt.id, "Gezegd.", eerder=None, namens=mila.medewerker_id, by=bram, at=now)

    assert _logged(bram) == ("overleg.beheren", {punt.id, mila.medewerker_id})


def test_who_writes_for_themselves_is_not_named_as_somebody_else(meeting, mila, bram, now):
    _, (punt,) = meeting("Loods", gasten={0: [mila]})
    for who in (bram, mila):
        with context(who):
            actions.contribute(punt.id, "Gezegd.", eerder=None, by=who, at=now)
        assert _logged(who) == ("overleg.zien", {punt.id})


def test_a_member_who_does_not_chair_writes_in_nobodys_name(meeting, mila, noor, now):
    _, (punt,) = meeting("Loods", gasten={0: [mila]})
    with context(noor), pytest.raises(Geweigerd):
        actions.contribute(punt.id, "Gezegd.", eerder=None, namens=mila.medewerker_id, by=noor, at=now)


@pytest.mark.parametrize(
    ("wie", "locks"), [("bram.testman", True), ("hugo.handhaaf", True), ("mila.fictief", False)]
)
def test_who_may_lock_the_meeting_holds_it_open_while_writing(meeting, actor, now, wie, locks):
    who = actor(wie)
    _, (punt,) = meeting("Loods", gasten={} if wie == "bram.testman" else {0: [who]})
    with context(who), CaptureQueriesContext(connection) as asked:
        actions.contribute(punt.id, "Gezegd.", eerder=None, by=who, at=now)

    held = [q for q in asked.captured_queries if "regie_overleg" in q["sql"] and "FOR UPDATE" in q["sql"]]
    assert bool(held) is locks
