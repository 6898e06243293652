"""The dimensions of the ILO: count the weights under a profile, apply the published rule. Nothing more.

Weights are counted, never added up: there is no total over dimensions and no figure about a person.
"""

from collections.abc import Iterable, Sequence

from doorzicht.engines.weighing.types import (
    Dimensie,
    Dimensiebeeld,
    Drempel,
    Profiel,
    Profielbeeld,
    Telling,
    Vorm,
    Waarneming,
    Weegcatalogus,
)


def choose_profiles(catalogus: Weegcatalogus, *, leeftijd: str, vorm: Vorm) -> tuple[Profiel, ...]:
    """Return the profiles to show. An unknown age shows both, the child first: possibly a minor counts first."""
    leeftijden = ("minderjarig", "meerderjarig") if leeftijd == "onbekend" else (leeftijd,)
    return tuple(
        profiel
        for groep in vorm.groepen
        for jaar in leeftijden
        for profiel in catalogus.profielen
        if profiel.groep == groep and profiel.leeftijd == jaar
    )


def read_profile(
    catalogus: Weegcatalogus, *, profiel: Profiel, waarnemingen: Iterable[Waarneming]
) -> Profielbeeld:
    """Return the six dimensions for these observations under one profile."""
    gekozen = [w for w in waarnemingen if w.telt and applies(w, profiel.leeftijd)]
    beelden = (_read_dimension(d, profiel, gekozen, catalogus.drempels) for d in catalogus.dimensies)
    return Profielbeeld(profiel, tuple(beelden))


def applies(waarneming: Waarneming, leeftijd: str) -> bool:
    """An observation about a child says nothing about somebody who was 18 or older at the time."""
    return not (waarneming.alleen_minderjarig and leeftijd == "meerderjarig")


def first_rule(drempels: Iterable[Drempel], *, sterk: int, middel: int, zwak: int) -> str:
    """Return the name of the first rule that these counts meet, or an empty string."""
    for regel in drempels:
        genoeg = sterk >= regel.sterk and middel >= regel.middel and zwak >= regel.zwak
        if genoeg and middel + zwak >= regel.overig:
            return regel.naam
    return ""


def _read_dimension(
    dimensie: Dimensie, profiel: Profiel, waarnemingen: Sequence[Waarneming], drempels: Sequence[Drempel]
) -> Dimensiebeeld:
    tellingen = tuple(
        Telling(waarneming.code, bijdrage.gewicht[profiel.code], bijdrage.voorstel, bijdrage.reden)
        for waarneming in waarnemingen
        for bijdrage in waarneming.bijdragen
        if bijdrage.dimensie == dimensie.code and profiel.code in bijdrage.gewicht
    )
    gewichten = [telling.gewicht for telling in tellingen]
    sterk, middel, zwak = (gewichten.count(letter) for letter in ("S", "M", "W"))
    regel = first_rule(drempels, sterk=sterk, middel=middel, zwak=zwak)
    return Dimensiebeeld(dimensie, sterk, middel, zwak, regel, tellingen)
