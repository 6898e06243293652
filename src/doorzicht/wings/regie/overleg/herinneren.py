"""Whom to remind of actions this morning: before the day, when it has passed, and then once a week. Never what.

Works on days alone and keeps nothing: a round that is run twice on one day finds the same people, and a working day
after a holiday looks back to the last round.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.datums import add_workdays, is_workday
from doorzicht.wings.regie.overleg.models import Actie

WEEK = timedelta(days=7)


def reminder_days(uiterlijk: date, *, until: date) -> Iterator[date]:
    """The working day before the last day, the day after it, and every week from there, up to `until`."""
    yield add_workdays(uiterlijk, -1)
    day = uiterlijk + timedelta(days=1)
    while day <= until:
        yield day
        day += WEEK


def whom_to_remind(*, by: Actor, today: date) -> list[UUID]:
    """Who has an action of this municipality of which they should hear today, by number; each once. On a day on which
    nobody works: nobody. A guest who can no longer see their action is not asked for it."""
    require(by, "actie.herinneren")
    if not is_workday(today):
        return []
    last_round = add_workdays(today, -1)
    rows = Actie.objects.filter(
        organisatie_id=by.organisatie_id, klaar_op__isnull=True, uiterlijk__lte=add_workdays(today, 2)
    )
    return sorted(
        {
            row.eigenaar
            for row in rows.only("eigenaar", "uiterlijk")
            if catalogus.last_day("actie-genodigde", begin=row.uiterlijk) >= today
            and any(last_round < day <= today for day in reminder_days(row.uiterlijk, until=today))
        }
    )
