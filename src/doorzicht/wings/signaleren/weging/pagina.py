"""The page of a weighing, put together from what was read: people one by one, places and remarks apart."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from doorzicht.ground.bestanden import api as bestanden
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.vault import api as vault
from doorzicht.wings.signaleren.melding.models import LEEFTIJD as LEEFTIJDEN
from doorzicht.wings.signaleren.melding.models import RolVanPersoon
from doorzicht.wings.signaleren.melding.toon import SOORTNAAM, call
from doorzicht.wings.signaleren.weging import toon
from doorzicht.wings.signaleren.weging.beeld import Persoonsbeeld, weigh_table
from doorzicht.wings.signaleren.weging.eerder import seen_before
from doorzicht.wings.signaleren.weging.selectors import Gezien, PersoonOpTafel, Tafel
from doorzicht.wings.signaleren.weging.stand import Stand, WegingBlad
from doorzicht.wings.signaleren.weging.workflow import BESLUITEN, WEEGBAAR, Poorten

LEEFTIJD = {
    "minderjarig": "jonger dan 18",
    "meerderjarig": "18 of ouder",
    "onbekend": "leeftijd onbekend, mogelijk jonger dan 18",
}


def build(tafel: Tafel, stand: Stand, *, names: dict[Any, str]) -> dict[str, Any]:
    """What the template draws, whoever looks. Forms are added by the view."""
    closed = None if tafel.melding.status in WEEGBAAR else stand.vastgelegd
    only = set(closed.rij.waarnemingen) if closed else None
    version = closed.rij.catalogusversie if closed else None
    weighed = weigh_table(tafel, versie=version, alleen=only)
    latest = stand.concept or stand.vastgelegd
    return {
        "m": tafel.melding,
        "label": tafel.label,
        "leeftijden": LEEFTIJDEN,
        "zorg": care(tafel, names),
        "poorten": toon.gates(latest.poorten if latest else Poorten()),
        "personen": [person(b, later=only) for b in weighed],
        "anderen": [other(p) for p in tafel.personen if not p.wordt_gewogen and p.gezien],
        "los": [toon.observation(g) for g in tafel.los if g.weegt_mee],
        "plek": [toon.observation(g) for g in tafel.alles if g.over_plek],
        "los_kwetsbaar": [toon.remark(g) for g in tafel.los if g.rij.soort == "kwetsbaarheid"],
        "los_tegen": [toon.remark(g) for g in tafel.los if g.rij.soort == "tegenfeit"],
        "samengevoegd": [lid.melding.nummer for lid in tafel.leden[1:]],
        "eerder": seen_before(stand, names),
        "wegingen": [record(w, names) for w in stand.wegingen if not w.rij.concept],
        "concept": stand.concept,
        "checks": answered_checks(stand, names),
        "catalogusversie": version or catalogus.current_version(),
    }


def files(tafel: Tafel) -> list[dict[str, Any]]:
    """The files of the melding and of what was merged into it, for a list from which each is opened. Two statements;
    their names belong to the reading that `read_table` logged."""
    home = tafel.melding.id
    number = {lid.melding.id: lid.melding.nummer for lid in tafel.leden}
    return [
        {"id": b.id, "melding_id": b.dossier_id, "naam": b.naam, "soort": SOORTNAAM[b.soort], "dag": b.dag,
         "hooguit": b.hooguit, "uit": "" if b.dossier_id == home else number[b.dossier_id]}
        for b in bestanden.attachments(vault.open_dossiers(number))
    ]  # fmt: skip


def person(beeld: Persoonsbeeld, *, later: Collection[UUID] | None) -> dict[str, Any]:
    """One presumed victim. What makes vulnerable and what speaks against stand apart."""
    p = beeld.persoon
    shown = [g for g in p.gezien if g.rij.soort == "waarneming" and not g.over_plek]
    return {
        "id": p.rij.id,
        "dossier": p.rij.dossier_id,
        "leeftijd": p.rij.leeftijd,
        "kop": p.aanduiding,
        "context": describe(p),
        "waarnemingen": [toon.observation(g) for g in shown if later is None or g.rij.id in later],
        "later": [toon.observation(g) for g in shown if later is not None and g.rij.id not in later],
        "matrix": toon.matrix(beeld),
        "redenen": toon.reasons(beeld),
        "profielen": [
            {"naam": b.profiel.naam, "dimensies": toon.dimensions(b.dimensies)} for b in beeld.profielen
        ],
        "let_op": [f"{' '.join(beeld.nummers([n.code]))} {n.tekst}".strip() for n in beeld.let_op],
        "uitleg": [(f.sub, f.uitleg) for f in beeld.lid1],
        "kwetsbaar": [toon.remark(g) for g in p.gezien if g.rij.soort == "kwetsbaarheid"],
        "tegen": [toon.remark(g) for g in p.gezien if g.rij.soort == "tegenfeit"],
    }


def describe(p: PersoonOpTafel) -> str:
    """Roles and age in one line, and the melding somebody came with."""
    roles = ", ".join(RolVanPersoon.ROLLEN[r] for r in p.rollen) or "nog geen rol gekozen"
    return " · ".join(
        part for part in (roles, LEEFTIJD[p.rij.leeftijd], f"uit {p.uit}" if p.uit else "") if part
    )


def other(p: PersoonOpTafel) -> dict[str, Any]:
    """Somebody with another role: what was seen is shown and not weighed."""
    seen: list[Gezien] = [g for g in p.gezien if g.rij.soort == "waarneming" and not g.over_plek]
    return {"kop": p.aanduiding, "context": describe(p), "waarnemingen": [toon.observation(g) for g in seen]}


def care(tafel: Tafel, names: dict[Any, str]) -> dict[str, Any]:
    """The banner and what was done: care stands above all else."""
    if "minderjarig" in tafel.leeftijden:
        head, why = "Jonger dan 18: middelen niet vereist. Zorg eerst.", "Het gaat om iemand jonger dan 18."
    elif "onbekend" in tafel.leeftijden:
        head = "Mogelijk minderjarig: middelen niet vereist. Zorg eerst."
        why = "De leeftijd is niet bekend. Dan gaan we uit van jonger dan 18."
    else:
        head, why = "Gevaar. Zorg eerst.", ""
    if tafel.acuut:
        why = f"Er is gevaar gemeld. {why}".strip()
    return {
        "nodig": tafel.zorg_eerst,
        "open": tafel.zorg_open,
        "kop": head,
        "waarom": why,
        "gedaan": [
            {"wat": call(step, who), "op": step.op, "wie": names.get(step.door, ""),
             "uitleg": outcome, "icoon": "circle-check"}
            for step, who, outcome in tafel.gebeld
        ],
    }  # fmt: skip


def record(sheet: WegingBlad, names: dict[Any, str]) -> dict[str, Any]:
    """A recorded weighing: what was decided, why, by whom, and what came after it."""
    row, outcome = sheet.rij, catalogus.uitkomst(sheet.rij.uitkomst, versie=sheet.rij.catalogusversie)
    sources = catalogus.op_code("bronnen", versie=row.catalogusversie)
    return {
        "rij": row,
        "uitkomst": outcome.naam,
        "door": names.get(row.door, "een collega"),
        "reden": sheet.reden,
        "overdracht": [("Aan", sheet.overdracht_aan), ("Wanneer", row.overdracht_op), ("Hoe", sheet.overdracht_hoe)]
        if sheet.overdracht_aan
        else [],
        "vraag": sheet.vraag,
        "bronnen": [str(sources[c]["naam"]) for c in row.bronnen if c in sources],
        "tweede_wacht": row.tweede_nodig and row.tweede_door is None,
        "tweede": names.get(row.tweede_door, "een collega") if row.tweede_door else "",
        "tweede_reden": sheet.tweede_reden,
        "aanvullingen": [
            {"wat": "Aangevuld", "op": a.op, "wie": names.get(a.door, ""), "uitleg": text, "icoon": "pencil"}
            for a, text in sheet.aanvullingen
        ],
    }  # fmt: skip


def answered_checks(stand: Stand, names: dict[Any, str]) -> list[dict[str, Any]]:
    """What the privacyfunctionaris answered, newest first: for whoever asked."""
    return [
        {
            "wat": f"{'Privacycheck ' + c.rij.soort}: {BESLUITEN[c.rij.besluit].lower()}",
            "op": c.rij.op,
            "wie": names.get(c.rij.door, "") + (" (vervanger)" if c.rij.als_vervanger else ""),
            "uitleg": " ".join(
                t for t in (c.reden, f"Voorstel: {c.tegenvoorstel}" if c.tegenvoorstel else "") if t
            ),
            "icoon": "circle-check" if c.rij.besluit == "akkoord" else "ban",
        }
        for c in reversed(stand.checks)
        if not c.open
    ]
