"""What people type about a breach, as values for the verbs."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Melding:
    """What whoever noticed it tells: in a minute, without knowing everything.

    `inzending` marks the form, so that sending it twice makes one. `gemeente`: for people who work for no municipality.
    """

    inzending: UUID
    omschrijving: str
    ontdekt_op: datetime
    gaande: str
    gemeente: str = ""


@dataclass(frozen=True, slots=True)
class Feiten:
    """What art. 33 lid 3 and 5 AVG ask: the nature, whom and what it is about, consequences and measures.

    `versie`: of which version of the facts this is the next one; nothing kept yet is 0.
    """

    aard: tuple[str, ...] = ()
    feiten: str = ""
    betreft_wie: str = ""
    betreft_wat: str = ""
    gevolgen: str = ""
    maatregelen: str = ""
    versie: int = 0


@dataclass(frozen=True, slots=True)
class Besluit:
    """Must the AP know, must the people know, and why. `uitzondering`: a code of art. 34, when they need not."""

    ap: bool
    ap_reden: str
    betrokkenen: bool
    betrokkenen_reden: str
    uitzondering: str = ""
