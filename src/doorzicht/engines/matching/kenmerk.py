"""A normalised identifier, and the refusal of a text that is none."""

import unicodedata
from dataclasses import dataclass
from typing import Literal

Soort = Literal["telefoon", "email", "kenteken", "iban", "kvk", "url", "adres"]


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """One identifier in its canonical spelling. `waarde` is personal data: `repr` hides it from logs."""

    soort: Soort
    waarde: str

    def __repr__(self) -> str:
        return f"Kenmerk({self.soort}, …)"


class OngeldigKenmerk(ValueError):
    """A text is no identifier of its kind.

    The message is a Dutch sentence for beside the field; `reden` is a code for whoever translates it. Neither
    holds the text itself.
    """

    def __init__(self, soort: Soort, reden: str, zin: str) -> None:
        self.soort, self.reden = soort, reden
        super().__init__(zin)


_STREEPJES = {ord(c): "-" for c in "\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"}
_ONZICHTBAAR = ("Cc", "Cf", "Cs", "Co", "Cn")


def tidy(text: str) -> str:
    """Return `text` in compatibility form: one kind of dash and space, nothing invisible, no margins."""
    plain = unicodedata.normalize("NFKC", text).translate(_STREEPJES)
    plain = "".join(" " if c.isspace() else c for c in plain)
    plain = "".join(c for c in plain if c == " " or unicodedata.category(c) not in _ONZICHTBAAR)
    return " ".join(unicodedata.normalize("NFKC", plain).split())


def strip_accents(text: str) -> str:
    """Return `text` without accents: "café" becomes "cafe"."""
    decomposed = unicodedata.normalize("NFKD", text)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))
