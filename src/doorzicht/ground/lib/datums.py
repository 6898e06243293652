"""Days and moments as people in the Netherlands write and read them.

Everything here is pure: the present day or moment is always an argument. Moments are aware `datetime`s in any
zone; days are `date`s in Europe/Amsterdam.
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import holidays

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

# Art. 3 Algemene termijnenwet: the general holidays, 5 May every year, and Good Friday counted as one.
_FEESTDAGEN = holidays.country_holidays("NL", categories=("public", "optional"))

_NABIJ = {-2: "eergisteren", -1: "gisteren", 0: "vandaag", 1: "morgen", 2: "overmorgen"}


def to_local(moment: datetime) -> datetime:
    """Return `moment` on the clock of Europe/Amsterdam. Raises `ValueError` when it has no time zone."""
    if moment.tzinfo is None:
        raise ValueError("Een moment zonder tijdzone heeft geen plaats op de klok.")
    return moment.astimezone(AMSTERDAM)


def local_day(moment: datetime) -> date:
    """Return the day in Europe/Amsterdam on which `moment` falls."""
    return to_local(moment).date()


def day_bounds(dag: date) -> tuple[datetime, datetime]:
    """Return the first moment of `dag` and that of the next day: 23, 24 or 25 hours apart."""
    start = datetime(dag.year, dag.month, dag.day, tzinfo=AMSTERDAM)
    next_day = dag + timedelta(days=1)
    return start, datetime(next_day.year, next_day.month, next_day.day, tzinfo=AMSTERDAM)


def last_day(eind: datetime) -> date:
    """Return the last day on which something holds that ends at `eind`: for midnight the day before.

    What people read is always "tot en met" this day.
    """
    return local_day(eind - timedelta(microseconds=1))


def format_date(dag: date, *, vandaag: date | None = None) -> str:
    """Return "3 december", with the year when it is not the year of `vandaag` or when there is none."""
    text = f"{dag.day} {MAANDEN[dag.month - 1]}"
    return text if vandaag is not None and dag.year == vandaag.year else f"{text} {dag.year}"


def format_day(dag: date, *, vandaag: date) -> str:
    """Return "gisteren", "vandaag" or "morgen" when it is near, else the date as `format_date` writes it."""
    return _NABIJ.get((dag - vandaag).days) or format_date(dag, vandaag=vandaag)


def format_moment(moment: datetime, *, now: datetime) -> str:
    """Return "vandaag 08:12", "gisteren 17:40" or "3 december 13:30"."""
    local = to_local(moment)
    return f"{format_day(local.date(), vandaag=local_day(now))} {local:%H:%M}"


def format_days(aantal: int) -> str:
    """Return "1 dag", "15 dagen"."""
    return "1 dag" if aantal == 1 else f"{aantal} dagen"


def format_age(sinds: date, *, vandaag: date) -> str:
    """Return how long something has been lying there: "vandaag", "1 dag", "15 dagen"."""
    dagen = (vandaag - sinds).days
    return "vandaag" if dagen <= 0 else format_days(dagen)


def days_late(uiterlijk: date, *, vandaag: date) -> int:
    """Return by how many days `uiterlijk`, the last day in time, has passed; 0 while there is still time."""
    return max(0, (vandaag - uiterlijk).days)


def format_deadline(uiterlijk: date, *, vandaag: date) -> str:
    """Return "5 dagen te laat", "vandaag", "morgen" or "3 december" for the last day that is in time."""
    late = days_late(uiterlijk, vandaag=vandaag)
    return f"{format_days(late)} te laat" if late else format_day(uiterlijk, vandaag=vandaag)


def is_workday(dag: date) -> bool:
    """Tell whether `dag` is a day on which a municipality works: no Saturday, Sunday or general holiday."""
    return dag.weekday() < 5 and dag not in _FEESTDAGEN


def add_workdays(dag: date, aantal: int) -> date:
    """Return the `aantal`-th working day after `dag` (before it when negative).

    With 0: `dag` itself, or the first working day after it when it is none.
    """
    if aantal == 0:
        return next_workday(dag)
    step = timedelta(days=1 if aantal > 0 else -1)
    for _ in range(abs(aantal)):
        dag += step
        while not is_workday(dag):
            dag += step
    return dag


def next_workday(dag: date) -> date:
    """Return `dag` when it is a working day, else the first one after it."""
    while not is_workday(dag):
        dag += timedelta(days=1)
    return dag
