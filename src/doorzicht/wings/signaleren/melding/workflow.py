"""The life of a melding as a table: every allowed move with the sentence that justifies it.

`weging`, `privacycheck` and the overleg move a melding through `actions.move`; no code sets a status itself.
"""

from typing import Final

from doorzicht.ground.lib.stappen import OngeldigeStap, Stap

STATUSSEN: Final[dict[str, str]] = {
    "nieuw": "Ongelezen",
    "gelezen": "Weging",
    "tweede_mens": "Tweede mens kijkt mee",
    "privacycheck_1": "Privacycheck 1",
    "vervolganalyse": "Vervolganalyse",
    "privacycheck_2a": "Privacycheck 2A",
    "aangeboden": "Aangeboden aan het overleg",
    "in_overleg": "Staat op het overleg",
    "besloten": "Besluit genomen",
    "overgedragen": "Overgedragen",
    "niets": "Niets mee gedaan",
    "samengevoegd": "Samengevoegd",
    "afgerond": "Afgerond",
}

ROUTES: Final = ("meldpunt", "functionaris")
"""To whom a melding goes: the ordinary way, or past the Meldpunt straight to the aandachtsfunctionaris."""
ROLLEN: Final[dict[str, str]] = {
    "slachtoffer": "mogelijk slachtoffer",
    "getuige": "getuige",
    "verdachte": "iemand over wie een vermoeden is gemeld",
    "betrokkene": "betrokkene",
}
"""What somebody is in a melding. `dader` does not exist: guilt is for a judge."""
WAARNEMINGEN: Final = ("waarneming", "kwetsbaarheid", "locatie", "tegenfeit")
ACUTE_STAPPEN: Final[dict[str, str]] = {
    "112": "112 gebeld",
    "veilig_thuis": "Veilig Thuis gebeld",
    "zorgcoordinator": "Zorgcoördinator gebeld",
    "niet_nodig": "Niet gebeld, met reden",
}

OPEN: Final = (
    "nieuw",
    "gelezen",
    "tweede_mens",
    "privacycheck_1",
    "vervolganalyse",
    "privacycheck_2a",
    "aangeboden",
    "in_overleg",
    "besloten",
)

AAN_ZET: Final[dict[str, str]] = {
    "nieuw": "aandachtsfunctionaris",
    "gelezen": "aandachtsfunctionaris",
    "tweede_mens": "coordinator",
    "privacycheck_1": "privacyfunctionaris",
    "vervolganalyse": "aandachtsfunctionaris",
    "privacycheck_2a": "privacyfunctionaris",
    "aangeboden": "coordinator",
    "in_overleg": "coordinator",
    "besloten": "aandachtsfunctionaris",
}

