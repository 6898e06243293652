"""Who acts: a staff member in their roles, a reporter without a name, or the house itself (a job)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from doorzicht.ground.organisaties.rollen import ROLLEN

if TYPE_CHECKING:
    from doorzicht.ground.organisaties.models import Medewerker


class GeenMens(RuntimeError):
    """An act that a person must answer for was asked of a job or of somebody without an account."""


@dataclass(frozen=True, slots=True)
class Actor:
    """What every verb needs to know of who calls it. `organisatie_id` is the organisation acted for."""

    organisatie_id: str
    rollen: frozenset[str]
    medewerker_id: UUID | None = None
    naam: str = ""
    functie: str = ""
    organisaties: frozenset[str] = field(default_factory=frozenset)

    @property
    def compartimenten(self) -> frozenset[str]:
        """The compartments any of the roles may enter."""
        if self.rollen & {"melder", "systeem"}:
            return frozenset({"algemeen"}) if "melder" in self.rollen else frozenset(_ALL)
        return frozenset(c for rol in self.rollen for c in ROLLEN[rol].compartimenten)

    @property
    def mens(self) -> UUID:
        """The staff member who acts, for acts that need a person. Raises `GeenMens` for a job or a reporter."""
        if self.medewerker_id is None:
            raise GeenMens(f"{self.rol} is no person: this act needs a member of staff")
        return self.medewerker_id

    @property
    def rol(self) -> str:
        """The roles as one text, for the logboek."""
        return "+".join(sorted(self.rollen))

    @classmethod
    def of(cls, medewerker: "Medewerker", rollen: Iterable[str], organisatie_id: str) -> "Actor":
        """A staff member in the roles they hold today at one organisation."""
        return cls(
            organisatie_id=organisatie_id,
            rollen=frozenset(rollen),
            medewerker_id=medewerker.id,
            naam=medewerker.naam,
            functie=medewerker.functie,
            organisaties=frozenset({organisatie_id}),
        )

    @classmethod
    def melder(cls, organisatie_id: str) -> "Actor":
        """Somebody without an account who reports to one municipality: may bring, hardly see."""
        return cls(organisatie_id, frozenset({"melder"}), organisaties=frozenset({organisatie_id}))

    @classmethod
    def systeem(cls, organisatie_id: str) -> "Actor":
        """The house itself, in a job for one organisation."""
        return cls(organisatie_id, frozenset({"systeem"}), organisaties=frozenset({organisatie_id}))


_ALL = ("algemeen", "hulp", "zorg", "bibob", "wpg", "laa")
