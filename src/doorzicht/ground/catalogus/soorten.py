"""What the catalogue hands out: small frozen values, one per kind of entry. Texts are Dutch, for the screen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, TypeVar

Omstandigheid = Literal["altijd", "minderjarig", "leeftijd_onbekend", "acuut"]
T = TypeVar("T")


def pick(soort: type[T], rij: Mapping[str, Any], **extra: Any) -> T:
    """Return the value of a kind from an entry: its fields by name, and what the caller adds."""
    namen = {veld.name for veld in fields(soort)}  # type: ignore[arg-type]
    return soort(**{naam: waarde for naam, waarde in rij.items() if naam in namen} | extra)


@dataclass(frozen=True, slots=True)
class Keuze:
    """Something to choose from a list."""

    code: str
    naam: str
    uitleg: str = ""


@dataclass(frozen=True, slots=True)
class Vormkeuze:
    """A form of exploitation; several may be chosen, and `onbekend` is always one of them."""

    code: str
    naam: str
    uitleg: str
    subvormen: tuple[Keuze, ...]
    ilo: bool


@dataclass(frozen=True, slots=True)
class Waarnemingkeuze:
    """An observation as it is chosen on a screen. `lijst`: its weight in the Dutch list (S, M, W or 0)."""

    code: str
    label: str
    vraag: str
    rol: Literal["waarneming", "context", "neutraal", "locatie"]
    lijst: Literal["S", "M", "W", "0"]
    vormen: tuple[str, ...]
    bron: Literal["V", "P", "K"]
    kies_als: str = ""
    meerledig: str = ""
    alleen_minderjarig: bool = False

    @property
    def groep(self) -> str:
        """The first three letters of the code: ARB, HUI, SEK, ..."""
        return self.code[:3]

    @property
    def alleen_locatie(self) -> bool:
        """Whether it is about a place and may never be hung on a person."""
        return self.rol == "locatie"


@dataclass(frozen=True, slots=True)
class Kwetsbaarheid:
    """What makes somebody vulnerable. Stands apart; counts nowhere."""

    code: str
    naam: str
    groep: str
    let_op: str = ""


@dataclass(frozen=True, slots=True)
class Taak:
    """A municipal task or power, with the body that has it and the legal basis."""

    code: str
    naam: str
    orgaan: str
    grondslag: str
    bron: str
    let_op: str = ""

    @property
    def is_taak(self) -> bool:
        """False for `geen-taak`: then nothing may follow but passing on or closing."""
        return self.orgaan != "geen"


@dataclass(frozen=True, slots=True)
class Bewaarregel:
    """How long something is kept. No `termijn`: it goes with something else, or never (`vernietigen`)."""

    code: str
    naam: str
    termijn: str | None
    vanaf: str
    vernietigen: Literal["sleutel", "rijen", "nooit"]
    twee_personen: bool
    bron: str
    uitleg: str = ""


@dataclass(frozen=True, slots=True)
class Kaartvraag:
    """A question of a function card, and the observation that a colleague will probably choose."""

    code: str
    vraag: str
    waarneming: str


@dataclass(frozen=True, slots=True)
class Kaart:
    """The card of a function. `vooraf`: what everybody reads first."""

    code: str
    naam: str
    voor: str
    vooraf: tuple[str, ...]
    vragen: tuple[Kaartvraag, ...]


@dataclass(frozen=True, slots=True)
class Publieksvraag:
    """A line of the public form in one language. `waarneming` may be empty: something else was seen."""

    code: str
    groep: str
    tekst: str
    waarneming: str = ""


@dataclass(frozen=True, slots=True)
class Publieksvragen:
    """The public form in one language: what stands first, the groups, the lines, the urgencies."""

    taal: str
    vooraf: tuple[Keuze, ...]
    namen: str
    groepen: tuple[Keuze, ...]
    vragen: tuple[Publieksvraag, ...]
    spoed: tuple[Keuze, ...]


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What may follow a weighing. A human chooses; there is no proposal."""

    code: str
    naam: str
    hulp: str
    uitleg: str
    tweede_persoon: tuple[Omstandigheid, ...]
    bewaarregel: str
    verzegelt: bool

    def needs_second_person(self, omstandigheden: Iterable[Omstandigheid]) -> bool:
        """Whether a second person has to confirm under these circumstances."""
        return "altijd" in self.tweede_persoon or not set(self.tweede_persoon).isdisjoint(omstandigheden)


@dataclass(frozen=True, slots=True)
class Besluitsoort:
    """A decision of the meeting. `verstrekking`: a new disclosure is needed. `zorg_eerst`: care check first."""

    code: str
    naam: str
    uitleg: str
    verstrekking: bool
    zorg_eerst: bool


@dataclass(frozen=True, slots=True)
class Grondslag:
    """A legal basis for using or sharing data. `met_taak`: only together with a municipal task."""

    code: str
    naam: str
    artikel: str
    bron: str
    met_taak: bool = False
    let_op: str = ""


@dataclass(frozen=True, slots=True)
class Bron:
    """Where may be looked after privacycheck 1. `kenmerk`: the kind of identifier of "seen before?", or empty.
    `regio`: the same question, of the kinds that were released too, to other municipalities."""

    code: str
    naam: str
    kenmerk: str
    let_op: str = ""
    regio: bool = False
