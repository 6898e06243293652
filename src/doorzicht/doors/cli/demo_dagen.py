"""When things happened in the story of the demo, counted from the moment at which it is told.

"-5 09:10" is five working days before today at ten past nine, "+5 10:00" five after it. Working days, so that nobody in
the story works on a Sunday, and what is late is late on whatever day the demo is started. "371 dagen geleden 11:30" is
what it says, and so is "40 minuten geleden", but in the first hours of a day: what is told as of today is of today.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from doorzicht.ground.lib.datums import AMSTERDAM, add_workdays, local_day

_WERKDAG = re.compile(r"([+-]\d+)(?: (\d\d:\d\d))?")
_MINUTEN = re.compile(r"(\d+) minuten geleden")
_VANDAAG = timedelta(hours=3)
"""What is told as this long ago or less is of today."""
_DAGEN = re.compile(r"(\d+) dagen geleden (\d\d:\d\d)")


@dataclass(frozen=True, slots=True)
class Kalender:
    """The days of a story; `nu` is the moment at which it is told."""

    nu: datetime

    def moment(self, tekst: str) -> datetime:
        """The moment that `tekst` writes. Raises `ValueError` for anything else."""
        if minutes := _MINUTEN.fullmatch(tekst):
            ago = timedelta(minutes=int(minutes[1]))
            return self.nu - (ago if ago > _VANDAAG else ago * self._pace())
        if days := _DAGEN.fullmatch(tekst):
            return _on_the_clock(local_day(self.nu) - timedelta(days=int(days[1])), days[2])
        workdays = _WERKDAG.fullmatch(tekst)
        if workdays is None or workdays[2] is None:
            raise ValueError(f"no moment of the demo: {tekst!r}")
        return _on_the_clock(self.dag(workdays[1]), workdays[2])

    def _pace(self) -> float:
        """How fast the minutes before now pass: as on the clock, and faster while the day is younger than they are."""
        begun = _on_the_clock(local_day(self.nu), "00:00")
        return min((self.nu - begun) / _VANDAAG, 1.0)

    def dag(self, tekst: str) -> date:
        """The day that "+7" writes: so many working days from today."""
        workdays = _WERKDAG.fullmatch(tekst)
        if workdays is None:
            raise ValueError(f"no day of the demo: {tekst!r}")
        return add_workdays(local_day(self.nu), int(workdays[1]))

    def kwartier(self, tekst: str) -> datetime:
        """The same moment on the quarter before it, as meetings begin."""
        found = self.moment(tekst)
        return found.replace(minute=found.minute - found.minute % 15, second=0, microsecond=0)


def _on_the_clock(dag: date, tijd: str) -> datetime:
    return datetime.combine(dag, time.fromisoformat(tijd), tzinfo=AMSTERDAM)
