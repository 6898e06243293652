"""The life of a verstrekking as a table: every allowed move with the sentence that justifies it."""

from typing import Final

from doorzicht.ground.lib.stappen import OngeldigeStap, Stap

STATUSSEN: Final[dict[str, str]] = {
    "aangeboden": "Aangeboden",
    "aangenomen": "Aangenomen",
    "afgewezen": "Afgewezen",
    "ingetrokken": "Ingetrokken",
    "verlopen": "Verlopen",
}

STANDEN: Final[dict[str, str]] = {
    "op_agenda": "Staat op de agenda van het overleg",
    "doorgeschoven": "Het overleg kijkt er de volgende keer verder naar",
    "besloten": "Het overleg heeft een besluit genomen",
    "vervallen": "Het overleg behandelt dit niet",
}
"""What a receiver can say back: how far they are. Says nothing of what was decided."""

LEESBAAR: Final = ("aangeboden", "aangenomen")
"""Who must decide has to see what is offered; after refusal, withdrawal or expiry nobody reads it any more."""

STAPPEN: Final = (
    Stap("aangeboden", "aangenomen", "accept", "De ontvanger neemt aan wat nodig is voor de eigen taak."),
    Stap("aangeboden", "afgewezen", "refuse", "De ontvanger heeft er geen taak in of heeft het niet nodig."),
    Stap("aangeboden", "ingetrokken", "revoke", "De gever vergiste zich of de noodzaak verviel."),
    Stap("aangenomen", "ingetrokken", "revoke", "De noodzaak verviel; de ontvanger kan er niet meer bij."),
    Stap("aangeboden", "verlopen", "expire", "Niemand besliste op tijd; het aanbod blijft niet liggen."),
    Stap("aangenomen", "verlopen", "expire", "De tijd waarvoor het nodig was is om."),
)

_MOVES: Final = {(s.van, s.werkwoord): s.naar for s in STAPPEN}


def next_status(van: str, werkwoord: str) -> str:
    """The state that `werkwoord` leads to from state `van`. Raises `OngeldigeStap` when the table has no such move."""
    naar = _MOVES.get((van, werkwoord))
    if naar is None:
        raise OngeldigeStap(
            f"Dit kan nu niet: de verstrekking is {STATUSSEN[van].lower()}. Laad de pagina opnieuw."
        )
    return naar
