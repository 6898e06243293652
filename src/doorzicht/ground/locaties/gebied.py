"""Inside or outside the territory of a municipality, or unknown. Never a guess.

Three things can tell where a place lies: its postcode, the name of the place, a point. Each says a municipality,
"elsewhere", or nothing. If they say nothing or contradict each other the answer is "onbekend".
"""

import itertools
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from doorzicht.engines.matching.kenmerk import strip_accents, tidy
from doorzicht.ground.locaties.adres import Adres

Antwoord = Literal["binnen", "buiten", "onbekend"]

ONZEKER_M = 500.0
"""Metres from a generalised border within which a point tells nothing."""

_ELDERS = "elders"
_METER_PER_GRAAD = 111_320.0


@dataclass(frozen=True, slots=True)
class Punt:
    """A point in WGS84, in degrees."""

    lengte: float
    breedte: float

    def __repr__(self) -> str:
        return "Punt(…)"


@dataclass(frozen=True, slots=True)
class Gebiedsoordeel:
    """The answer, and in one Dutch sentence what it rests on."""

    antwoord: Antwoord
    uitleg: str


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A municipality of the plan: CBS code, name, its places and four-digit postcode areas."""

    code: str
    naam: str
    woonplaatsen: tuple[str, ...]
    postcodes: frozenset[int]


def territory(gemeentecode: str, *, adres: Adres | None = None, punt: Punt | None = None) -> Gebiedsoordeel:
    """Tell whether a place lies in the territory of a municipality. Raises `KeyError` for an unknown code."""
    asked = gemeenten()[gemeentecode]
    found = {
        "postcode": _by_postcode(adres.postcode) if adres else None,
        "plaats": _by_place(adres.plaats) if adres else None,
        "punt op de kaart": _by_point(punt) if punt else None,
    }
    said = {source: code for source, code in found.items() if code is not None}
    sources = " en ".join(said)
    if not said:
        return Gebiedsoordeel("onbekend", "Met deze plaats is niet te zeggen in welke gemeente het is.")
    if len(set(said.values())) > 1:
        return Gebiedsoordeel("onbekend", f"Onduidelijk: {sources} spreken elkaar tegen. Kijk het adres na.")
    code = next(iter(said.values()))
    if code == asked.code:
        return Gebiedsoordeel("binnen", f"Ligt in {asked.naam}, volgens {sources}.")
    where = "buiten de regio" if code == _ELDERS else f"in {gemeenten()[code].naam}"
    return Gebiedsoordeel("buiten", f"Ligt {where}, volgens {sources}.")


@cache
def gemeenten() -> dict[str, Gemeente]:
    """Return the six municipalities by CBS code."""
    return {
        code: Gemeente(code, row["naam"], tuple(row["woonplaatsen"]), frozenset(row["postcodes"]))
        for code, row in _places()["gemeenten"].items()
    }


@cache
def outlines() -> dict[str, Any]:
    """Return the outlines as GeoJSON (generalised, with its source), for a map of the region."""
    content: dict[str, Any] = json.loads(_data("gebieden.geojson"))
    return content


def _by_postcode(postcode: str) -> str | None:
    if not postcode:
        return None
    area = int(postcode[:4])
    for gemeente in gemeenten().values():
        if area in gemeente.postcodes:
            return gemeente.code
    edges = (edge.split("-") for edge in _places()["rand"])
    return None if any(int(low) <= area <= int(high) for low, high in edges) else _ELDERS


def _by_place(plaats: str) -> str | None:
    name = _plain(plaats)
    if name in {_plain(dubbel) for dubbel in _places()["dubbel"]}:
        return None
    for gemeente in gemeenten().values():
        if name in {_plain(woonplaats) for woonplaats in gemeente.woonplaatsen}:
            return gemeente.code
    return None


def _by_point(punt: Punt) -> str | None:
    rings = _rings()
    if any(_distance(punt, ring) < ONZEKER_M for ring in rings.values()):
        return None
    return next((code for code, ring in rings.items() if _contains(ring, punt)), _ELDERS)


def _plain(name: str) -> str:
    return "".join(c for c in strip_accents(tidy(name)).casefold() if c.isalnum())


@cache
def _rings() -> dict[str, list[Sequence[float]]]:
    return {f["properties"]["gemeentecode"]: f["geometry"]["coordinates"][0] for f in outlines()["features"]}


def _contains(ring: Sequence[Sequence[float]], punt: Punt) -> bool:
    """Tell whether a ray from the point to the east crosses the closed ring an odd number of times."""
    inside = False
    for (x1, y1), (x2, y2) in itertools.pairwise(ring):
        crosses = (y1 > punt.breedte) != (y2 > punt.breedte)
        if crosses and punt.lengte < (x2 - x1) * (punt.breedte - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _distance(punt: Punt, ring: Sequence[Sequence[float]]) -> float:
    """Return the metres from the point to the ring; flat, so right within 1 % at this size."""
    kx = _METER_PER_GRAAD * math.cos(math.radians(punt.breedte))
    flat = [((x - punt.lengte) * kx, (y - punt.breedte) * _METER_PER_GRAAD) for x, y in ring]
    return min(_distance_to_origin(a, b) for a, b in itertools.pairwise(flat))


def _distance_to_origin(a: tuple[float, float], b: tuple[float, float]) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else max(0.0, min(1.0, -(a[0] * dx + a[1] * dy) / length))
    return math.hypot(a[0] + along * dx, a[1] + along * dy)


@cache
def _places() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(_data("woonplaatsen.yaml"))
    return content


def _data(name: str) -> str:
    return files("doorzicht.ground.locaties").joinpath("data", name).read_text(encoding="utf-8")
