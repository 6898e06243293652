"""How a suppressed cell reads: one word for all of them, so that nobody can tell which is the small one."""

from typing import Final

from doorzicht.ground.lib.onderdrukking.onderdrukken import DREMPEL

NIET_GETOOND: Final = "niet getoond"
TOELICHTING: Final = (
    f"Niet getoond: het aantal is kleiner dan {DREMPEL} (het kan ook 0 zijn), of iemand zou er een aantal kleiner dan "
    f"{DREMPEL} mee kunnen uitrekenen."
)
"""Once under every table that has one."""


def in_words(aantal: int | None) -> str:
    """The text of a cell: "12", "1.234" or "niet getoond"."""
    return NIET_GETOOND if aantal is None else f"{aantal:,}".replace(",", ".")
