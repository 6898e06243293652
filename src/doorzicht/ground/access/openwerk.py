"""Open work, asked of every wing without knowing one: each registers here what lies with a person or with a role.

Counts and hand-overs only. The questions run in the context of the house, so that whoever manages accounts learns how
much there is and never what it is.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from doorzicht.ground.organisaties.actor import Actor


class KanNietOvernemen(Exception):
    """The colleague who was chosen cannot take this work over; the message is fit for the screen."""


class Overdragen(Protocol):
    """Gives the open work of `van` to `naar`, in the house's name. Raises `KanNietOvernemen`."""

    def __call__(self, *, van: UUID, naar: Actor, by: Actor, at: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Persoonlijk:
    """Work that lies with one person: how much, the right that the one who takes over must have, how it goes over."""

    code: str
    een: str
    meer: str
    recht: str
    count: Callable[[UUID], int]
    hand_over: Overdragen


@dataclass(frozen=True, slots=True)
class VanRol:
    """Work that lies with whoever holds one of these roles: how much. It goes over with the role."""

    code: str
    een: str
    meer: str
    rollen: frozenset[str]
    count: Callable[[str], int]


def in_words(soort: Persoonlijk | VanRol, count: int) -> str:
    """How much of one kind: "1 actie uit het overleg", "3 open meldingen"."""
    return f"{count} {soort.een if count == 1 else soort.meer}"


PERSOONLIJK: dict[str, Persoonlijk] = {}
VAN_ROL: dict[str, VanRol] = {}


def register(*soorten: Persoonlijk | VanRol) -> None:
    """Make kinds of work known. Called once, when the wing starts. Raises `ValueError` for a code used twice."""
    for soort in soorten:
        if soort.code in PERSOONLIJK or soort.code in VAN_ROL:
            raise ValueError(f"open work {soort.code!r} is registered twice")
        if isinstance(soort, Persoonlijk):
            PERSOONLIJK[soort.code] = soort
        else:
            VAN_ROL[soort.code] = soort
