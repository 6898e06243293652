"""Meldingen as the layout's parts want them: rows of the worklist, sheets of a melding. No questions asked here."""

from typing import Any

from django.urls import reverse

from doorzicht.ground.access.api import Actor
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.organisaties.kanalen import KANALEN
from doorzicht.wings.signaleren.melding.models import AcuteStap, RolVanPersoon
from doorzicht.wings.signaleren.melding.selectors import MeldingBlad, PersoonBlad, WaarnemingBlad
from doorzicht.wings.signaleren.melding.werklijst import FILTERS, Regel

ROLNAAM = {
    "aandachtsfunctionaris": "Aandachtsfunctionaris",
    "coordinator": "Coördinator",
    "privacyfunctionaris": "Privacyfunctionaris",
}


def worklist_row(regel: Regel, *, by: Actor) -> dict[str, Any]:
    """A row for the component `werklijst`."""
    melding = regel.melding
    return {
        "titel": regel.label,
        "nummer": regel.nummer,
        "url": reverse("melding", kwargs={"melding_id": regel.id}),
        "spoed": urgency(regel),
        "nieuw": "Nieuw bericht" if melding.nieuw_bericht else "",
        "ontvangen": melding.ontvangen_op or melding.ontvangen_dag,
        "via": via(melding.kanaal, melding.kaart),
        "stap": regel.stap,
        "uiterlijk": melding.uiterlijk,
        "aan_zet": "Jij" if regel.aan_zet in by.rollen else ROLNAAM.get(regel.aan_zet, ""),
        "rand": "spoed" if regel.zorg_eerst else ("te-laat" if regel.dagen_te_laat else ""),
    }


def pills(*, chosen: str | None) -> list[dict[str, Any]]:
    """The filters of the worklist, each with its address; None when no list is shown."""
    here = reverse("melding-lijst")
    return [
        {"naam": name, "url": f"{here}?toon={code}" if code else here, "gekozen": code == chosen}
        for code, name in FILTERS.items()
    ]


def urgency(regel: Regel) -> dict[str, str] | None:
    """The badge of a row that goes before others."""
    if regel.melding.spoed == "acuut":
        return {"soort": "spoed", "tekst": "Gevaar: zorg eerst"}
    if regel.zorg_eerst:
        return {"soort": "spoed", "tekst": "Zorg eerst"}
    if regel.melding.spoed == "spoed":
        return {"soort": "vandaag", "tekst": "Spoed"}
    return None


def via(kanaal: str, kaart: str) -> str:
    """How it came in, in words: the channel, or the card of a function."""
    card = catalogus.op_code("functiekaarten", "kaarten").get(kaart)
    if card is None:
        return KANALEN[kanaal].via
    return card["naam"][:1].lower() + str(card["naam"][1:])


def observation_row(sheet: WaarnemingBlad) -> dict[str, Any]:
    """A row for the component `waarnemingen`."""
    entry = catalogus.op_code("waarnemingen").get(sheet.rij.code)
    return {
        "nummer": f"W{sheet.nr}",
        "id": sheet.rij.id,
        "tekst": entry["label"] if entry else sheet.toelichting,
        "toelichting": sheet.toelichting if entry else "",
        "code": sheet.rij.code,
        "gewicht": str(entry["lijst"]) if entry else "0",
        "bron": sheet.bron,
        "soort": sheet.rij.soort,
    }


def person_facts(person: PersoonBlad) -> list[tuple[str, str]]:
    """What is known of a person, in reading order; only what was filled in."""
    names = dict(RolVanPersoon.ROLLEN)
    leeftijd = {
        "minderjarig": "jonger dan 18",
        "meerderjarig": "18 of ouder",
        "onbekend": "onbekend, mogelijk jonger dan 18",
    }
    facts = [
        ("Rollen", ", ".join(names[r] for r in person.huidige_rollen) or "nog geen rol gekozen"),
        ("Leeftijd", leeftijd[person.rij.leeftijd]),
        ("Naam", person.naam),
        ("Geboortejaar", person.geboortejaar),
        ("Omschrijving", person.omschrijving),
        ("Tolk", "nodig" if person.rij.tolk_nodig else ""),
        *((soort.capitalize(), waarde) for soort, waarde in person.gegevens),
    ]
    return [(name, value) for name, value in facts if value]


def call(stap: AcuteStap, wie: str) -> str:
    """Who was called and spoken to, or that nobody was, as one line."""
    return f"{stap.SOORTEN[stap.soort]}: {wie}" if wie else stap.SOORTEN[stap.soort]


def timeline(sheet: MeldingBlad, names: dict[Any, str]) -> list[dict[str, Any]]:
    """Calls and messages for the component `tijdlijn`."""
    calls = [
        {"icoon": "phone", "wat": call(stap, wie), "op": stap.op, "wie": names.get(stap.door, ""),
         "uitleg": uitkomst}
        for stap, wie, uitkomst in sheet.acuut
    ]  # fmt: skip
    messages = [
        {"icoon": "message", "wat": "De melder schreef" if b.van_melder else "Terug aan de melder", "op": b.dag,
         "wie": names.get(b.door, ""), "uitleg": tekst, "nieuw": b.van_melder and b.gelezen_dag is None}
        for b, tekst in sheet.berichten
    ]  # fmt: skip
    return calls + messages


SOORTNAAM = {"jpg": "foto", "png": "afbeelding", "webp": "afbeelding", "pdf": "pdf", "docx": "Word"}


def attachments(sheet: MeldingBlad) -> list[dict[str, Any]]:
    """Files with what they came with: the melding itself, or a message of the reporter or of the Meldpunt."""
    by_whom = {True: "bij een bericht van de melder", False: "meegestuurd aan de melder"}
    sender: dict[Any, str] = {b.id: by_whom[b.van_melder] for b, _ in sheet.berichten}
    return [
        {"id": file.id, "naam": file.naam, "soort": SOORTNAAM[file.soort], "dag": file.dag,
         "waarbij": sender.get(file.hoort_bij, "bij de melding")}
        for file in sheet.bijlagen
    ]  # fmt: skip
