"""A series of meetings in one go, and a meeting that does not take place."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.lib.datums import AMSTERDAM, is_workday, local_day, to_local
from doorzicht.ground.logboek import api as logboek
from doorzicht.wings.regie.overleg import workflow
from doorzicht.wings.regie.overleg.actions import vooruitblik
from doorzicht.wings.regie.overleg.actions.agenda import carry_to_next, plan_overleg
from doorzicht.wings.regie.overleg.actions.genodigden import send_entries
from doorzicht.wings.regie.overleg.actions.rijen import BEHEREN, OPEN_PUNT, locked_overleg, report_back
from doorzicht.wings.regie.overleg.invoer import Moment
from doorzicht.wings.regie.overleg.models import Agendapunt, Overleg
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap

MOST, LONGEST = 26, 13
"""At most so many meetings in one go, and so many weeks between two."""


def series_days(first: date, *, weken: int, aantal: int) -> list[date]:
    """The days of a series. Where a day is a holiday or in a weekend the meeting is a week later, or two, and the next
    ones keep their rhythm. The first day is the choice of whoever plans."""
    days: list[date] = []
    for number in range(aantal):
        day = first + timedelta(weeks=weken * number)
        while number and not is_workday(day) and day.weekday() < 5:
            day += timedelta(weeks=1)
        if day not in days:
            days.append(day)
    return days


@transaction.atomic
def plan_series(moment: Moment, *, weken: int, aantal: int, by: Actor, at: datetime) -> list[Overleg]:
    """Plan meetings at the same time and place, every so many weeks. Raises `OngeldigeStap`."""
    require(by, BEHEREN)
    if not (1 <= weken <= LONGEST and 1 <= aantal <= MOST):
        raise OngeldigeStap(f"Kies 1 tot {MOST} overleggen, met hooguit {LONGEST} weken ertussen.")
    days = series_days(local_day(moment.begin), weken=weken, aantal=aantal)
    return [plan_overleg(_on(moment, day), by=by, at=at) for day in days]


def _on(moment: Moment, day: date) -> Moment:
    """The same clock on another day, also across the change of the clocks."""
    begin, end = to_local(moment.begin), to_local(moment.eind)
    return Moment(
        begin=datetime.combine(day, begin.time(), tzinfo=AMSTERDAM),
        eind=datetime.combine(day + (end.date() - begin.date()), end.time(), tzinfo=AMSTERDAM),
        plaats=moment.plaats,
    )


@transaction.atomic
def cancel_overleg(overleg_id: UUID, *, by: Actor, at: datetime) -> None:
    """A meeting that did not begin does not take place: its items go to the next one. Raises `OngeldigeStap`."""
    require(by, BEHEREN, dossier_id=overleg_id)
    overleg = locked_overleg(overleg_id, by=by)
    overleg.status = workflow.next_overleg(overleg.status, "afzeggen")
    overleg.kalender_versie += 1
    overleg.save(update_fields=["status", "kalender_versie"])
    vooruitblik.close_all(overleg, by=by, at=at)
    for punt in Agendapunt.objects.filter(overleg_id=overleg.id, status__in=OPEN_PUNT).order_by("volgnummer"):
        punt.status = "doorgeschoven" if punt.soort == "verstrekking" else "vervallen"
        punt.save(update_fields=["status"])
        if punt.soort == "verstrekking":
            report_back(punt, stand="doorgeschoven", by=by, at=at)
    carry_to_next(overleg, by=by, at=at)
    send_entries(overleg, by=by)
    logboek.record(
        by, "wijzig", "overleg", [overleg.id], recht=BEHEREN, bijzonderheden={"status": overleg.status}
    )
