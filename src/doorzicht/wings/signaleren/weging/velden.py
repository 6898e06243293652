"""What of a melding can go to the overleg, field by field. Anything about the reporter is not in the list at all.

Not in it either: the story as it was told, and who said what (`bron`, `toelichting`): both can give a reporter
away. Instead somebody writes a description for the occasion. Persons are called by number.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from doorzicht.ground.catalogus import api as catalogus
from doorzicht.wings.signaleren.melding.selectors import MeldingBlad, PersoonBlad, WaarnemingBlad

OMSCHRIJVING = "omschrijving"
NOOIT = ("Wie meldde", "Het verhaal zoals het is gemeld", "Wie wat zag of vertelde")
"""Always kept back, and said so to whoever receives."""
GEGEVENS = {
    "telefoon": "Telefoonnummer",
    "email": "E-mailadres",
    "kenteken": "Kenteken",
    "iban": "Rekeningnummer",
    "kvk": "KvK-nummer",
    "url": "Webadres",
    "adres": "Adres",
}
LEEFTIJD = {
    "minderjarig": "jonger dan 18",
    "meerderjarig": "18 of ouder",
    "onbekend": "onbekend, mogelijk jonger dan 18",
}


@dataclass(frozen=True, slots=True)
class Keuzeveld:
    """A field that may be proposed: its code, the label the receiver reads, and what it holds."""

    code: str
    label: str
    inhoud: str = field(repr=False)


def choices(sheets: Mapping[int, MeldingBlad]) -> list[Keuzeveld]:
    """Everything that may be chosen of these members of a family, by their place in it; empty fields are left out."""
    found = [v for n, sheet in sheets.items() for v in _of_melding(sheet, n)]
    return [v for v in found if v.inhoud.strip()]


def _of_melding(sheet: MeldingBlad, n: int) -> Iterator[Keuzeveld]:
    prefix, suffix = (f"m{n}-", f" ({sheet.melding.nummer})") if n else ("", "")
    m = sheet.melding
    forms = {v.code: v.naam for v in catalogus.vormen()}
    sectors = {s.code: s.naam for s in catalogus.sectoren()}
    yield Keuzeveld(f"{prefix}plaats", f"Plaats{suffix}", str(sheet.plaats))
    yield Keuzeveld(f"{prefix}wanneer", f"Wanneer gezien{suffix}", sheet.wanneer)
    yield Keuzeveld(f"{prefix}vorm", f"Vorm{suffix}", ", ".join(forms[v] for v in m.vormen if v in forms))
    yield Keuzeveld(f"{prefix}sector", f"Sector{suffix}", sectors.get(m.sector, ""))
    about_place = [w for w in sheet.alle_waarnemingen if w.rij.soort == "locatie"]
    yield Keuzeveld(f"{prefix}plek", f"Gezien op de plek{suffix}", _labels(about_place))
    yield from _identifiers(f"{prefix}los", f"{suffix}", sheet.gegevens)
    for person in sheet.personen:
        yield from _of_person(person, prefix, suffix)


def _of_person(person: PersoonBlad, prefix: str, suffix: str) -> Iterator[Keuzeveld]:
    nr = person.rij.volgnummer
    code, who = f"{prefix}p{nr}", f"persoon {nr}{suffix}"
    seen = [w for w in person.waarnemingen if w.rij.soort == "waarneming"]
    against = [w.toelichting for w in person.waarnemingen if w.rij.soort == "tegenfeit"]
    yield Keuzeveld(f"{code}-waarnemingen", f"Gezien bij {who}", _labels(seen))
    yield Keuzeveld(f"{code}-tegen", f"Wat ertegen spreekt bij {who}", "; ".join(against))
    yield Keuzeveld(f"{code}-leeftijd", f"Leeftijd van {who}", LEEFTIJD[person.rij.leeftijd])
    yield Keuzeveld(f"{code}-naam", f"Naam van {who}", person.naam)
    yield Keuzeveld(f"{code}-geboortejaar", f"Geboortejaar van {who}", person.geboortejaar)
    yield from _identifiers(code, f" van {who}", person.gegevens)


def _identifiers(code: str, of: str, pairs: list[tuple[str, str]]) -> Iterator[Keuzeveld]:
    for n, (kind, value) in enumerate(pairs, start=1):
        yield Keuzeveld(f"{code}-{kind}-{n}", f"{GEGEVENS.get(kind, kind)}{of}", value)


def _labels(seen: list[WaarnemingBlad]) -> str:
    """The words of the catalogue; what somebody wrote with it stays here, and denial stays too (product rule 6)."""
    entries = catalogus.op_code("waarnemingen")
    told = [w.rij.code for w in seen if w.rij.code in entries and entries[w.rij.code]["rol"] != "neutraal"]
    return "; ".join(str(entries[code]["label"]) for code in told)
