"""How what was released is drawn: rows as dicts, words and badges. No questions about people's data."""

import csv
from collections.abc import Iterable, Mapping
from datetime import datetime
from io import StringIO
from typing import Any, Final
from uuid import UUID

from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.datums import days_late, format_date, format_days, last_day, local_day
from doorzicht.ground.verstrekking.api import (
    KADERS,
    STATUSSEN,
    WINGS,
    Inhoud,
    Ontvanger,
    Ontvangst,
    Registerregel,
)

STAND: Final = {
    "aangeboden": "wacht",
    "aangenomen": "klaar",
    "afgewezen": "slot",
    "ingetrokken": "slot",
    "verlopen": "slot",
}
KOLOMMEN: Final = (
    "nummer", "gegeven op", "van", "aan", "deel", "kader", "grondslag", "taak", "velden", "tot en met", "stand",
    "privacycheck", "geeindigd op", "bevestigen voor", "vernietiging bevestigd op",
)  # fmt: skip
FORMULE: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def grounds() -> dict[str, str]:
    """The legal grounds by code, as people read them."""
    bases = (*catalogus.grondslagen(), *catalogus.grondslagen("sectorwetten"))
    return {base.code: f"{base.naam}, {base.artikel}" for base in bases}


def to_whom(aan: Ontvanger, organisations: Mapping[str, str]) -> str:
    """Moviera; or gemeente Heerde (regie)."""
    name = organisations.get(aan.organisatie_id, aan.organisatie_id)
    return name if aan.wing == "partner" else f"{name} ({WINGS[aan.wing].lower()})"


def confirmation(line: Ontvangst | Registerregel, *, at: datetime) -> dict[str, str] | None:
    """Whether the receiver said that it is destroyed; nothing while that is not asked."""
    today = local_day(at)
    if line.bevestigd_op is not None:
        day = format_date(local_day(line.bevestigd_op), vandaag=today)
        return {"soort": "klaar", "tekst": f"Vernietigd, bevestigd {day}"}
    if line.bevestigen_voor is None:
        return None
    if late := days_late(line.bevestigen_voor, vandaag=today):
        return {"soort": "te-laat", "tekst": f"Bevestiging {format_days(late)} te laat"}
    day = format_date(line.bevestigen_voor, vandaag=today)
    return {"soort": "wacht", "tekst": f"Bevestigen tot en met {day}"}


def register_rows(
    lines: Iterable[Registerregel],
    *,
    organisations: Mapping[str, str],
    names: Mapping[UUID, str],
    at: datetime,
) -> list[dict[str, Any]]:
    """The lines of the register for its table."""
    bases = grounds()
    return [
        {
            "nummer": line.nummer,
            "gegeven": line.aangeboden_op,
            "aan": to_whom(line.aan, organisations),
            "kader": KADERS[line.kader].naam,
            "grond": bases.get(line.grondslag, line.grondslag),
            "doel": line.doel,
            "velden": ", ".join(line.veldcodes),
            "vervalt_op": line.vervalt_op,
            "getoetst": _checked(line, names),
            "stand": {"soort": STAND[line.status], "tekst": STATUSSEN[line.status]},
            "bevestiging": confirmation(line, at=at),
        }
        for line in lines
    ]


def _checked(line: Registerregel, names: Mapping[UUID, str]) -> str:
    if line.privacycheck_door is not None:
        return names.get(line.privacycheck_door, "een oud-collega")
    return "niet gevraagd in dit kader" if not KADERS[line.kader].privacycheck else "niet"


def received_rows(
    lines: Iterable[Ontvangst], *, organisations: Mapping[str, str], at: datetime
) -> list[dict[str, Any]]:
    """The lines of the receiver's list; what ended has no label any more."""
    return [
        {
            "id": line.id,
            "nummer": line.nummer,
            "label": line.label or f"Niet meer te zien ({line.nummer})",
            "van": organisations.get(line.van_organisatie_id, line.van_organisatie_id),
            "kader": KADERS[line.kader].naam,
            "vervalt_op": line.vervalt_op,
            "stand": {"soort": STAND[line.status], "tekst": STATUSSEN[line.status]},
            "bevestiging": confirmation(line, at=at),
        }
        for line in lines
    ]


def released(inhoud: Inhoud, *, names: Mapping[UUID, str]) -> dict[str, Any]:
    """Exactly what was released, for the component `verstrekking`."""
    task = next((t.naam for t in catalogus.taken() if t.code == inhoud.taak), "")
    checker = names.get(inhoud.privacycheck_door, "een oud-collega") if inhoud.privacycheck_door else ""
    facts = [
        ("Grondslag", grounds().get(inhoud.grondslag, inhoud.grondslag)),
        ("Privacycheck", checker),
        ("Taak", task),
        ("Te zien tot en met", format_date(last_day(inhoud.vervalt_op))),
        ("Doel", inhoud.doel),
        ("Daarna", "toegang dicht, kopie vernietigd; jij bevestigt dat je niets meer hebt"),
        ("Waarom nodig", inhoud.noodzaak),
    ]
    return {
        "kop": "Aan jou vrijgegeven",
        "nummer": inhoud.nummer,
        "stand": {"soort": STAND[inhoud.status], "tekst": STATUSSEN[inhoud.status]},
        "grond": [(name, value) for name, value in facts if value],
        "velden": [{"naam": v.label, "inhoud": v.inhoud, "waarom": v.waarom} for v in inhoud.velden],
        "niet_vrijgegeven": list(inhoud.niet_vrijgegeven),
    }


def write_csv(lines: Iterable[Registerregel]) -> str:
    """The register for a spreadsheet: codes and days, no text that somebody typed and no name of a person."""
    paper = StringIO()
    writer = csv.writer(paper, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(KOLOMMEN)
    for line in lines:
        writer.writerow([safe_cell(value) for value in _cells(line)])
    return paper.getvalue()


def _cells(line: Registerregel) -> tuple[str, ...]:
    def day(moment: datetime | None) -> str:
        return local_day(moment).isoformat() if moment else ""

    return (
        line.nummer, day(line.aangeboden_op), line.van_wing, line.aan.organisatie_id, line.aan.wing, line.kader,
        line.grondslag, line.taak, " ".join(line.veldcodes), last_day(line.vervalt_op).isoformat(), line.status,
        "ja" if line.privacycheck_door else "nee", day(line.beeindigd_op),
        line.bevestigen_voor.isoformat() if line.bevestigen_voor else "", day(line.bevestigd_op),
    )  # fmt: skip


def safe_cell(value: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP: CSV injection)."""
    return f"'{value}" if value.startswith(FORMULE) else value
