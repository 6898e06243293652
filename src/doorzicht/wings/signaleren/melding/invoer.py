"""What a melding consists of before it is stored: typed, checked, not yet encrypted. Lives for one request."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

GEBIED: Final = {"binnen": "ja", "buiten": "nee", "onbekend": "onbekend"}
"""What the question of the territory answers, as a melding keeps it: does the place lie in this municipality."""


@dataclass(frozen=True, slots=True)
class GegevenInvoer:
    """An identifier as typed and already normalised: kind (`telefoon`, `kenteken`, ...) and value."""

    soort: str
    waarde: str


@dataclass(frozen=True, slots=True)
class WaarnemingInvoer:
    """An observation by its catalogue code, or a place, vulnerability or counter-fact in words."""

    code: str = ""
    soort: str = "waarneming"
    toelichting: str = ""
    bron: str = ""
    dag: date | None = None


@dataclass(frozen=True, slots=True)
class PersoonInvoer:
    """Somebody in the melding. `rollen` may be empty: a role is never preset."""

    aanduiding: str
    leeftijd: str = "onbekend"
    rollen: tuple[str, ...] = ()
    naam: str = ""
    geboortejaar: str = ""
    omschrijving: str = ""
    tolk_nodig: bool = False
    waarnemingen: tuple[WaarnemingInvoer, ...] = ()
    gegevens: tuple[GegevenInvoer, ...] = ()


@dataclass(frozen=True, slots=True)
class MelderInvoer:
    """What a reporter told about themselves, if anything."""

    naam: str = ""
    contact: str = ""
    veilig: str = ""


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where it was seen, as far as known. Every part may be empty."""

    straat: str = ""
    huisnummer: str = ""
    toevoeging: str = ""
    postcode: str = ""
    plaats: str = ""
    omschrijving: str = ""

    def __str__(self) -> str:
        """One line, as on an envelope."""
        street = " ".join(p for p in (self.straat, self.huisnummer, self.toevoeging) if p)
        town = " ".join(p for p in (self.postcode, self.plaats) if p)
        return ", ".join(p for p in (street, town, self.omschrijving) if p)


@dataclass(frozen=True, slots=True)
class MeldingInvoer:
    """A whole report. `inzending` is 32 bytes made with the form: sent twice is stored once."""

    kanaal: str
    inzending: bytes
    label: str
    verhaal: str
    route: str = "meldpunt"
    kaart: str = ""
    taal: str = "nl"
    plaats: Plaats = field(default_factory=Plaats)
    wanneer: str = ""
    spoed: str = "gewoon"
    leeftijd: str = "onbekend"
    vormen: tuple[str, ...] = ()
    sector: str = ""
    gebied: str = "onbekend"
    personen: tuple[PersoonInvoer, ...] = ()
    waarnemingen: tuple[WaarnemingInvoer, ...] = ()
    gegevens: tuple[GegevenInvoer, ...] = ()
    melder: MelderInvoer | None = None

    @property
    def zorg_eerst(self) -> bool:
        """A possible minor or acute danger opens the care route before anything else (product rules 9, 10)."""
        return self.spoed == "acuut" or self.leeftijd in {"minderjarig", "onbekend"}
