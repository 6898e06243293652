"""When a stand-in stops early the log says which days they had, and that somebody stopped before they began."""

from datetime import timedelta

import pytest

from doorzicht.ground.access.api import context
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.organisaties.models import Aanstelling
from doorzicht.wings.regie.overleg import vervanging


@pytest.fixture
def stand_in(sietse, actor, now):
    """`stand_in(begin)`: Jet stands in for a week from a day on; her number, and the days as the log has them."""
    who = actor("jet.rechtlijn").medewerker_id

    def make(begin):
        first = local_day(now) + timedelta(days=begin)
        days = {"vanaf": first, "tot": first + timedelta(days=7)}
        with context(sietse):
            vervanging.appoint_stand_in(who, **days, by=sietse, at=now)
        return who, {naam: day.isoformat() for naam, day in days.items()}

    return make


def _end(who, sietse, at):
    with context(sietse):
        vervanging.end_stand_in(who, by=sietse, at=at)
        rows = Regel.objects.filter(object_soort="aanstelling", object_ids=[who]).order_by("id")
        return [row.bijzonderheden for row in rows]


def _rows(who):
    return list(Aanstelling.objects.filter(medewerker_id=who, rol=vervanging.ROL).values_list("vanaf", "tot"))


def test_who_never_began_has_no_day_left_and_the_log_says_so(stand_in, sietse, now):
    who, days = stand_in(3)
    logged = _end(who, sietse, now)

    assert all(tot < local_day(now) for _vanaf, tot in _rows(who))
    assert logged == [days, {**days, "gestopt": local_day(now).isoformat()}]


def test_who_began_today_is_out_at_once_and_the_log_keeps_the_days(stand_in, sietse, now):
    who, days = stand_in(0)
    logged = _end(who, sietse, now)

    assert all(tot < local_day(now) for _vanaf, tot in _rows(who))
    assert logged[-1] == {**days, "gestopt": local_day(now).isoformat()}


def test_who_began_before_keeps_the_first_day(stand_in, sietse, now):
    who, _days = stand_in(0)
    _end(who, sietse, now + timedelta(days=3))

    assert _rows(who) == [(local_day(now), local_day(now + timedelta(days=3)) - timedelta(days=1))]
