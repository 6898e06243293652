"""Who takes part in "seen before?" across the region, and what this municipality recorded for it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.herkenning import api as herkenning
from doorzicht.ground.herkenning.api import Gemeentestand, Regioafspraak
from doorzicht.ground.organisaties.api import Medewerker

ZIEN = "regioafspraak.zien"


@dataclass(frozen=True, slots=True)
class AfspraakBlad:
    """A recorded arrangement as a screen shows it."""

    rij: Regioafspraak
    grond: str
    door: str
    ingetrokken_door: str


@dataclass(frozen=True, slots=True)
class Regiobeeld:
    """Everything on the page: the own arrangement that runs, what was before, and all municipalities."""

    loopt: AfspraakBlad | None
    eerder: list[AfspraakBlad]
    gemeenten: list[Gemeentestand]


def grounds() -> list[tuple[str, str]]:
    """The legal grounds on which a municipality may do this: those that go with a task of its own."""
    return [(g.code, f"{g.naam} ({g.artikel})") for g in catalogus.grondslagen() if g.met_taak]


def read_region(*, by: Actor, today: date) -> Regiobeeld:
    """The page of the region. Raises `Geweigerd`."""
    require(by, ZIEN)
    rows = herkenning.own_afspraken(by=by)
    ids = {person for row in rows for person in (row.door, row.ingetrokken_door) if person}
    names: dict[Any, str] = dict(Medewerker.objects.filter(pk__in=ids).values_list("id", "naam"))
    words = dict(grounds())
    sheets = [
        AfspraakBlad(
            row,
            words.get(row.grondslag, row.grondslag),
            names.get(row.door, "een oud-collega"),
            names.get(row.ingetrokken_door, "een oud-collega") if row.ingetrokken_door else "",
        )
        for row in rows
    ]
    running = next((s for s in sheets if s.rij.ingetrokken_op is None and s.rij.geldig_tot >= today), None)
    return Regiobeeld(running, [s for s in sheets if s is not running], herkenning.regiostanden())
