"""Weigh the observations about one person. Pure: same catalogue and same person, same answer.

The answer shows which elements and dimensions rest on an observation, and why. It holds no total and no
conclusion. A human writes the decision and the reason.
"""

from collections.abc import Sequence

from doorzicht.engines.weighing.attention import points_to_note
from doorzicht.engines.weighing.dimensions import choose_profiles, read_profile
from doorzicht.engines.weighing.elements import read_sub, touched_elements
from doorzicht.engines.weighing.types import (
    LEEFTIJDEN,
    OnbekendeWaarneming,
    OngeldigeInvoer,
    Persoon,
    Waarneming,
    Weegcatalogus,
    Weging,
)


def weigh(catalogus: Weegcatalogus, persoon: Persoon) -> Weging:
    """Return the weighing of one person. Raises `OngeldigeInvoer` and `OnbekendeWaarneming`."""
    if persoon.leeftijd not in LEEFTIJDEN:
        raise OngeldigeInvoer(f"Kies een leeftijd: {', '.join(LEEFTIJDEN)}.")
    if persoon.vorm not in catalogus.vormen:
        raise OngeldigeInvoer(f"Kies een vorm: {', '.join(catalogus.vormen)}.")
    vorm = catalogus.vormen[persoon.vorm]
    waarnemingen = find_observations(catalogus, persoon.waarnemingen)
    profielen = choose_profiles(catalogus, leeftijd=persoon.leeftijd, vorm=vorm)
    beelden = tuple(read_profile(catalogus, profiel=p, waarnemingen=waarnemingen) for p in profielen)
    geraakt = touched_elements(catalogus, leeftijd=persoon.leeftijd, waarnemingen=waarnemingen)
    return Weging(
        catalogus=catalogus.versie,
        profielen=beelden,
        lid1=tuple(
            read_sub(catalogus, onderdeel=onderdeel, leeftijd=persoon.leeftijd, geraakt=geraakt)
            for onderdeel in catalogus.onderdelen
        ),
        tegenfeiten=persoon.tegenfeiten,
        let_op=points_to_note(
            catalogus, persoon=persoon, vorm=vorm, waarnemingen=waarnemingen, beelden=beelden
        ),
    )


def find_observations(catalogus: Weegcatalogus, codes: Sequence[str]) -> tuple[Waarneming, ...]:
    """Return the observations in the order of the catalogue; one seen twice counts once."""
    onbekend = tuple(code for code in dict.fromkeys(codes) if code not in catalogus.waarnemingen)
    if onbekend:
        raise OnbekendeWaarneming(onbekend, catalogus.versie)
    gekozen = set(codes)
    return tuple(w for w in catalogus.waarnemingen.values() if w.code in gekozen)
