"""A breach in words, for the screen and for the document. No questions asked here."""

from datetime import datetime
from typing import Any

from doorzicht.ground.lib.datums import MAANDEN, WEEKDAGEN, to_local
from doorzicht.wings.beleid.datalek import klok
from doorzicht.wings.beleid.datalek.selectors import Besluitblad, Datalekblad
from doorzicht.wings.beleid.datalek.workflow import AARD, GAANDE, STATUSSEN, UITZONDERINGEN

LEEG = "Nog niet ingevuld."


def moment(at: datetime) -> str:
    """ "dinsdag 24 november 2026, 18:05": a breach is told to the hour, so the day alone is not enough."""
    local = to_local(at)
    return f"{WEEKDAGEN[local.weekday()]} {local.day} {MAANDEN[local.month - 1]} {local.year}, {local:%H:%M}"


def deadline(blad: Datalekblad) -> str:
    """Until when the AP may be told in time."""
    return moment(klok.deadline(blad.rij.klok_vanaf))


def reported(blad: Datalekblad) -> list[tuple[str, str]]:
    """What whoever noticed it told, and every beginning of the clock that the FG recorded, the newest last."""
    row = blad.rij
    lines = [
        ("Gemeld door", blad.namen.get(row.gemeld_door, "een oud-collega")),
        ("Gemeld op", moment(row.gemeld_op)),
        ("Ontdekt op", moment(row.ontdekt_op)),
        ("Nog bezig", GAANDE[row.gaande]),
    ]
    for n, begin in enumerate(blad.klokken, start=1):
        verb = "loopt" if n == len(blad.klokken) else "liep"
        who = f"{blad.namen.get(begin.rij.door, 'een oud-collega')}, {moment(begin.rij.op)}"
        lines.append((f"De klok {verb} vanaf", f"{moment(begin.rij.vanaf)}. {begin.reden} ({who})"))
    return lines


def facts(blad: Datalekblad) -> list[tuple[str, str]]:
    """What art. 33 lid 3 and 5 AVG ask."""
    kinds = ". ".join(AARD[code] for code in blad.rij.aard)
    return [
        ("Wat voor inbreuk", f"{kinds}." if kinds else LEEG),
        ("Wat er gebeurde", blad.tekst["feiten"] or LEEG),
        ("Om wie het gaat", blad.tekst["betreft_wie"] or LEEG),
        ("Om welke gegevens", blad.tekst["betreft_wat"] or LEEG),
        ("Gevolgen", blad.tekst["gevolgen"] or LEEG),
        ("Maatregelen", blad.tekst["maatregelen"] or LEEG),
    ]


def decision(besluit: Besluitblad, names: dict[Any, str]) -> list[tuple[str, str]]:
    """One decision with its reasons."""
    row = besluit.rij
    return [
        ("AP", f"{'Moet het weten' if row.ap else 'Hoeft het niet te weten'}. {besluit.ap_reden}"),
        ("Betrokkenen", f"{_people(row.betrokkenen, row.uitzondering)} {besluit.betrokkenen_reden}"),
        ("Besloten door", f"{names.get(row.door, 'een oud-collega')}, {moment(row.op)}"),
    ]


def _people(must: bool, why: str) -> str:
    return "Moeten het weten." if must else f"Hoeven het niet te weten. {UITZONDERINGEN[why]}."


def told(blad: Datalekblad) -> list[tuple[str, str]]:
    """Who was told, when and how."""
    row, text, lines = blad.rij, blad.tekst, []
    if row.ap_gemeld_op is not None:
        lines.append(("AP", f"{moment(row.ap_gemeld_op)}, nummer {text['ap_kenmerk']}"))
        if text["ap_laat_reden"]:
            lines.append(("Waarom later dan 72 uur", text["ap_laat_reden"]))
    if row.ingelicht_op is not None:
        lines.append(("Betrokkenen", f"{moment(row.ingelicht_op)}. {text['ingelicht_hoe']}"))
    if row.afgesloten_op is not None:
        closer = blad.namen.get(row.afgesloten_door, "een oud-collega")
        lines.append(("Afgesloten", f"{moment(row.afgesloten_op)}, door {closer}"))
    return lines


def status(blad: Datalekblad) -> str:
    """The state in words."""
    return STATUSSEN[blad.rij.status]
