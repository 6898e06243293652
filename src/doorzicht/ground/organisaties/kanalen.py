"""The ways in for meldingen: every code there is, what it is called, and what it means for who reports."""

from dataclasses import dataclass
from typing import Final

BEWONER: Final = "bewoner"
MEDEWERKER: Final = "medewerker"
MMA: Final = "mma"
PARTNER: Final = "partner"
UITSPRAAK: Final = "uitspraak"


@dataclass(frozen=True, slots=True)
class Kanaalsoort:
    """A way in. `naam` as its readers see it, `via` in a melding ("via een partner").

    `anoniem`: nobody is logged in, so the day is all that may be kept of when it came (product rule 7).
    `loket`: it stands open, and a municipality may open it only when somebody reads it. What is brought in by
    command has no door.
    """

    code: str
    naam: str
    via: str
    anoniem: bool = False
    loket: bool = True


KANALEN: Final[dict[str, Kanaalsoort]] = {
    soort.code: soort
    for soort in (
        Kanaalsoort(BEWONER, "Meldpunt (bewoners)", "bewoner", anoniem=True),
        Kanaalsoort(MEDEWERKER, "Kaart voor medewerkers", "medewerker"),
        Kanaalsoort(MMA, "Meld Misdaad Anoniem", "Meld Misdaad Anoniem", anoniem=True),
        Kanaalsoort(PARTNER, "Partners", "partner"),
        Kanaalsoort(UITSPRAAK, "Openbare uitspraken", "openbare uitspraak", loket=False),
    )
}
LOKETTEN: Final = tuple(code for code, soort in KANALEN.items() if soort.loket)
ANONIEM: Final = tuple(code for code, soort in KANALEN.items() if soort.anoniem)
MET_KLOK: Final = tuple(code for code, soort in KANALEN.items() if not soort.anoniem)
"""Of these the moment is kept too; the database refuses it of any other."""
