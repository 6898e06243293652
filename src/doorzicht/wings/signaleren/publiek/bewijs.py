"""Signed marks in the forms, instead of a session: they hold a day and a random number, never a clock.

`Formulier` goes with a report and makes that sending twice is one melding, at one municipality. `Gesprek` opens a
melding that was just opened with its receipt, so that the receipt itself need not stand in the page.
"""

import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.core.signing import BadSignature, Signer

GELDIG = timedelta(days=2)
"""How long a page may stand open before it is signed again; what was typed is kept then too."""


class VerlopenBewijs(ValueError):
    """The mark is too old, was changed, or is not ours. Nothing was done; the text can be sent once more."""


class AndereGemeente(ValueError):
    """The mark is ours, but of a form of another municipality: `organisatie_id`. Nothing was done."""

    def __init__(self, organisatie_id: str) -> None:
        super().__init__(organisatie_id)
        self.organisatie_id = organisatie_id


@dataclass(frozen=True, slots=True)
class Formulier:
    """The mark of one report to one municipality: 32 random bytes, and the day it was handed out."""

    inzending: bytes
    organisatie_id: str
    dag: date

    @classmethod
    def new(cls, *, organisatie_id: str, vandaag: date) -> "Formulier":
        """A fresh mark."""
        return cls(secrets.token_bytes(32), organisatie_id, vandaag)

    def __str__(self) -> str:
        value = f"{self.organisatie_id}/{self.inzending.hex()}"
        return Signer(salt="publiek-melden").sign(f"{self.dag.isoformat()}.{value}")

    @classmethod
    def read(cls, text: str, *, organisatie_id: str, vandaag: date) -> "Formulier":
        """The mark that a form brought back, for this municipality. Raises `VerlopenBewijs`, `AndereGemeente`."""
        day, value = _unsign(text, "publiek-melden", vandaag)
        code, _, inzending = value.partition("/")
        if code != organisatie_id:
            raise AndereGemeente(code)
        return cls(bytes.fromhex(inzending), code, day)


@dataclass(frozen=True, slots=True)
class Gesprek:
    """That somebody showed the receipt of this melding today."""

    melding_id: UUID
    organisatie_id: str
    dag: date

    def __str__(self) -> str:
        return Signer(salt="publiek-gesprek").sign(
            f"{self.dag.isoformat()}.{self.organisatie_id}/{self.melding_id}"
        )

    @classmethod
    def read(cls, text: str, *, organisatie_id: str, vandaag: date) -> "Gesprek":
        """The mark that a form brought back, for this municipality. Raises `VerlopenBewijs`."""
        day, value = _unsign(text, "publiek-gesprek", vandaag)
        code, _, melding_id = value.partition("/")
        if code != organisatie_id:
            raise VerlopenBewijs
        return cls(UUID(melding_id), code, day)


def _unsign(text: str, salt: str, vandaag: date) -> tuple[date, str]:
    try:
        day, _, value = Signer(salt=salt).unsign(text).partition(".")
        handed_out = date.fromisoformat(day)
    except (BadSignature, ValueError) as error:
        raise VerlopenBewijs from error
    if not vandaag - GELDIG <= handed_out <= vandaag + timedelta(days=1):
        raise VerlopenBewijs
    return handed_out, value
