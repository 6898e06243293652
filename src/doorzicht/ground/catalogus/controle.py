"""Checks the catalogue before it may be used: the form of every file, and that every code it refers to exists.

The findings are Dutch sentences with the place, so that a lawyer who edits a file can correct it alone.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from doorzicht.engines.weighing import FoutInCatalogus
from doorzicht.ground.catalogus.bestand import DATA, Inhoud, valid_on, weegcatalogus_from

SCHEMAS = DATA / "schema"


def check_file(naam: str, deel: Any) -> list[str]:
    """Return what is wrong with the form of one file, worst first; empty when it is right."""
    fouten = sorted(_validator(naam).iter_errors(deel), key=lambda fout: list(map(str, fout.absolute_path)))
    return [f"{naam}{_place(fout.absolute_path, deel)}: {fout.message}" for fout in fouten]


def check_references(inhoud: Inhoud) -> list[str]:
    """Return every code that is used but does not exist, and every code that exists twice."""
    return [*_doubles(inhoud), *_unknown(inhoud)]


def check(inhoud: Inhoud, *, op: date) -> list[str]:
    """Return every finding on a catalogue as it holds on a day. An empty list: it may be used."""
    fouten = [fout for naam, deel in inhoud.items() for fout in check_file(naam, deel)]
    if fouten:
        return fouten
    try:
        geldig = valid_on(inhoud, op)
        fouten = check_references(geldig)
        if not fouten:
            weegcatalogus_from(geldig, versie="controle")
    except FoutInCatalogus as fout:
        return [str(fout)]
    return fouten


@cache
def _validator(naam: str) -> Draft202012Validator:
    gemeen = json.loads((SCHEMAS / "gemeenschappelijk.schema.json").read_text(encoding="utf-8"))
    schema = json.loads((SCHEMAS / f"{naam}.schema.json").read_text(encoding="utf-8"))
    register = Registry().with_resource("gemeenschappelijk.schema.json", Resource.from_contents(gemeen))
    return Draft202012Validator(schema, registry=register, format_checker=FormatChecker())


def _place(pad: Iterable[Any], deel: Any) -> str:
    """Return the way to the place, with the code of each entry instead of its number."""
    tekst = ""
    for stap in pad:
        deel = deel[stap]
        naam = deel.get("code", deel.get("sub", deel.get("element"))) if isinstance(deel, dict) else None
        tekst += f" > {naam if isinstance(stap, int) and naam is not None else stap}"
    return tekst


def _doubles(inhoud: Inhoud) -> Iterator[str]:
    for naam, deel in inhoud.items():
        for lijst, rijen in deel.items():
            codes = [rij.get("code") for rij in rijen if isinstance(rij, dict)] if _is_list(rijen) else []
            for code in sorted({code for code in codes if code and codes.count(code) > 1}):
                yield f"{naam} > {lijst}: {code} staat er twee keer op dezelfde dag."


def _unknown(inhoud: Inhoud) -> Iterator[str]:
    waarnemingen = _codes(inhoud["waarnemingen"]["waarnemingen"])
    vormen = _codes(inhoud["vormen"]["vormen"])
    dimensies = inhoud["ilo-2009"]["dimensies"]
    for rij in inhoud["waarnemingen"]["waarnemingen"]:
        yield from _missing(rij["code"], rij["vormen"], vormen)
        yield from _missing(rij["code"], [rij["code"][:3]], _codes(inhoud["waarnemingen"]["groepen"]))
        per_dimensie = [deel["dimensie"] for deel in rij["ilo"]]
        if len(per_dimensie) != len(set(per_dimensie)):
            yield f"{rij['code']}: een dimensie staat er twee keer. Een waarneming telt daar één keer."
        for deel in rij["ilo"]:
            items = _codes(next(d["items"] for d in dimensies if d["code"] == deel["dimensie"]))
            yield from _missing(f"{rij['code']}, dimensie {deel['dimensie']}", [deel.get("item")], items)
    for kaart in inhoud["functiekaarten"]["kaarten"]:
        yield from _missing(kaart["code"], [vraag["waarneming"] for vraag in kaart["vragen"]], waarnemingen)
    publiek = inhoud["vragen-publiek"]
    for vraag in publiek["vragen"]:
        yield from _missing(vraag["code"], [vraag.get("waarneming")], waarnemingen)
        yield from _missing(vraag["code"], [vraag["groep"]], _codes(publiek["groepen"]))
    kwetsbaar = inhoud["kwetsbaarheden"]
    yield from _missing("opeenstapeling", kwetsbaar["opeenstapeling"], waarnemingen)
    for rij in kwetsbaar["kwetsbaarheden"]:
        yield from _missing(rij["code"], [rij["groep"]], _codes(kwetsbaar["groepen"]))
    for rij in inhoud["uitkomsten"]["uitkomsten"]:
        yield from _missing(rij["code"], [rij["bewaarregel"]], _codes(inhoud["bewaarregels"]["bewaarregels"]))
        yield from _missing(
            rij["code"], rij["tweede_persoon"], _codes(inhoud["uitkomsten"]["omstandigheden"])
        )


def _missing(plaats: str, gebruikt: Iterable[str | None], bekend: set[str]) -> Iterator[str]:
    for code in gebruikt:
        if code is not None and code not in bekend:
            yield f"{plaats}: {code} bestaat niet."


def _codes(rijen: Iterable[dict[str, Any]]) -> set[str]:
    return {rij["code"] for rij in rijen}


def _is_list(waarde: Any) -> bool:
    return isinstance(waarde, list)
