"""In which setting something may be released, and from which compartment. Two tables that a lawyer can correct.

Product rule 8: Bibob, police-origin (Wpg), LAA and care data stay in sealed compartments and never go to
signaleren. The copy keeps the compartment of its source, so that a seal is never lifted by copying; only what is
meant for care moves from "algemeen" to "hulp", which care may enter and most of the municipality may not.
"""

from dataclasses import dataclass
from typing import Final

WINGS: Final[dict[str, str]] = {
    "signaleren": "Signaleren",
    "regie": "Regie",
    "zorg": "Zorg",
    "beleid": "Beleid",
    "partner": "Partner",
}
"""Who can give or receive: the wings of a municipality, and `partner` for an organisation outside the house."""


@dataclass(frozen=True, slots=True)
class Kader:
    """A setting: its name, to which wings it leads, whether privacycheck 2A comes first, and why."""

    code: str
    naam: str
    wings: frozenset[str]
    privacycheck: bool
    zin: str


KADERS: Final[dict[str, Kader]] = {
    kader.code: kader
    for kader in (
        Kader(
            "overleg",
            "Lokaal Ondermijningsoverleg",
            frozenset({"regie"}),
            True,
            "Wat naar het overleg mag beslist privacycheck 2A (CCV stap 4).",
        ),
        Kader(
            "afdeling",
            "Afdeling van de gemeente",
            frozenset({"regie", "zorg", "beleid", "partner"}),
            True,
            "Een afdeling krijgt alleen wat zij voor de eigen taak nodig heeft; dat wordt eerst getoetst.",
        ),
        Kader(
            "riec",
            "RIEC",
            frozenset({"partner"}),
            True,
            "Het RIEC krijgt wie, wat en de grondslag, zo min mogelijk (WGS); dat wordt eerst getoetst.",
        ),
        Kader(
            "zorg",
            "Zorg en opvang",
            frozenset({"zorg", "partner"}),
            False,
            "Hulp wacht niet op een toets: met toestemming of bij gevaar gaat zorg voor.",
        ),
        Kader(
            "politie",
            "Politie",
            frozenset({"partner"}),
            False,
            "Een tip of aangifte bij de politie wacht niet op een toets.",
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Route:
    """The settings in which something from one compartment may be released, to which wings at most, and why."""

    compartiment: str
    kaders: frozenset[str]
    zin: str
    wings: frozenset[str] = frozenset(WINGS)


ROUTES: Final[dict[str, Route]] = {
    route.compartiment: route
    for route in (
        Route("algemeen", frozenset(KADERS), "Meldingen en zaken mogen verder, met grond, doel en noodzaak."),
        Route(
            "wpg",
            frozenset({"overleg", "politie"}),
            "Politiegegevens blijven in het overleg of bij de politie (Wpg, doelbinding).",
        ),
        Route("hulp", frozenset(), "Een kopie voor hulp gaat niet verder: een ander krijgt die uit de bron."),
        Route("zorg", frozenset({"zorg"}), "Wat een hulpverlener weet blijft bij hulp (geheimhouding)."),
        Route(
            "laa",
            frozenset({"afdeling"}),
            "Adresonderzoek is voor de kwaliteit van de BRP (Wet BRP) en blijft binnen de gemeente.",
            frozenset({"regie", "beleid"}),
        ),
        Route(
            "bibob", frozenset(), "Bibob-gegevens worden nergens anders voor gebruikt (Wet Bibob art. 28)."
        ),
    )
}


class NietToegestaan(ValueError):
    """This source may not be released in this setting or to this wing. The message is fit for the screen."""


def check_route(*, compartiment: str, kader: str, wing: str) -> None:
    """Raise `NietToegestaan` unless the tables let something from `compartiment` go to `wing` in `kader`."""
    route = ROUTES[compartiment]
    if kader not in route.kaders or wing not in route.wings:
        raise NietToegestaan(f"Dit mag niet worden verstrekt. {route.zin}")
    if wing not in KADERS[kader].wings:
        raise NietToegestaan(f"Dit kader gaat niet naar {WINGS[wing].lower()}. {KADERS[kader].zin}")


def compartment_of_copy(*, compartiment: str, kader: str, wing: str) -> str:
    """Where the copy lies: with its source, or in `hulp` when something open is meant for care (decision 0054)."""
    return "hulp" if compartiment == "algemeen" and "zorg" in (kader, wing) else compartiment
