"""The life of a datalek as a table of allowed moves, and the codes of the room (art. 33 and 34 AVG)."""

from typing import Final

from doorzicht.ground.lib.stappen import OngeldigeStap, Stap

STATUSSEN: Final[dict[str, str]] = {
    "gemeld": "Gemeld",
    "beoordeeld": "Beoordeeld",
    "gemeld_ap": "Gemeld aan de AP",
    "ingelicht": "Betrokkenen ingelicht",
    "afgesloten": "Afgesloten",
}
GAANDE: Final[dict[str, str]] = {"ja": "Ja", "nee": "Nee", "onbekend": "Weet ik niet"}
AARD: Final[dict[str, str]] = {
    "vertrouwelijkheid": "Gezien of gekregen door iemand voor wie het niet was",
    "integriteit": "Veranderd terwijl dat niet mocht",
    "beschikbaarheid": "Kwijt, gewist of onbereikbaar",
}
UITZONDERINGEN: Final[dict[str, str]] = {
    "geen_hoog_risico": "Er is geen hoog risico voor mensen (lid 1)",
    "onleesbaar": "De gegevens waren onleesbaar, bijvoorbeeld versleuteld (lid 3a)",
    "weggenomen": "Het hoge risico is achteraf weggenomen (lid 3b)",
    "onevenredig": "Iedereen bereiken kost te veel; er komt een openbare mededeling (lid 3c)",
}
"""Why the people need not be told (art. 34 AVG)."""

STAPPEN: Final = (
    Stap(
        "gemeld", "gemeld", "aanvullen", "Feiten, gevolgen en maatregelen komen erbij zodra ze bekend zijn."
    ),
    Stap("gemeld", "gemeld", "klok", "De FG legt met reden vast vanaf welk moment de 72 uur lopen."),
    Stap(
        "gemeld",
        "beoordeeld",
        "beoordelen",
        "Vastgelegd is of de AP en de betrokkenen het moeten weten, en waarom.",
    ),
    Stap("beoordeeld", "beoordeeld", "aanvullen", "Er wordt meer bekend."),
    Stap("beoordeeld", "beoordeeld", "klok", "De FG legt met reden vast vanaf welk moment de 72 uur lopen."),
    Stap(
        "beoordeeld",
        "beoordeeld",
        "beoordelen",
        "Nieuwe feiten vragen een nieuw besluit; het oude blijft staan.",
    ),
    Stap(
        "beoordeeld",
        "gemeld_ap",
        "melden_ap",
        "Gemeld aan de AP, met moment en nummer; later dan 72 uur met reden.",
    ),
    Stap(
        "beoordeeld",
        "ingelicht",
        "inlichten",
        "De mensen om wie het gaat weten het, ook als de AP nog moet volgen.",
    ),
    Stap("beoordeeld", "afgesloten", "afsluiten", "Niemand hoeft het te weten, de FG besloot dat met reden."),
    Stap("gemeld_ap", "gemeld_ap", "aanvullen", "Melden mag in stukken (art. 33 lid 4): er komt meer bij."),
    Stap("gemeld_ap", "gemeld_ap", "beoordelen", "De betrokkenen moeten het toch weten, of toch niet."),
    Stap("gemeld_ap", "ingelicht", "inlichten", "De mensen om wie het gaat weten het (art. 34)."),
    Stap("gemeld_ap", "afgesloten", "afsluiten", "De AP weet het; de betrokkenen hoeven het niet te weten."),
    Stap("ingelicht", "ingelicht", "aanvullen", "Er komt meer bij."),
    Stap("ingelicht", "ingelicht", "melden_ap", "De AP volgt nadat de mensen het al wisten."),
    Stap("ingelicht", "afgesloten", "afsluiten", "Iedereen die het moest weten, weet het."),
)
_MOVES: Final = {(s.van, s.werkwoord): s.naar for s in STAPPEN}


class Onvolledig(Exception):
    """Something is missing. `fouten` holds a Dutch sentence for each field of the form."""

    def __init__(self, fouten: dict[str, str]) -> None:
        super().__init__(" ".join(fouten.values()))
        self.fouten = fouten


def next_status(van: str, werkwoord: str) -> str:
    """The state after a verb. Raises `OngeldigeStap`."""
    naar = _MOVES.get((van, werkwoord))
    if naar is None:
        raise OngeldigeStap(
            f"Dit kan nu niet: het datalek staat op ‘{STATUSSEN[van].lower()}’. Misschien was iemand anders je voor."
        )
    return naar


def may_do(van: str, werkwoord: str) -> bool:
    """Whether a verb is possible in a state."""
    return (van, werkwoord) in _MOVES
