"""The life of a list of what must be destroyed, and of a line on it."""

from typing import Final

LIJST: Final[dict[str, str]] = {
    "open": "Wacht op bevestiging",
    "bevestigd": "Bevestigd, wordt vernietigd",
    "uitgevoerd": "Uitgevoerd",
}

REGEL: Final[dict[str, str]] = {
    "": "Wacht",
    "vernietigd": "Vernietigd",
    "aangehouden": "Aangehouden",
    "verplaatst": "Hoeft nog niet",
    "vastgehouden": "Sleutel weg, rijen nog niet",
}
"""`aangehouden`: somebody held it back; `verplaatst`: the day moved after the list was made (work went on);
`vastgehouden`: the key is destroyed, but rows of another dossier still refer to rows of this one."""

AANHOUDREDENEN: Final[dict[str, str]] = {
    "procedure": "Er loopt een bezwaar, beroep of strafzaak",
    "verzoek": "Iemand vroeg inzage of verzet zich",
    "overbrengen": "Het moet naar een archief of een andere organisatie",
}

BEVESTIGERS: Final = 2
"""How many different people confirm a destruction (product rule 11)."""
