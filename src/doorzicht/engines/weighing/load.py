"""From the parsed files of the catalogue to the frozen values of `types`. Reads no file itself.

Refuses a catalogue that contradicts itself: an observation that touches an unknown element, abuse (M9, M10)
without the act of abuse, a place or a denial that would count.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from doorzicht.engines.weighing.types import (
    Bijdrage,
    Dimensie,
    Drempel,
    Eis,
    Element,
    FoutInCatalogus,
    Gewicht,
    Onderdeel,
    Profiel,
    Raakt,
    Vorm,
    Waarneming,
    Weegcatalogus,
)

MISBRUIK = frozenset({"M9", "M10"})
_LEEFTIJDSLEUTEL = {"minderjarig": "kind", "meerderjarig": "volwassene"}
_AFWEZIG = "afwezig"

Rij = Mapping[str, Any]


def build_weegcatalogus(*, versie: str, wet: Rij, ilo: Rij, waarnemingen: Rij, vormen: Rij) -> Weegcatalogus:
    """Return the catalogue of one version. Raises `FoutInCatalogus` with a sentence that names the line."""
    elementen = {rij["code"]: Element(rij["code"], rij["soort"], rij["naam"]) for rij in wet["elementen"]}
    profielen = tuple(
        Profiel(rij["code"], rij["naam"], rij["leeftijd"], rij["groep"]) for rij in ilo["profielen"]
    )
    items = {item["code"]: item for rij in ilo["dimensies"] for item in rij["items"]}
    lijst = [_waarneming(rij, elementen, profielen, items) for rij in waarnemingen["waarnemingen"]]
    return Weegcatalogus(
        versie=versie,
        elementen=MappingProxyType(elementen),
        waarnemingen=MappingProxyType({waarneming.code: waarneming for waarneming in lijst}),
        onderdelen=tuple(_onderdeel(rij, elementen) for rij in wet["lid1"]),
        profielen=profielen,
        dimensies=tuple(Dimensie(rij["code"], rij["naam"], rij["soort"]) for rij in ilo["dimensies"]),
        drempels=tuple(
            Drempel(rij["naam"], *(rij.get(k, 0) for k in ("sterk", "middel", "zwak", "overig")))
            for rij in ilo["regel"]
        ),
        vormen=MappingProxyType(
            {
                rij["code"]: Vorm(rij["code"], rij["naam"], tuple(rij["profielen"]), rij["ilo"])
                for rij in vormen["vormen"]
            }
        ),
    )


def _waarneming(
    rij: Rij, elementen: Mapping[str, Element], profielen: Sequence[Profiel], items: Mapping[str, Rij]
) -> Waarneming:
    code = rij["code"]
    if rij["rol"] != "waarneming" and (rij["elementen"] or rij["ilo"]):
        raise FoutInCatalogus(f"{code}: de rol is {rij['rol']}. Dan raakt zij geen element en geen dimensie.")
    return Waarneming(
        code=code,
        label=rij["label"],
        rol=rij["rol"],
        alleen_minderjarig=rij.get("alleen_minderjarig", False),
        meerledig=rij.get("meerledig", ""),
        raakt=tuple(_raakt(code, deel, elementen) for deel in rij["elementen"]),
        bijdragen=tuple(_bijdrage(code, deel, profielen, items) for deel in rij["ilo"]),
    )


def _raakt(code: str, rij: Rij, elementen: Mapping[str, Element]) -> Raakt:
    if rij["element"] not in elementen:
        raise FoutInCatalogus(f"{code}: element {rij['element']} staat niet in de wet van deze catalogus.")
    daad = rij.get("daad_van_misbruik", "")
    if rij["element"] in MISBRUIK and not daad:
        raise FoutInCatalogus(
            f"{code}: bij {rij['element']} moet staan welke daad van misbruik is gezien. "
            "Een kwetsbaarheid alleen is geen middel."
        )
    return Raakt(rij["element"], rij["reden"], daad)


def _bijdrage(code: str, rij: Rij, profielen: Sequence[Profiel], items: Mapping[str, Rij]) -> Bijdrage:
    item = items.get(rij["item"]) if "item" in rij else None
    if "item" in rij and item is None:
        raise FoutInCatalogus(f"{code}: ILO-item {rij['item']} bestaat niet.")
    bron = rij.get("gewicht") or (item or {}).get("gewicht")
    if bron is None:
        raise FoutInCatalogus(f"{code}: bij dimensie {rij['dimensie']} staat geen item en geen gewicht.")
    gewicht = {profiel.code: weight_for(bron, profiel) for profiel in profielen}
    return Bijdrage(
        dimensie=rij["dimensie"],
        gewicht=MappingProxyType({profiel: waarde for profiel, waarde in gewicht.items() if waarde}),
        voorstel="gewicht" in rij,
        reden=rij["reden"],
    )


def weight_for(bron: Mapping[str, Any], profiel: Profiel) -> Gewicht | None:
    """Return the weight for one profile: the most precise key wins (profile, then age, then `alle`)."""
    for sleutel in (profiel.code, _LEEFTIJDSLEUTEL[profiel.leeftijd], "alle"):
        if sleutel in bron:
            waarde = bron[sleutel]
            return None if waarde == _AFWEZIG else waarde
    return None


def _onderdeel(rij: Rij, elementen: Mapping[str, Element]) -> Onderdeel:
    genoemd = set(rij["handeling"]) | {code for eis in rij["eisen"] for code in eis["een_van"]}
    onbekend = sorted(genoemd - set(elementen))
    if onbekend:
        raise FoutInCatalogus(f"Sub {rij['sub']}: element {', '.join(onbekend)} bestaat niet.")
    return Onderdeel(
        sub=rij["sub"],
        titel=rij["titel"],
        alleen_onder_18=rij["slachtoffer"] == "onder_18",
        handelingen=tuple(rij["handeling"]),
        middel=rij["middel"],
        middel_alleen_bij=frozenset(rij.get("middel_alleen_bij", ())),
        eisen=tuple(
            Eis(eis["code"], eis["naam"], frozenset(eis["een_van"]), "reden" in eis) for eis in rij["eisen"]
        ),
        geestelijk=rij["geestelijk"],
    )
