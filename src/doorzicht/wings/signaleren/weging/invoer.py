"""What a human typed at a weighing or a proposal: checked by the form, not yet encrypted. Lives for one request."""

from dataclasses import dataclass, field
from datetime import date, datetime

from doorzicht.wings.signaleren.weging.workflow import Poorten


@dataclass(frozen=True, slots=True)
class WegingInvoer:
    """The gates, the outcome and the reason; for a hand-over to whom, when and how; for analysis the question."""

    poorten: Poorten = field(default_factory=Poorten, repr=False)
    uitkomst: str = ""
    reden: str = field(default="", repr=False)
    overdracht_aan: str = field(default="", repr=False)
    overdracht_op: date | None = None
    overdracht_hoe: str = field(default="", repr=False)
    bronnen: tuple[str, ...] = ()
    vraag: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class GekozenVeld:
    """A field somebody wants to release, by its code, and why the overleg needs it."""

    code: str
    waarom: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoordrachtInvoer:
    """What may go to the overleg, if the privacyfunctionaris agrees. Victim flag and age are not asked: they follow."""

    label: str = field(repr=False)
    grondslag: str
    doel: str = field(repr=False)
    noodzaak: str = field(repr=False)
    vervalt_op: datetime
    velden: tuple[GekozenVeld, ...]
    omschrijving: str = field(default="", repr=False)
    andere_grond: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Checkbesluit:
    """What the privacyfunctionaris decides, with the reason; what is released stands in the verb."""

    besluit: str
    reden: str = field(repr=False)
    tegenvoorstel: str = field(default="", repr=False)
