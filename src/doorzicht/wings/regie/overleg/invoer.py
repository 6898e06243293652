"""What goes into the verbs, typed. Their `repr` shows codes only, so that no log can show what was written."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from doorzicht.ground.verstrekking.api import Veld


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When and where a meeting is."""

    begin: datetime
    eind: datetime
    plaats: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitInvoer:
    """A decision: its code, why, who thinks otherwise, the care question, what the reporter may know."""

    soort: str
    motivering: str = field(repr=False)
    anders: str = field(repr=False, default="")
    zorgcheck: str = ""
    zorg: str = field(repr=False, default="")
    aan_melder: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActieInvoer:
    """What somebody is going to do, and by when."""

    wat: str = field(repr=False)
    eigenaar: UUID
    uiterlijk: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstel:
    """What may go to one executing party, as privacycheck 2B judges it."""

    aan_organisatie: str
    grondslag: str
    taak: str
    doel: str = field(repr=False)
    noodzaak: str = field(repr=False)
    velden: tuple[Veld, ...]
    niet_vrijgegeven: tuple[str, ...] = field(repr=False)
