"""What the questions answer: a meeting, an item whole, an action, a check, decrypted for one reader.

Their `repr` shows numbers and codes only, so that no log or error page can show what was said.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from doorzicht.ground.bestanden.api import Bijlage
from doorzicht.ground.verstrekking.api import Inhoud, Veld
from doorzicht.wings.regie.overleg.models import Agendapunt, Besluit, Deelname, Overleg, Uitvoeringscheck


@dataclass(frozen=True, slots=True)
class Persoon:
    """Somebody with an account: name and organisation, as shown beside what they do."""

    medewerker_id: UUID
    naam: str
    organisatie_id: str
    organisatie: str
    soort: str


@dataclass(frozen=True, slots=True)
class Genodigde:
    """Somebody who can be invited, and whether what they bring in is police data."""

    medewerker_id: UUID
    naam: str
    organisatie_id: str
    organisatie: str
    politie: bool


@dataclass(frozen=True, slots=True)
class Partij:
    """Who can execute a decision: an organisation, the wing that receives, and the setting in which it may."""

    organisatie_id: str
    naam: str
    wing: str
    kader: str


@dataclass(frozen=True, slots=True)
class OverlegBlad:
    """A meeting as this reader sees it."""

    rij: Overleg
    plaats: str = field(repr=False)
    gemeente: str


@dataclass(frozen=True, slots=True)
class PuntRegel:
    """An item on the agenda: its title and who is there beside the standing members."""

    rij: Agendapunt
    titel: str = field(repr=False)
    gasten: tuple[Persoon, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class DeelnemerBlad:
    """Who takes part in an item."""

    rij: Deelname
    persoon: Persoon = field(repr=False)


@dataclass(frozen=True, slots=True)
class Aanwezige:
    """One person of a meeting: for which items, and whether they are there."""

    persoon: Persoon = field(repr=False)
    vast: bool
    aanwezig: bool | None
    punten: tuple[tuple[UUID, int], ...]


@dataclass(frozen=True, slots=True)
class BijdrageBlad:
    """What somebody brought in, or their place while it is still empty (`op` is None)."""

    persoon: Persoon = field(repr=False)
    tekst: str = field(repr=False)
    op: datetime | None
    politie: bool


@dataclass(frozen=True, slots=True)
class BesluitBlad:
    """A decision, with who recorded it."""

    rij: Besluit
    naam: str
    door: str = field(repr=False)
    motivering: str = field(repr=False)
    anders: str = field(repr=False)
    zorg: str = field(repr=False)
    aan_melder: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActieBlad:
    """An action with its owner, and in which municipality and on which day it was agreed."""

    id: UUID
    wat: str = field(repr=False)
    eigenaar: UUID
    wie: str = field(repr=False)
    gemeente: str
    afgesproken_op: date
    uiterlijk: date
    klaar_op: datetime | None
    resultaat: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CheckBlad:
    """Privacycheck 2B: what is proposed to whom, and the answer; `akkoord` are the codes that may go."""

    rij: Uitvoeringscheck
    aan: str
    vrager: str = field(repr=False)
    aan_zet: str = field(repr=False)
    checker: str = field(repr=False)
    doel: str = field(repr=False)
    noodzaak: str = field(repr=False)
    velden: tuple[Veld, ...] = field(repr=False)
    niet_vrijgegeven: tuple[str, ...] = field(repr=False)
    akkoord: frozenset[str] = field(repr=False)
    reden: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PuntBlad:
    """An item whole. `inhoud` is what was released; None when there is none or it is closed (`dicht` says why)."""

    rij: Agendapunt
    titel: str = field(repr=False)
    deelnemers: tuple[DeelnemerBlad, ...] = field(repr=False)
    inhoud: Inhoud | None = field(repr=False)
    dicht: str
    bijdragen: tuple[BijdrageBlad, ...] = field(repr=False)
    besluit: BesluitBlad | None = field(repr=False)
    acties: tuple[ActieBlad, ...] = field(repr=False)
    checks: tuple[CheckBlad, ...] = field(repr=False)
    bijlagen: tuple[Bijlage, ...] = field(repr=False)
