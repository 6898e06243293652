"""Terms of the catalogus ("5 werkdagen", "6 weken", "1 jaar") and the last day on which one is kept.

The day on which a term starts never counts. A statutory term that would end on a Saturday, Sunday or general
holiday runs on to the next day that is none of these (Algemene termijnenwet art. 1), except terms of more
than 90 days, 12 weeks or 3 months and terms in years (art. 4). Terms that we set ourselves are not extended.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, get_args

from doorzicht.ground.lib.datums import add_workdays, next_workday

Eenheid = Literal["werkdagen", "dagen", "weken", "maanden", "jaren"]

_ENKELVOUD: dict[str, Eenheid] = {
    "werkdag": "werkdagen",
    "dag": "dagen",
    "week": "weken",
    "maand": "maanden",
    "jaar": "jaren",
}
_LANGSTE_VERLENGDE: dict[Eenheid, int] = {"werkdagen": 0, "dagen": 90, "weken": 12, "maanden": 3, "jaren": 0}
_GRENS = 999
_TERMIJN = re.compile(r"\s*([0-9]{1,4})\s+([a-z]+)\s*")


class OngeldigeTermijn(ValueError):
    """This text or number is no term. The message is a Dutch sentence for whoever edits the catalogus."""


@dataclass(frozen=True, slots=True)
class Termijn:
    """A length of time in calendar units; `wettelijk` when a statute sets it."""

    aantal: int
    eenheid: Eenheid
    wettelijk: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.aantal <= _GRENS:
            raise OngeldigeTermijn(f"Een termijn ligt tussen 0 en {_GRENS} {self.eenheid}.")
        if self.eenheid not in get_args(Eenheid):
            raise OngeldigeTermijn("Een termijn telt in werkdagen, dagen, weken, maanden of jaren.")

    def __str__(self) -> str:
        """Return it as people say it: "1 dag", "5 werkdagen", "1 jaar"."""
        if self.eenheid == "jaren":
            return f"{self.aantal} jaar"
        if self.aantal == 1:
            return f"1 {next(een for een, meer in _ENKELVOUD.items() if meer == self.eenheid)}"
        return f"{self.aantal} {self.eenheid}"


def parse_term(text: str, *, wettelijk: bool = False) -> Termijn:
    """Return the term that `text` writes, as in "5 werkdagen" or "1 jaar". Raises `OngeldigeTermijn`."""
    m = _TERMIJN.fullmatch(text)
    eenheid = (_ENKELVOUD.get(m[2]) or next((e for e in get_args(Eenheid) if e == m[2]), None)) if m else None
    if m is None or eenheid is None:
        raise OngeldigeTermijn("Schrijf een termijn als ‘5 werkdagen’, ‘6 weken’ of ‘1 jaar’.")
    return Termijn(int(m[1]), eenheid, wettelijk)


@lru_cache(maxsize=4096)
def last_day(termijn: Termijn, *, begin: date) -> date:
    """Return the last day on which something that started on `begin` is in time."""
    match termijn.eenheid:
        case "werkdagen":
            return add_workdays(begin, termijn.aantal)
        case "dagen":
            end = begin + timedelta(days=termijn.aantal)
        case "weken":
            end = begin + timedelta(weeks=termijn.aantal)
        case "maanden":
            end = _add_months(begin, termijn.aantal)
        case "jaren":
            end = _add_months(begin, 12 * termijn.aantal)
    return next_workday(end) if is_extended(termijn) else end


def is_extended(termijn: Termijn) -> bool:
    """Tell whether the Algemene termijnenwet lets this term run on past a weekend or a holiday."""
    return termijn.wettelijk and termijn.aantal <= _LANGSTE_VERLENGDE[termijn.eenheid]


def _add_months(dag: date, maanden: int) -> date:
    year, month = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    return date(year, month + 1, min(dag.day, calendar.monthrange(year, month + 1)[1]))
