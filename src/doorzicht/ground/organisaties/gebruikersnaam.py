"""What a user name may be, and how a typed one is read: plain ASCII, so that every database folds it the same way.

With other letters the answer to "is this the same name" depends on the locale of the database (an ſ that counts as an
s, a dotless ı as an i), and then one account would have more tries at its password than the counter sees.
"""

import re
import unicodedata
from typing import Final

VORM: Final = r"[a-z0-9]+([._-][a-z0-9]+)*"
"""Small letters and digits, with single dots, dashes and underscores between them. The database holds it too."""


class OngeldigeGebruikersnaam(ValueError):
    """A new account was given a name that is not of this form; the message says what is."""


def check_gebruikersnaam(naam: str) -> str:
    """The name of a new account, as it is. Raises `OngeldigeGebruikersnaam`; nothing is changed silently."""
    if not re.fullmatch(VORM, naam):
        raise OngeldigeGebruikersnaam(
            "Een gebruikersnaam heeft alleen kleine letters zonder accenten, cijfers, en daartussen een punt, "
            "streepje of liggend streepje. Bijvoorbeeld: zoe.zorgzaam."
        )
    return naam


def fold_gebruikersnaam(typed: str) -> str:
    """The one spelling of a name that somebody typed. Two that fold to the same name are the same name."""
    return unicodedata.normalize("NFKC", typed).casefold().strip()
