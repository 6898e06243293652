"""How a meeting is drawn: rows as dicts for the parts of docs/vormgeving.md. Words, no questions to the database."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.datums import days_late, format_date, format_days, last_day, local_day, to_local
from doorzicht.ground.verstrekking.api import STATUSSEN, Inhoud
from doorzicht.wings.regie.overleg.gegevens import (
    ActieBlad,
    DeelnemerBlad,
    OverlegBlad,
    Persoon,
    PuntBlad,
    PuntRegel,
)
from doorzicht.wings.regie.overleg.models import Overleg
from doorzicht.wings.regie.overleg.workflow import PUNT

STAND = {
    "straks": "wacht",
    "nu": "uitleg",
    "behandeld": "klaar",
    "besloten": "klaar",
    "doorgeschoven": "wacht",
    "vervallen": "slot",
}


def clock(moment: datetime) -> str:
    """13:30"""
    return f"{to_local(moment):%H:%M}"


def when(blad: OverlegBlad, *, today: date | None = None) -> str:
    """3 december, 13:30 tot 15:30; with the year on paper, where there is no `today`."""
    row = blad.rij
    return f"{format_date(local_day(row.begin), vandaag=today)}, {clock(row.begin)} tot {clock(row.eind)}"


def overleg_stand(row: Overleg, punten: Iterable[PuntRegel] = ()) -> dict[str, str]:
    """The status badge of a meeting; while it runs with the item at hand."""
    items = list(punten)
    if row.status == "gepland":
        return {"soort": "wacht", "tekst": "Gepland"}
    if row.status == "afgezegd":
        return {"soort": "slot", "tekst": "Afgezegd"}
    if row.status == "gesloten":
        return {"soort": "klaar", "tekst": f"Gesloten om {clock(row.gesloten_op or row.eind)}"}
    now = next((p.rij.volgnummer for p in items if p.rij.status == "nu"), None)
    return {"soort": "uitleg", "tekst": f"Bezig: punt {now}" if now else "Bezig"}


def agenda_rows(
    overleg: Overleg, punten: Iterable[PuntRegel], *, here: UUID | None, late: int
) -> list[dict[str, Any]]:
    """The agenda on the left: title, who comes for it, how far it is."""
    rows = []
    for punt in punten:
        stand = {"soort": STAND[punt.rij.status], "tekst": PUNT[punt.rij.status]}
        if punt.rij.soort == "acties_vorige" and late:
            stand = {"soort": "te-laat", "tekst": f"{late} actie{'s' if late > 1 else ''} te laat"}
        guests = sorted({p.organisatie for p in punt.gasten})
        rows.append(
            {
                "nummer": punt.rij.volgnummer,
                "titel": punt.titel,
                "url": reverse("overleg-punt", args=[overleg.id, punt.rij.id]),
                "wie": "+ " + ", ".join(guests) if guests else "vaste leden",
                "stand": stand,
                "nu": punt.rij.id == here,
            }
        )
    return rows


def invited_rows(overleg: Overleg, deelnemers: Iterable[DeelnemerBlad], nummer: int) -> list[dict[str, Any]]:
    """Who is there, and what they see of this item, until when."""
    return [
        {
            "naam": d.persoon.naam,
            "van": _from(overleg, d.persoon),
            "aanwezig": {True: "ja", False: "nee", None: "nog niet bekend"}[d.rij.aanwezig],
            "ziet": _sees(overleg, d, nummer),
        }
        for d in deelnemers
    ]


def _from(overleg: Overleg, persoon: Persoon) -> str:
    if persoon.soort != "gemeente":
        return persoon.organisatie
    return "gemeente, voorzitter" if persoon.medewerker_id == overleg.voorzitter else "gemeente"


def _sees(overleg: Overleg, deelnemer: DeelnemerBlad, nummer: int) -> dict[str, str]:
    if deelnemer.rij.vast:
        return {"soort": "klaar", "tekst": "vast lid"}
    if overleg.voorbij:
        return {"soort": "slot", "tekst": "toegang dicht"}
    if deelnemer.rij.aanwezig is False:
        return {"soort": "wacht", "tekst": "nee, is er niet"}
    if overleg.status == "gepland":
        return {"soort": "wacht", "tekst": f"vanaf de opening, punt {nummer}"}
    return {"soort": "vandaag", "tekst": f"tot {clock(overleg.eind)}, punt {nummer}"}


def released(
    inhoud: Inhoud, *, overleg: Overleg | None, names: Mapping[UUID, Persoon], today: date
) -> dict[str, Any]:
    """What was released, for the component `verstrekking`: ground, task, purpose, fields, end, what was kept back."""
    bases = {b.code: b for b in (*catalogus.grondslagen(), *catalogus.grondslagen("sectorwetten"))}
    base = bases.get(inhoud.grondslag)
    checker = names.get(inhoud.privacycheck_door) if inhoud.privacycheck_door else None
    task = next((t.naam for t in catalogus.taken() if t.code == inhoud.taak), "")
    expiry = format_date(last_day(inhoud.vervalt_op), vandaag=today)
    facts = [
        ("Grondslag", f"{base.naam}, {base.artikel}" if base else inhoud.grondslag),
        ("Privacycheck 2A", checker.naam if checker else ""),
        ("Taak", task),
        ("Te zien tot en met", expiry),
        ("Doel", inhoud.doel),
        ("Daarna", "toegang dicht, kopie vernietigd"),
        ("Waarom nodig", inhoud.noodzaak),
    ]
    running = overleg is not None and overleg.status == "bezig"
    return {
        "nummer": inhoud.nummer,
        "stand": {"soort": "vandaag", "tekst": f"Voor genodigden tot {clock(overleg.eind)}"}
        if running and overleg
        else {"soort": "wacht", "tekst": STATUSSEN[inhoud.status]},
        "grond": [(name, value) for name, value in facts if value],
        "velden": [{"naam": v.label, "inhoud": v.inhoud, "waarom": v.waarom} for v in inhoud.velden],
        "niet_vrijgegeven": list(inhoud.niet_vrijgegeven),
    }


def care_marks(inhoud: Inhoud | None, *, vast_lid: bool) -> list[dict[str, str]]:
    """The flags that travel with every verstrekking: care goes first. What somebody's age may be is for the standing
    members: a guest reads it when privacycheck 2A released it as a field."""
    if inhoud is None:
        return []
    marks = []
    if vast_lid and inhoud.minderjarig != "nee":
        words = {"ja": "Jonger dan 18: eerst zorg", "onbekend": "Mogelijk jonger dan 18: eerst zorg"}
        marks.append({"soort": "zorg", "tekst": words[inhoud.minderjarig]})
    if inhoud.slachtoffer:
        marks.append({"soort": "zorg", "tekst": "Mogelijk slachtoffer"})
    return marks


def actie_rows(
    acties: Iterable[ActieBlad], *, today: date, me: UUID | None, chair: bool
) -> list[dict[str, Any]]:
    """Actions with their term: overdue ones say by how many days."""
    return [
        {
            "id": a.id,
            "wat": a.wat,
            "wie": a.wie,
            "gemeente": a.gemeente,
            "resultaat": a.resultaat,
            "uiterlijk": format_date(a.uiterlijk, vandaag=today),
            "stand": _actie_stand(a, today),
            "mag_klaar": a.klaar_op is None and (chair or a.eigenaar == me),
        }
        for a in acties
    ]


def _actie_stand(actie: ActieBlad, today: date) -> dict[str, str]:
    if actie.klaar_op is not None:
        return {"soort": "klaar", "tekst": "Klaar"}
    if late := days_late(actie.uiterlijk, vandaag=today):
        return {"soort": "te-laat", "tekst": f"{format_days(late)} te laat"}
    if actie.uiterlijk == today:
        return {"soort": "vandaag", "tekst": "Vandaag"}
    return {"soort": "wacht", "tekst": "Loopt"}


def late_count(acties: Iterable[ActieBlad], *, today: date) -> int:
    """How many open actions are too late."""
    return sum(1 for a in acties if a.klaar_op is None and days_late(a.uiterlijk, vandaag=today))


def said(blad: PuntBlad) -> list[dict[str, Any]]:
    """What was brought in, with its owner, for the component `tijdlijn`."""
    return [
        {
            "wat": f"{b.persoon.naam}, {b.persoon.organisatie}",
            "wie": "politiegegeven: alleen de politie zelf en de voorzitter zien dit" if b.politie else "",
            "icoon": "lock" if b.politie else "message",
            "op": b.op,
            "uitleg": b.tekst,
        }
        for b in blad.bijdragen
        if b.op is not None
    ]
