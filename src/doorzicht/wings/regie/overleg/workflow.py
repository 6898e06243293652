"""The lives of a meeting and of an item on its agenda, as tables of allowed moves, and the codes of the room."""

from typing import Final

from doorzicht.ground.lib.stappen import OngeldigeStap, Stap

OVERLEG: Final[dict[str, str]] = {
    "gepland": "Gepland",
    "bezig": "Bezig",
    "gesloten": "Gesloten",
    "afgezegd": "Afgezegd",
}
VOORBIJ: Final = ("gesloten", "afgezegd")
PUNT: Final[dict[str, str]] = {
    "straks": "Straks",
    "nu": "Nu",
    "behandeld": "Behandeld",
    "besloten": "Besluit genomen",
    "doorgeschoven": "Volgende keer verder",
    "vervallen": "Vervallen",
}
SOORTEN: Final[dict[str, str]] = {
    "acties_vorige": "Acties van de vorige keer",
    "verstrekking": "Punt",
    "rondvraag": "Rondvraag en planning",
}
ZORGCHECK: Final[dict[str, str]] = {
    "geregeld": "Zorg en onderdak zijn geregeld",
    "niet_nodig": "Er woont of slaapt daar niemand",
}
"""The answers with which a decision that hits a home may be recorded (product rule 9). ‘Nog niet’ is not one."""

CHECK: Final[dict[str, str]] = {
    "akkoord": "Akkoord",
    "afgewezen": "Afgewezen",
    "tegenvoorstel": "Tegenvoorstel",
}

STAPPEN_OVERLEG: Final = (
    Stap("gepland", "gepland", "verzetten", "Zolang het niet begon, kan het op een ander moment."),
    Stap("gepland", "bezig", "openen", "De voorzitter opent; nu zien genodigden hun punten."),
    Stap("gepland", "afgezegd", "afzeggen", "Het gaat niet door; de punten gaan naar het volgende overleg."),
    Stap("bezig", "bezig", "verlengen", "Het loopt uit; genodigden houden toegang tot het nieuwe einde."),
    Stap("bezig", "gesloten", "sluiten", "De voorzitter sluit; de toegang van genodigden eindigt."),
)
STAPPEN_PUNT: Final = (
    Stap("straks", "nu", "behandelen", "De voorzitter begint aan dit punt."),
    Stap("nu", "straks", "behandelen", "Een ander punt gaat eerst."),
    Stap("nu", "behandeld", "afronden", "Acties en rondvraag hebben geen besluit; het overleg gaat verder."),
    Stap("straks", "behandeld", "afronden", "Bij het sluiten zijn acties en rondvraag klaar."),
    Stap("nu", "besloten", "besluiten", "Het overleg besluit, met reden en met wie er anders over denkt."),
    Stap("straks", "besloten", "besluiten", "Het overleg besluit zonder lange bespreking."),
    Stap("nu", "doorgeschoven", "doorschuiven", "Het punt komt de volgende keer terug."),
    Stap("straks", "doorgeschoven", "doorschuiven", "Het overleg kwam er niet aan toe."),
    Stap("straks", "vervallen", "vervallen", "De verstrekking is ingetrokken of verlopen."),
    Stap("nu", "vervallen", "vervallen", "De verstrekking is ingetrokken of verlopen."),
)
_OVERLEG: Final = {(s.van, s.werkwoord): s.naar for s in STAPPEN_OVERLEG}
_PUNT: Final = {(s.van, s.naar, s.werkwoord) for s in STAPPEN_PUNT}


def next_overleg(van: str, werkwoord: str) -> str:
    """The state of the meeting after a verb. Raises `OngeldigeStap`."""
    naar = _OVERLEG.get((van, werkwoord))
    if naar is None:
        raise OngeldigeStap(
            f"Dit kan nu niet: het overleg is {OVERLEG[van].lower()}. Laad de pagina opnieuw."
        )
    return naar


def check_punt(van: str, naar: str, werkwoord: str) -> None:
    """Raise `OngeldigeStap` unless an item may move so: somebody else may have decided in the meantime."""
    if (van, naar, werkwoord) not in _PUNT:
        raise OngeldigeStap(
            f"Dit kan nu niet: dit punt staat op ‘{PUNT[van].lower()}’. Misschien was iemand anders je voor."
        )