STAPPEN: Final = (
    Stap("nieuw", "gelezen", "openen", "Wie weegt opent de melding; dat telt als gelezen."),
    Stap("gelezen", "niets", "wegen", "Geen taak, niet concreet of niets gezien: dan gebeurt er niets mee."),
    Stap(
        "gelezen",
        "overgedragen",
        "wegen",
        "Een afdeling of het RIEC kan verder; de overdracht is vastgelegd.",
    ),
    Stap("gelezen", "privacycheck_1", "wegen", "Vervolganalyse mag pas na privacycheck 1 (CCV stap 3)."),
    Stap("gelezen", "tweede_mens", "wegen", "Dit besluit heeft een tweede mens nodig."),
    Stap("tweede_mens", "niets", "meebeslissen", "De tweede mens stemt in: er gebeurt niets mee."),
    Stap("tweede_mens", "overgedragen", "meebeslissen", "De tweede mens stemt in met de overdracht."),
    Stap("tweede_mens", "privacycheck_1", "meebeslissen", "De tweede mens stemt in met vervolganalyse."),
    Stap("tweede_mens", "gelezen", "meebeslissen", "De tweede mens is het niet eens: opnieuw wegen."),
    Stap("privacycheck_1", "vervolganalyse", "privacycheck", "De privacyfunctionaris geeft bronnen vrij."),
    Stap(
        "privacycheck_1",
        "gelezen",
        "privacycheck",
        "Afgewezen: opnieuw wegen, misschien met het tegenvoorstel.",
    ),
    Stap("vervolganalyse", "gelezen", "herwegen", "Met wat gevonden is wordt opnieuw gewogen."),
    Stap(
        "vervolganalyse", "niets", "wegen", "Niet eerder gezien en niets erbij: het stopt hier (hit/no-hit)."
    ),
    Stap("vervolganalyse", "overgedragen", "wegen", "Na analyse kan een afdeling of het RIEC verder."),
    Stap("vervolganalyse", "tweede_mens", "wegen", "Ook na analyse heeft dit besluit een tweede mens nodig."),
    Stap(
        "vervolganalyse", "privacycheck_2a", "voordragen", "Wat naar het overleg mag beslist privacycheck 2A."
    ),
    Stap("privacycheck_2a", "vervolganalyse", "privacycheck", "Afgewezen: kies andere velden of stop."),
    Stap(
        "privacycheck_2a",
        "aangeboden",
        "privacycheck",
        "De vrijgegeven velden zijn aangeboden aan het overleg.",
    ),
    Stap(
        "aangeboden", "vervolganalyse", "overleg", "Het overleg wijst het punt af of de verstrekking is weg."
    ),
    Stap("aangeboden", "in_overleg", "overleg", "Het overleg neemt het punt aan."),
    Stap("in_overleg", "vervolganalyse", "overleg", "De verstrekking is ingetrokken of verlopen."),
    Stap("in_overleg", "besloten", "overleg", "Het overleg nam een besluit."),
    Stap(
        "besloten",
        "afgerond",
        "terugkoppelen",
        "De melder weet wat hij mag weten; het werk gaat elders verder.",
    ),
    Stap("overgedragen", "afgerond", "terugkoppelen", "De melder weet dat een ander verder gaat."),
    *(
        Stap(van, "samengevoegd", "samenvoegen", "Dezelfde gebeurtenis: verder onder één nummer.")
        for van in ("nieuw", "gelezen", "vervolganalyse")
    ),
    *(
        Stap("samengevoegd", naar, "splitsen", "Toch een andere gebeurtenis: de melding leeft weer.")
        for naar in ("nieuw", "gelezen", "vervolganalyse")
    ),
)

BEWAARREGEL: Final[dict[str, str]] = {
    **dict.fromkeys(OPEN, "melding-open"),
    "samengevoegd": "melding-samengevoegd",
    "afgerond": "melding-zonder-vervolg",
}
"""The retention rule that begins to run when a melding comes to a state."""

_MOVES: Final = {(s.van, s.naar, s.werkwoord) for s in STAPPEN}


VOOR_MELDER: Final[dict[str, str]] = {
    "nieuw": "Je melding is binnen en nog niet gelezen.",
    "gelezen": "Je melding is gelezen. We kijken wat we ermee kunnen.",
    "overgedragen": "Een andere afdeling of organisatie gaat verder met je melding.",
    "niets": "We hebben je melding bekeken. We kunnen er nu niets mee doen.",
    "besloten": "Er is over je melding besloten. Wát precies mogen we vaak niet zeggen.",
    "afgerond": "Er is iets gedaan met je melding. Dank je.",
    "anders": "We zijn met je melding bezig.",
}
"""What a reporter may know of a state; `anders` stands for every state without a sentence of its own. Other languages
have the same keys."""


def voor_melder(status: str) -> str:
    """What a reporter may know of the state: that something happens, never what."""
    return VOOR_MELDER.get(status, VOOR_MELDER["anders"])


def check_move(van: str, naar: str, werkwoord: str) -> None:
    """Raise `OngeldigeStap` unless the table has this move for this verb."""
    if (van, naar, werkwoord) not in _MOVES:
        raise OngeldigeStap(
            f"Dit kan nu niet: de melding staat op “{STATUSSEN[van].lower()}”. Laad de pagina opnieuw."
        )
