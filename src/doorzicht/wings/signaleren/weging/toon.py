"""The weighing as the layout's parts want it: observations, matrix, reasons, dimensions. No questions asked here."""

from collections.abc import Iterable, Sequence
from typing import Any

from doorzicht.engines.weighing.types import Dimensiebeeld, Onderdeel, Onderdeelbeeld
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.wings.signaleren.weging.beeld import Persoonsbeeld
from doorzicht.wings.signaleren.weging.selectors import Gezien
from doorzicht.wings.signaleren.weging.workflow import Poorten

_SOORT = {"handeling": "Handeling", "middel": "Middel", "doel": "Doel"}
_ORDE = {"S": 0, "M": 1, "W": 2}
_MINDER = "jonger dan 18"


def observation(seen: Gezien) -> dict[str, Any]:
    """A row for the part `waarnemingen`; a line without a code shows what was written."""
    entry = catalogus.op_code("waarnemingen").get(seen.rij.code)
    label = str(entry["label"]) if entry else seen.toelichting
    return {
        "id": seen.rij.id,
        "nummer": seen.nummer,
        "tekst": f"{label}: {seen.toelichting}" if entry and seen.toelichting else label,
        "code": seen.rij.code,
        "gewicht": str(entry["lijst"]) if entry else "0",
        "bron": seen.bron,
    }


def remark(seen: Gezien) -> str:
    """A vulnerability or a counter-fact as one line, with where it comes from."""
    entry = catalogus.op_code("kwetsbaarheden").get(seen.rij.code)
    words = str(entry["naam"]) if entry else seen.toelichting
    if entry and seen.toelichting:
        words += f": {seen.toelichting}"
    return f"{words} ({seen.bron})" if seen.bron else words


def matrix(beeld: Persoonsbeeld) -> list[dict[str, Any]]:
    """The rows of the part `elementenmatrix`: every sub-clause, what supports it and what is not seen."""
    clauses = {o.sub: o for o in beeld.weegcatalogus.onderdelen}
    return [_row(beeld, clauses[b.sub], b) for b in beeld.lid1]


def _row(beeld: Persoonsbeeld, clause: Onderdeel, found: Onderdeelbeeld) -> dict[str, Any]:
    return {
        "sub": found.sub,
        "voor": _for_whom(clause, beeld.persoon.rij.leeftijd),
        "handeling": _cell(beeld, found, found.handeling, ask=_ask(beeld, clause.handelingen)),
        "middel": _means(beeld, clause, found),
        "doel": _purpose(beeld, clause, found),
    }


def _for_whom(clause: Onderdeel, leeftijd: str) -> str:
    if not clause.alleen_onder_18:
        return "elke leeftijd"
    if leeftijd == "onbekend":
        return f"{_MINDER}; leeftijd onbekend telt mee"
    return f"alleen {_MINDER}; zie sub 1 en 4" if leeftijd == "meerderjarig" else _MINDER


def _means(beeld: Persoonsbeeld, clause: Onderdeel, found: Onderdeelbeeld) -> dict[str, Any]:
    """No means is asked for below 18, and at sub 3 and 6 of nobody (product rule 10)."""
    if found.middel_vereist == "nee":
        return {"stand": "nvt"}
    if found.middel_vereist == "afhankelijk_van_leeftijd":
        return {"stand": "nvt", "tekst": f"Niet vereist, als {_MINDER}"}
    ask = "Een middel, bij dit doel" if clause.middel_alleen_bij else "Een middel"
    return _cell(beeld, found, found.middel, ask=ask)


def _purpose(beeld: Persoonsbeeld, clause: Onderdeel, found: Onderdeelbeeld) -> dict[str, Any]:
    """Supported only when every requirement is: work alone is not exploitation."""
    missing = [e.naam for e in clause.eisen if f"doel:{e.code}" in found.ontbreekt]
    cell = _cell(beeld, found, found.doel, ask=_upper(" en ".join(e.naam for e in clause.eisen)))
    if missing and found.doel:
        cell |= {"stand": "geen", "tekst": f"{cell['tekst']}; niet gezien: {', '.join(missing)}"}
    return cell


