"""The matrix of article 273f paragraph 1: which elements rest on an observation, and on which.

An element is touched when at least one observation that may count is mapped to it. A sub-clause is never
"complete" or "proven": the answer lists what is touched and what is not, and the reader decides.
"""

from collections.abc import Iterable, Mapping

from doorzicht.engines.weighing.dimensions import applies
from doorzicht.engines.weighing.sentences import explain_sub
from doorzicht.engines.weighing.types import (
    Leeftijd,
    MiddelVereist,
    Onderdeel,
    Onderdeelbeeld,
    Waarneming,
    Weegcatalogus,
)

Geraakt = Mapping[str, tuple[str, ...]]


def touched_elements(
    catalogus: Weegcatalogus, *, leeftijd: Leeftijd, waarnemingen: Iterable[Waarneming]
) -> Geraakt:
    """Return per element, in the order of the law, the codes of the observations that touch it."""
    geraakt: dict[str, list[str]] = {code: [] for code in catalogus.elementen}
    for waarneming in waarnemingen:
        if waarneming.telt and applies(waarneming, leeftijd):
            for raakt in waarneming.raakt:
                geraakt[raakt.element].append(waarneming.code)
    return {code: tuple(codes) for code, codes in geraakt.items() if codes}


def read_sub(
    catalogus: Weegcatalogus, *, onderdeel: Onderdeel, leeftijd: Leeftijd, geraakt: Geraakt
) -> Onderdeelbeeld:
    """Return what is touched and what is missing for one sub-clause."""
    vereist = means_required(onderdeel, leeftijd=leeftijd)
    handeling = tuple(code for code in onderdeel.handelingen if code in geraakt)
    middel = _middelen(catalogus, onderdeel, vereist, geraakt)
    gevraagd = frozenset().union(*(eis.een_van for eis in onderdeel.eisen))
    doel = tuple(code for code in geraakt if code in gevraagd)
    ontbreekt = _missing(onderdeel, leeftijd, vereist, handeling, middel, doel)
    return Onderdeelbeeld(
        sub=onderdeel.sub,
        titel=onderdeel.titel,
        handeling=handeling,
        middel=middel,
        middel_vereist=vereist,
        doel=doel,
        ontbreekt=ontbreekt,
        waardoor={code: geraakt[code] for code in (*handeling, *middel, *doel)},
        uitleg=explain_sub(
            catalogus,
            onderdeel=onderdeel,
            leeftijd=leeftijd,
            vereist=vereist,
            geraakt=(handeling, middel, doel),
            ontbreekt=ontbreekt,
        ),
    )


def means_required(onderdeel: Onderdeel, *, leeftijd: Leeftijd) -> MiddelVereist:
    """Whether this person needs a means under this sub-clause (domain.md 1.6; decision 0011)."""
    if onderdeel.middel == "vereist":
        return "ja"
    if onderdeel.middel == "niet_vereist":
        return "nee"
    branches: dict[Leeftijd, MiddelVereist] = {
        "minderjarig": "nee",
        "meerderjarig": "ja",
        "onbekend": "afhankelijk_van_leeftijd",
    }
    return branches[leeftijd]


def _middelen(
    catalogus: Weegcatalogus, onderdeel: Onderdeel, vereist: MiddelVereist, geraakt: Geraakt
) -> tuple[str, ...]:
    if vereist != "ja":
        return ()
    if onderdeel.middel_alleen_bij and not onderdeel.middel_alleen_bij & set(geraakt):
        return ()
    return tuple(code for code in geraakt if catalogus.elementen[code].soort == "middel")


def _missing(
    onderdeel: Onderdeel,
    leeftijd: Leeftijd,
    vereist: MiddelVereist,
    handeling: tuple[str, ...],
    middel: tuple[str, ...],
    doel: tuple[str, ...],
) -> tuple[str, ...]:
    ontbreekt = []
    if onderdeel.alleen_onder_18 and leeftijd == "meerderjarig":
        ontbreekt.append("leeftijd")
    if not handeling:
        ontbreekt.append("handeling")
    if vereist == "ja" and not middel:
        ontbreekt.append("middel")
    ontbreekt += [f"doel:{eis.code}" for eis in onderdeel.eisen if not eis.een_van & set(doel)]
    return tuple(ontbreekt)
