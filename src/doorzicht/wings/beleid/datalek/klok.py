"""The 72 hours of art. 33 AVG: when they end, how much is left, in words. Pure: the present moment is an argument.

Hours are hours that pass, also in the night that the clock is put forward or back. Adding three days to a moment on the
clock of Amsterdam would give 71 or 73 hours then, so everything is counted in UTC.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from doorzicht.ground.lib.datums import AMSTERDAM

TERMIJN = timedelta(hours=72)
AVG_GELDT = datetime(2018, 5, 25, tzinfo=AMSTERDAM)
"""Before this moment there was no term of art. 33: no clock begins earlier (art. 99 lid 2 AVG)."""

_MINUUT, _UUR = timedelta(minutes=1), timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Klokstand:
    """How a clock stands: a status of docs/vormgeving.md, the words beside it, and whether it still runs."""

    soort: Literal["bezig", "te-laat", "klaar"]
    tekst: str
    loopt: bool


def moment_of(dag: date, tijd: time) -> datetime:
    """The moment that a day and a time on the clock of Amsterdam mean, in UTC.

    In the hour that comes twice: the first, so that the term never ends later than it should. A time that is skipped
    is the one an hour later on the clock.
    """
    return datetime.combine(dag, tijd.replace(fold=0), tzinfo=AMSTERDAM).astimezone(UTC)


def deadline(vanaf: datetime) -> datetime:
    """The last moment in time, 72 hours later, in UTC. Raises `ValueError` for a moment without a time zone."""
    if vanaf.tzinfo is None:
        raise ValueError("Een moment zonder tijdzone heeft geen plaats op de klok.")
    return vanaf.astimezone(UTC) + TERMIJN


def passed(vanaf: datetime, *, tot: datetime) -> int:
    """Whole hours between two moments."""
    return (tot.astimezone(UTC) - vanaf.astimezone(UTC)) // _UUR


def running(vanaf: datetime, *, now: datetime) -> Klokstand:
    """A clock that runs: "Nog 53 uur", "Nog 2 uur en 10 minuten", "3 uur te laat". Never more than there is.

    Late is past the seventy-second hour, as for a clock that was stopped: at the moment itself it is still in time.
    """
    left = deadline(vanaf) - now.astimezone(UTC)
    if left < timedelta():
        return Klokstand("te-laat", _late(-left), loopt=True)
    return Klokstand("bezig", f"Nog {_words(left)}", loopt=True)


def stopped(vanaf: datetime, *, op: datetime, wat: str) -> Klokstand:
    """A clock that was stopped at a moment: "Gemeld na 40 uur", "Gemeld na 80 uur, 8 uur te laat".

    Stopped before it began, when the FG recorded a later beginning: "Gemeld voor de klok liep".
    """
    if op.astimezone(UTC) < vanaf.astimezone(UTC):
        return Klokstand("klaar", f"{wat} voor de klok liep", loopt=False)
    over = op.astimezone(UTC) - deadline(vanaf)
    text = f"{wat} na {_hours(passed(vanaf, tot=op))}"
    if over <= timedelta():
        return Klokstand("klaar", text, loopt=False)
    return Klokstand("te-laat", f"{text}, {_late(over)}", loopt=False)


def _words(span: timedelta) -> str:
    """A span as people say it, rounded down; minutes only when there are few hours."""
    hours, minutes = span // _UUR, (span % _UUR) // _MINUUT
    if hours >= 6 or (hours and not minutes):
        return _hours(hours)
    if hours:
        return f"{_hours(hours)} en {_minutes(minutes)}"
    return _minutes(minutes) if minutes else "minder dan een minuut"


def _late(span: timedelta) -> str:
    return f"{_hours(span // _UUR)} te laat" if span >= _UUR else "minder dan een uur te laat"


def _hours(n: int) -> str:
    return f"{n} uur"


def _minutes(n: int) -> str:
    return "1 minuut" if n == 1 else f"{n} minuten"
