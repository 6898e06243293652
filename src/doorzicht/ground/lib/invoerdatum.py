"""Reading a day that somebody typed: "3-12-2026", "3 dec", "gisteren", "2 weken geleden", "vorige maandag".

The English words are there for the English public form. Impossible days are refused, never mended.
"""

import re
import unicodedata
from datetime import date, timedelta
from typing import Literal

from doorzicht.ground.lib.datums import MAANDEN, WEEKDAGEN

Richting = Literal["verleden", "toekomst"]
Reden = Literal["leeg", "onbegrepen", "bestaat_niet", "jaar"]

_ZINNEN: dict[Reden, str] = {
    "leeg": "Vul een datum in, bijvoorbeeld 3-12-2026, 3 december of gisteren.",
    "onbegrepen": "Deze datum begrijpen we niet. Typ bijvoorbeeld 3-12-2026, 3 december of gisteren.",
    "bestaat_niet": "Deze datum bestaat niet. Kijk de dag en de maand na.",
    "jaar": "Dit jaar kan niet kloppen. Typ het jaar met vier cijfers, bijvoorbeeld 2026.",
}


class OnmogelijkeDatum(ValueError):
    """What was typed is no day. `reden` is a code, the message is the Dutch sentence for beside the field."""

    def __init__(self, reden: Reden) -> None:
        self.reden = reden
        super().__init__(_ZINNEN[reden])


_ENGELS = "january february march april may june july august september october november december"
_MAANDNUMMER = {naam: n for namen in (MAANDEN, _ENGELS.split()) for n, naam in enumerate(namen, start=1)}
_MAANDNUMMER |= {naam[:3]: n for naam, n in _MAANDNUMMER.items()} | {"mrt": 3, "sept": 9}

_WOORDEN = {
    "eergisteren": -2,
    "gisteren": -1,
    "yesterday": -1,
    "vandaag": 0,
    "today": 0,
    "morgen": 1,
    "tomorrow": 1,
    "overmorgen": 2,
}
_WEEKDAGEN = {
    naam: n
    for namen in (WEEKDAGEN, ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
    for n, naam in enumerate(namen)
}
_EENHEID = {"dag": 1, "dagen": 1, "day": 1, "days": 1, "week": 7, "weken": 7, "weeks": 7}
_TELWOORD = {"een": 1, "a": 1, "one": 1, "twee": 2, "two": 2, "drie": 3, "three": 3}

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_CIJFERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?")
_DAG_MAAND = re.compile(r"(\d{1,2})[-/. ]?([a-z]+)\.?(?:[-/. ](\d{4}|\d{2}))?")
_MAAND_DAG = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?")
_GELEDEN = re.compile(r"(\d{1,3}|[a-z]+) ([a-z]+) (?:geleden|ago)")
_OVER = re.compile(r"(?:over|in) (\d{1,3}|[a-z]+) ([a-z]+)")
_WEEKDAG = re.compile(r"(?:(afgelopen|vorige|last|komende|volgende|next) )?([a-z]+)")


def parse_day(text: str, *, vandaag: date, richting: Richting = "verleden") -> date:
    """Return the day that `text` means for somebody who types it on `vandaag`.

    A day without a year, or a bare weekday, is the nearest one in `richting`, `vandaag` included.
    Raises `OnmogelijkeDatum`.
    """
    typed = _tidy(text)
    if not typed:
        raise OnmogelijkeDatum("leeg")
    found = _relative(typed, vandaag, richting)
    if found is None:
        found = _calendar(typed, vandaag, richting)
    if found is None:
        raise OnmogelijkeDatum("onbegrepen")
    if not 1900 <= found.year <= vandaag.year + 100:
        raise OnmogelijkeDatum("jaar")
    return found


def _tidy(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"[\u2010-\u2015\u2212]", "-", plain)
    plain = re.sub(r"\s*([-/.])\s*", r"\1", " ".join(plain.split()))
    return plain if plain.isascii() else "?"


def _relative(typed: str, vandaag: date, richting: Richting) -> date | None:
    if typed in _WOORDEN:
        return vandaag + timedelta(days=_WOORDEN[typed])
    for pattern, sign in ((_GELEDEN, -1), (_OVER, 1)):
        if (m := pattern.fullmatch(typed)) and m[2] in _EENHEID:
            count = int(m[1]) if m[1].isdigit() else _TELWOORD.get(m[1])
            if count is not None:
                return vandaag + timedelta(days=sign * count * _EENHEID[m[2]])
    if (m := _WEEKDAG.fullmatch(typed)) and m[2] in _WEEKDAGEN:
        return _weekday(m[1], _WEEKDAGEN[m[2]], vandaag, richting)
    return None


def _weekday(bijwoord: str | None, weekdag: int, vandaag: date, richting: Richting) -> date:
    if bijwoord in ("afgelopen", "vorige", "last"):
        return vandaag - timedelta(days=(vandaag.weekday() - weekdag - 1) % 7 + 1)
    if bijwoord in ("komende", "volgende", "next"):
        return vandaag + timedelta(days=(weekdag - vandaag.weekday() - 1) % 7 + 1)
    if richting == "verleden":
        return vandaag - timedelta(days=(vandaag.weekday() - weekdag) % 7)
    return vandaag + timedelta(days=(weekdag - vandaag.weekday()) % 7)


def _calendar(typed: str, vandaag: date, richting: Richting) -> date | None:
    if m := _ISO.fullmatch(typed):
        return _date(int(m[1]), int(m[2]), int(m[3]))
    if m := _CIJFERS.fullmatch(typed):
        return _with_year(int(m[1]), int(m[2]), m[3], vandaag, richting)
    if (m := _DAG_MAAND.fullmatch(typed)) and m[2] in _MAANDNUMMER:
        return _with_year(int(m[1]), _MAANDNUMMER[m[2]], m[3], vandaag, richting)
    if (m := _MAAND_DAG.fullmatch(typed)) and m[1] in _MAANDNUMMER:
        return _with_year(int(m[2]), _MAANDNUMMER[m[1]], m[3], vandaag, richting)
    return None


def _with_year(dag: int, maand: int, jaar: str | None, vandaag: date, richting: Richting) -> date:
    if jaar is not None:
        year = int(jaar)
        if len(jaar) == 2:
            year += 2000 if year <= vandaag.year % 100 + 20 else 1900
        return _date(year, maand, dag)
    step = -1 if richting == "verleden" else 1
    for year in (vandaag.year, vandaag.year + step):
        try:
            found = date(year, maand, dag)
        except ValueError:
            continue
        if (found - vandaag).days * step >= 0:
            return found
    raise OnmogelijkeDatum("bestaat_niet")


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise OnmogelijkeDatum("bestaat_niet") from None
