"""What the weighing knows (the catalogue), what it is asked (one person) and what it answers.

Everything is frozen. The catalogue is a value: the same value gives the same answer, for ever. None of these
types can hold a name, an origin, a score or a total, and an answer never says that something is trafficking.
Sources: article 273f Sr; ILO/EC operational indicators (2009); see docs/catalogus.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Leeftijd = Literal["minderjarig", "meerderjarig", "onbekend"]
Gewicht = Literal["S", "M", "W"]
MiddelVereist = Literal["ja", "nee", "afhankelijk_van_leeftijd"]
Rol = Literal["waarneming", "context", "neutraal", "locatie"]
Soort = Literal["handeling", "middel", "doel", "context"]

LEEFTIJDEN: tuple[Leeftijd, ...] = ("minderjarig", "meerderjarig", "onbekend")


class OngeldigeInvoer(ValueError):
    """What was asked cannot be weighed. The message is a Dutch sentence that says how to go on."""


class OnbekendeWaarneming(OngeldigeInvoer):
    """One or more observation codes are not in this version of the catalogue; `codes` names them."""

    def __init__(self, codes: tuple[str, ...], versie: str) -> None:
        self.codes = codes
        wat = "Deze waarneming kennen we" if len(codes) == 1 else "Deze waarnemingen kennen we"
        super().__init__(f"{wat} niet: {', '.join(codes)} (catalogus {versie}).")


class FoutInCatalogus(ValueError):
    """The catalogue contradicts itself. The message is a Dutch sentence for whoever edits the files."""


# ---- what it knows


@dataclass(frozen=True, slots=True)
class Element:
    """Something article 273f asks for: an act (H), a means (M1-M11) or a purpose (P). M and K are context."""

    code: str
    soort: Soort
    naam: str


@dataclass(frozen=True, slots=True)
class Raakt:
    """An observation touches an element, and why. `daad`: the act of abuse, required for M9 and M10."""

    element: str
    reden: str
    daad: str = ""


@dataclass(frozen=True, slots=True)
class Bijdrage:
    """An observation counts in a dimension: the weight per profile (absent = does not count there)."""

    dimensie: str
    gewicht: Mapping[str, Gewicht]
    voorstel: bool
    reden: str


@dataclass(frozen=True, slots=True)
class Waarneming:
    """One line of the list of observations."""

    code: str
    label: str
    rol: Rol
    alleen_minderjarig: bool
    meerledig: str
    raakt: tuple[Raakt, ...]
    bijdragen: tuple[Bijdrage, ...]

    @property
    def telt(self) -> bool:
        """Whether it may say anything about a person: context, denial and places never do."""
        return self.rol == "waarneming"


@dataclass(frozen=True, slots=True)
class Eis:
    """One purpose or result a sub-clause asks for: at least one of these elements must be touched."""

    code: str
    naam: str
    een_van: frozenset[str]
    ingelezen: bool


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """One sub-clause of article 273f paragraph 1. `middel_alleen_bij`: without that purpose no means is shown."""

    sub: int
    titel: str
    alleen_onder_18: bool
    handelingen: tuple[str, ...]
    middel: Literal["vereist", "niet_vereist", "niet_onder_18"]
    middel_alleen_bij: frozenset[str]
    eisen: tuple[Eis, ...]
    geestelijk: str


@dataclass(frozen=True, slots=True)
class Profiel:
    """One of the four lists of the ILO: adult or child, labour or sexual."""

    code: str
    naam: str
    leeftijd: Leeftijd
    groep: str


@dataclass(frozen=True, slots=True)
class Dimensie:
    """One of the six dimensions. `soort` kwetsbaarheid: context, never a means by itself."""

    code: str
    naam: str
    soort: Literal["middel", "doel", "kwetsbaarheid"]


@dataclass(frozen=True, slots=True)
class Drempel:
    """One way in which a dimension becomes positive: at least so many of each. `overig` = medium and weak."""

    naam: str
    sterk: int
    middel: int
    zwak: int
    overig: int


@dataclass(frozen=True, slots=True)
class Vorm:
    """A form of exploitation and the lists of the ILO that fit it. `ilo` is false where the ILO has none."""

    code: str
    naam: str
    groepen: tuple[str, ...]
    ilo: bool


@dataclass(frozen=True, slots=True)
class Weegcatalogus:
    """All that the weighing knows, in one version."""

    versie: str
    elementen: Mapping[str, Element]
    waarnemingen: Mapping[str, Waarneming]
    onderdelen: tuple[Onderdeel, ...]
    profielen: tuple[Profiel, ...]
    dimensies: tuple[Dimensie, ...]
    drempels: tuple[Drempel, ...]
    vormen: Mapping[str, Vorm]


# ---- what it is asked


@dataclass(frozen=True, slots=True)
class Persoon:
    """One presumed victim: observations of several people are never put together in one of these.

    `tegenfeiten` are sentences; they come back as they are and change nothing else.
    """

    leeftijd: Leeftijd
    vorm: str
    waarnemingen: tuple[str, ...]
    tegenfeiten: tuple[str, ...] = ()


# ---- what it answers


@dataclass(frozen=True, slots=True)
class Telling:
    """Why a dimension has this count: the observation, its weight there, and the reason of the catalogue."""

    code: str
    gewicht: Gewicht
    voorstel: bool
    reden: str


@dataclass(frozen=True, slots=True)
class Dimensiebeeld:
    """The counts of one dimension. `regel` is the rule that made it positive, or empty."""

    dimensie: Dimensie
    sterk: int
    middel: int
    zwak: int
    regel: str
    waardoor: tuple[Telling, ...]

    @property
    def positief(self) -> bool:
        """Whether one of the published rules is met."""
        return self.regel != ""


@dataclass(frozen=True, slots=True)
class Profielbeeld:
    """The six dimensions under one profile."""

    profiel: Profiel
    dimensies: tuple[Dimensiebeeld, ...]


@dataclass(frozen=True, slots=True)
class Onderdeelbeeld:
    """Which elements of one sub-clause rest on an observation. An empty `ontbreekt` proves nothing.

    `ontbreekt`: handeling, middel, leeftijd, or doel:<requirement>. The mental element is never in it: no
    observation shows it, and `uitleg` says so every time.
    """

    sub: int
    titel: str
    handeling: tuple[str, ...]
    middel: tuple[str, ...]
    middel_vereist: MiddelVereist
    doel: tuple[str, ...]
    ontbreekt: tuple[str, ...]
    waardoor: Mapping[str, tuple[str, ...]]
    uitleg: str


@dataclass(frozen=True, slots=True)
class LetOp:
    """Something to look at that counts nowhere. `code` is the observation it is about, or empty."""

    code: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Weging:
    """The answer for one person. The first profile is the one to read first; a human decides."""

    catalogus: str
    profielen: tuple[Profielbeeld, ...]
    lid1: tuple[Onderdeelbeeld, ...]
    tegenfeiten: tuple[str, ...]
    let_op: tuple[LetOp, ...]
