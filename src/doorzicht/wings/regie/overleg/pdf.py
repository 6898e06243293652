"""Agenda and besluitenlijst as PDF/UA, made for one reader from what that reader may see, in memory.

Never one file for everybody: a guest's list holds their items and no others, because it is made of the questions they
may ask (`ground/lib/pdf.py` sets them).
"""

from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any, Literal
from uuid import UUID

from doorzicht.ground.access.api import Actor, may
from doorzicht.ground.lib.datums import format_date, local_day
from doorzicht.ground.lib.pdf import compile_pdf
from doorzicht.ground.logboek import api as logboek
from doorzicht.wings.regie.overleg import selectors, toon
from doorzicht.wings.regie.overleg.acties import open_acties
from doorzicht.wings.regie.overleg.gegevens import ActieBlad, BesluitBlad, OverlegBlad, PuntBlad
from doorzicht.wings.regie.overleg.punt import read_punt
from doorzicht.wings.regie.overleg.workflow import PUNT, ZORGCHECK

Soort = Literal["agenda", "besluitenlijst"]
KOPPEN = {"agenda": "Agenda", "besluitenlijst": "Besluitenlijst"}


def render(overleg_id: UUID, soort: Soort, *, by: Actor, at: datetime) -> bytes:
    """The document for this reader; logged. Raises `Overleg.DoesNotExist` or `Geweigerd`."""
    return compile_pdf(_template(), gather(overleg_id, soort, by=by, at=at))


def gather(overleg_id: UUID, soort: Soort, *, by: Actor, at: datetime) -> dict[str, Any]:
    """What a document for this reader holds, for whatever prints it; logged as reading every item in it."""
    blad = selectors.find_overleg(overleg_id, by=by)
    items = selectors.agenda(blad.rij, by=by)
    sheets = [read_punt(item.rij.id, overleg_id=overleg_id, by=by, at=at) for item in items]
    logboek.record(
        by, "lees", "overleg_pdf", [overleg_id, *(s.rij.id for s in sheets)], recht="overleg.zien", doel=soort
    )
    return document(blad, sheets, soort, by=by, at=at)


@cache
def _template() -> bytes:
    return files("doorzicht.wings.regie.overleg").joinpath("typst", "overleg.typ").read_bytes()


def document(
    blad: OverlegBlad, sheets: list[PuntBlad], soort: Soort, *, by: Actor, at: datetime
) -> dict[str, Any]:
    """What the template prints."""
    today = local_day(at)
    earlier = open_acties(by=by, voor=blad.rij) if may(by, "overleg.vast_lid") else ()
    present = {
        d.persoon.medewerker_id: f"{d.persoon.naam} ({d.persoon.organisatie})"
        for sheet in sheets
        for d in sheet.deelnemers
        if d.rij.aanwezig
    }
    return {
        "titel": f"{KOPPEN[soort]} Lokaal Ondermijningsoverleg {blad.gemeente}",
        "wanneer": toon.when(blad),
        "plaats": blad.plaats,
        "voet": f"Gemaakt voor {by.naam}, {format_date(today)}, {toon.clock(at)}. Alleen voor jou; niet doorsturen.",
        "aanwezig": list(present.values()) if soort == "besluitenlijst" else [],
        "punten": [_item(sheet, soort, earlier, today) for sheet in sheets],
    }


def _item(sheet: PuntBlad, soort: Soort, earlier: tuple[ActieBlad, ...], today: date) -> dict[str, Any]:
    guests = [d.persoon for d in sheet.deelnemers if not d.rij.vast and d.rij.aanwezig is not False]
    wie = "Erbij: " + ", ".join(f"{p.naam} ({p.organisatie})" for p in guests) if guests else ""
    acties = earlier if sheet.rij.soort == "acties_vorige" else sheet.acties
    with_actions = soort == "besluitenlijst" or sheet.rij.soort == "acties_vorige"
    return {
        "kop": f"{sheet.rij.volgnummer}. {sheet.titel}",
        "wie": wie,
        "delen": _parts(sheet) if soort == "besluitenlijst" else [],
        "acties": [_actie(a, today) for a in acties] if with_actions else [],
    }


def _parts(sheet: PuntBlad) -> list[dict[str, Any]]:
    """The decision with reason and dissent; of an item without one how it stands."""
    if sheet.besluit is None:
        return [{"kop": "Stand", "regels": [PUNT[sheet.rij.status]]}]
    return [{"kop": kop, "regels": text.splitlines()} for kop, text in _lines(sheet.besluit) if text]


def _lines(besluit: BesluitBlad) -> list[tuple[str, str]]:
    care = f"{ZORGCHECK[besluit.rij.zorgcheck]}. {besluit.zorg}" if besluit.rij.zorgcheck else ""
    return [
        ("Besluit", besluit.naam),
        ("Waarom", besluit.motivering),
        ("Wie denkt er anders over", besluit.anders),
        ("Zorg en onderdak", care),
    ]


def _actie(actie: ActieBlad, today: date) -> list[str]:
    (row,) = toon.actie_rows([actie], today=today, me=None, chair=False)
    return [row["wat"], row["wie"], format_date(actie.uiterlijk), row["stand"]["tekst"]]