def _cell(beeld: Persoonsbeeld, found: Onderdeelbeeld, touched: Sequence[str], *, ask: str) -> dict[str, Any]:
    if not touched:
        return {"stand": "geen", "tekst": ask, "waarnemingen": []}
    codes = {code for element in touched for code in found.waardoor[element]}
    return {
        "stand": "gesteund",
        "tekst": _upper(", ".join(_name(beeld, e) for e in touched)),
        "waarnemingen": beeld.nummers(codes),
    }


def _ask(beeld: Persoonsbeeld, elements: Sequence[str]) -> str:
    names = [_name(beeld, e) for e in elements]
    return _upper(", ".join(names) if len(names) < 4 else f"{names[0]}, {names[1]} of iets anders")


def reasons(beeld: Persoonsbeeld) -> list[dict[str, str]]:
    """Why each element is supported: the observations by number, and the reason of the catalogue."""
    touched = {e: codes for found in beeld.lid1 for e, codes in found.waardoor.items()}
    rows = []
    for element, entry in beeld.weegcatalogus.elementen.items():
        if element in touched and entry.soort in _SOORT:
            why = [
                r.reden
                for code in touched[element]
                for r in beeld.weegcatalogus.waarnemingen[code].raakt
                if r.element == element
            ]
            numbers = ", ".join(beeld.nummers(touched[element]))
            rows.append(
                {
                    "kop": f"{_SOORT[entry.soort]}: {entry.naam}",
                    "tekst": f"{numbers}. {' '.join(dict.fromkeys(why))}",
                }
            )
    return rows + _no_means(beeld)


def _no_means(beeld: Persoonsbeeld) -> list[dict[str, str]]:
    always = [f"{f.sub}°" for f in beeld.lid1 if f.middel_vereist == "nee"]
    depends = [f"{f.sub}°" for f in beeld.lid1 if f.middel_vereist == "afhankelijk_van_leeftijd"]
    text = f"Sub {', '.join(always)}." if always else ""
    if depends:
        text += (
            f" Sub {', '.join(depends)} als de persoon {_MINDER} is. De leeftijd is onbekend: ga daarvan uit."
        )
    return [{"kop": "Middel niet vereist", "tekst": text.strip()}] if text else []


def dimensions(found: Iterable[Dimensiebeeld]) -> list[dict[str, Any]]:
    """The rows of the part `dimensies`. Weights are counted, never added up."""
    return [
        {
            "naam": d.dimensie.naam,
            "waarom": _count(d),
            "gewichten": "".join(sorted((t.gewicht for t in d.waardoor), key=_ORDE.__getitem__)),
            "positief": d.positief,
        }
        for d in found
    ]


def _count(d: Dimensiebeeld) -> str:
    parts = [f"{n} {w}" for n, w in ((d.sterk, "sterk"), (d.middel, "middel"), (d.zwak, "zwak")) if n]
    if not parts:
        return "geen waarneming"
    words = " en ".join(parts)
    if not d.positief:
        words += ": te weinig"
    return f"{words}. Achtergrond, geen middel" if d.dimensie.soort == "kwetsbaarheid" else words


def gates(poorten: Poorten) -> list[dict[str, str]]:
    """The part `poorten`: the four questions beforehand with their answers."""
    task = catalogus.taak(poorten.taak) if poorten.taak else None
    territory = {"ja": "Ja", "nee": "Buiten de gemeente", "onbekend": "Nog niet bekend", "": ""}
    return [
        {"naam": "Taak van de gemeente", "waarom": task.naam if task else "",
         "stand": "" if task is None else ("ja" if task.is_taak else "nee")},
        {"naam": "In ons gebied", "waarom": territory[poorten.gebied],
         "stand": poorten.gebied if poorten.gebied in {"ja", "nee"} else ""},
        {"naam": "Concreet", "waarom": poorten.concreet_uitleg, "stand": _yes_no(poorten.concreet)},
        {"naam": "Recent", "waarom": poorten.recent_uitleg, "stand": _yes_no(poorten.recent)},
    ]  # fmt: skip


def _yes_no(answer: bool | None) -> str:
    return "" if answer is None else ("ja" if answer else "nee")


def _name(beeld: Persoonsbeeld, element: str) -> str:
    return beeld.weegcatalogus.elementen[element].naam


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
