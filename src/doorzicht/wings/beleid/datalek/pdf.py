"""One breach, or the whole register, as PDF/UA for the AP: what art. 33 lid 5 AVG asks. Made in memory, logged."""

from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any
from uuid import UUID

from doorzicht.ground.access.api import Actor
from doorzicht.ground.lib.pdf import compile_pdf
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties.api import Organisatie
from doorzicht.wings.beleid.datalek import selectors, toon
from doorzicht.wings.beleid.datalek.selectors import Datalekblad


def render(datalek_id: UUID, *, by: Actor, at: datetime) -> bytes:
    """One breach. Raises as `selectors.read_datalek`."""
    sheet = selectors.read_datalek(datalek_id, by=by)
    logboek.record(by, "lees", "datalek_pdf", [datalek_id], recht=selectors.ZIEN, doel="uitdraai")
    return compile_pdf(_template(), _document(f"Datalek {sheet.rij.nummer}", [sheet], by=by, at=at))


def render_register(*, by: Actor, at: datetime) -> bytes:
    """The whole register. Raises `Geweigerd`."""
    sheets = selectors.read_all(by=by, doel="uitdraai")
    return compile_pdf(_template(), _document("Datalekkenregister", sheets, by=by, at=at))


def _document(titel: str, sheets: list[Datalekblad], *, by: Actor, at: datetime) -> dict[str, Any]:
    gemeente = Organisatie.objects.get(pk=by.organisatie_id).naam
    return {
        "titel": f"{titel}, gemeente {gemeente}",
        "voet": f"Gemaakt voor {by.naam}, {toon.moment(at)}. Vertrouwelijk.",
        "leeg": "Er staat niets in het register.",
        "lekken": [_breach(sheet, at=at) for sheet in sheets],
    }


def _breach(sheet: Datalekblad, *, at: datetime) -> dict[str, Any]:
    clock = sheet.klok(now=at)
    parts = [
        ("Melding", [("Omschrijving", sheet.tekst["omschrijving"]), *toon.reported(sheet)]),
        ("Feiten, gevolgen en maatregelen", toon.facts(sheet)),
        *(
            (f"Besluit {n}", toon.decision(besluit, sheet.namen))
            for n, besluit in enumerate(sheet.besluiten, start=1)
        ),
        ("Wie het weet", toon.told(sheet)),
    ]
    return {
        "kop": f"Datalek {sheet.rij.nummer}",
        "stand": f"{toon.status(sheet)}. {clock.tekst}. Uiterlijk aan de AP: {toon.deadline(sheet)}.",
        "delen": [
            {"kop": head, "regels": [[name, text] for name, text in lines]} for head, lines in parts if lines
        ],
    }


@cache
def _template() -> bytes:
    return files("doorzicht.wings.beleid.datalek").joinpath("typst", "datalek.typ").read_bytes()
