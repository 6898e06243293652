"""The words of the public pages per language, with who checked the translation.

A language is a file here with the keys of `nl.yaml`. `stand` says how far it can be trusted: `bron` (the original),
`machine` (nobody read it yet; the page says so) or `nagekeken` (a person did).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone

from doorzicht.ground.access.api import RECHTEN
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.velden import LANGE_TEKST

MAP = Path(__file__).parent
TALEN = ("nl", "en")
STANDEN = ("bron", "machine", "nagekeken")
Woorden = Mapping[str, Any]


class OnvolledigeVertaling(ValueError):
    """A language file says nothing of its state, or says it was checked without saying by whom."""


@dataclass(frozen=True, slots=True)
class Nummer:
    """A phone number on a public page, in one language."""

    naam: str
    toon: str
    tel: str
    uitleg: str


@cache
def vertaling(taal: str) -> Woorden:
    """The file of a language as it is. Raises `KeyError` for a language that is not there."""
    if taal not in TALEN:
        raise KeyError(taal)
    words: dict[str, Any] = yaml.safe_load((MAP / f"{taal}.yaml").read_text())
    if words["stand"] not in STANDEN:
        raise OnvolledigeVertaling(f"{taal}: stand {words['stand']!r} is not one of {STANDEN}")
    if words["stand"] == "nagekeken" and not words["nagekeken_door"]:
        raise OnvolledigeVertaling(f"{taal}: nagekeken, but not by whom")
    return words


def woorden(taal: str, *, gemeente: str = "") -> Woorden:
    """The words of a language with municipality, terms and readers filled in. Without a municipality: of the region."""
    return _filled(taal, gemeente, timezone.localdate().isoformat())


def nummers(taal: str, waar: str) -> list[Nummer]:
    """The phone numbers of a place (`voorpagina`, `hulp`, `dicht`), in order of the file."""
    return [
        Nummer(row.get(f"naam_{taal}", row["naam"]), row["toon"], row["tel"], row[taal])
        for row in _nummers()
        if waar in row["waar"]
    ]


@cache
def _nummers() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((MAP / "nummers.yaml").read_text())["nummers"]
    return rows


@lru_cache(maxsize=64)
def _filled(taal: str, gemeente: str, dag: str) -> Woorden:
    """`dag` is there because terms come from the catalogue, which may change with the day."""
    words = vertaling(taal)
    general = words["algemeen"]
    phrase = general["gemeente"].replace("{naam}", gemeente) if gemeente else general["een_gemeente"]
    filled: Woorden = _fill(
        words,
        {
            "{gemeente}": phrase,
            "{gemeente_hoofd}": phrase[0].upper() + phrase[1:],
            "{eerste_blik}": str(catalogus.termijn("eerste-blik").aantal),
            "{terugkoppeling}": str(catalogus.termijn("terugkoppeling").aantal),
            "{grens}": str(LANGE_TEKST),
            "{lezers}": _readers(words, "melding.lezen"),
            "{melderlezers}": _readers(words, "melding.melder_zien"),
        },
    )
    return filled


def _readers(words: Woorden, recht: str) -> str:
    """Who holds a right, in words, from the permission table itself: the page cannot promise anything else."""
    names = [name for rol, name in words["rollen"].items() if rol in RECHTEN[recht].rollen]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {words['algemeen']['en']} {names[-1]}"


def _fill(part: Any, values: Mapping[str, str]) -> Any:
    if isinstance(part, str):
        for name, value in values.items():
            part = part.replace(name, value)
        return part
    if isinstance(part, dict):
        return {key: _fill(value, values) for key, value in part.items()}
    if isinstance(part, list):
        return [_fill(value, values) for value in part]
    return part
