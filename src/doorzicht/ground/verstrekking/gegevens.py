"""What goes in and out of the verbs: an offer, a receiver, a field, the contents as a receiver sees them.

Their `repr` shows numbers and codes only, so that no log or error page can show what was released.
"""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Ontvanger:
    """To whom: an organisation, and the wing of it (`partner` for an organisation outside the house)."""

    organisatie_id: str
    wing: str


@dataclass(frozen=True, slots=True)
class Veld:
    """A field to release: its code, the label and content as the receiver reads them, and why it is needed."""

    code: str
    label: str = field(repr=False)
    inhoud: str = field(repr=False)
    waarom: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbod:
    """Everything an offer needs. Nothing about the victim flag, age, ground, purpose or end is assumed.

    `niet_vrijgegeven` holds the labels of what was kept back, never what it holds. `privacycheck_door` is who did
    privacycheck 2A; which settings need one stands in `kaders.KADERS`. `grondslag` and `taak` are codes of the
    catalogus; some grounds only hold together with a municipal task.
    """

    bron_dossier_id: UUID
    organisatie_id: str
    van_wing: str
    aan: Ontvanger
    kader: str
    grondslag: str
    doel: str = field(repr=False)
    noodzaak: str = field(repr=False)
    label: str = field(repr=False)
    velden: tuple[Veld, ...]
    niet_vrijgegeven: tuple[str, ...] = field(repr=False)
    slachtoffer: bool
    minderjarig: str
    vervalt_op: datetime
    taak: str = ""
    privacycheck_door: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """A verstrekking in a list: what it is about in a few words, where it stands, and which fields it holds."""

    id: UUID
    nummer: str
    label: str = field(repr=False)
    status: str
    kader: str
    van_organisatie_id: str
    van_wing: str
    aan: Ontvanger
    grondslag: str
    taak: str
    slachtoffer: bool
    minderjarig: str
    aangeboden_op: datetime
    vervalt_op: datetime
    veldcodes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inhoud:
    """Everything a receiver may see, and nothing else. `id` is also the id of the copy's own dossier."""

    id: UUID
    nummer: str
    status: str
    kader: str
    van_organisatie_id: str
    van_wing: str
    aan: Ontvanger
    grondslag: str
    taak: str
    doel: str = field(repr=False)
    noodzaak: str = field(repr=False)
    label: str = field(repr=False)
    velden: tuple[Veld, ...]
    niet_vrijgegeven: tuple[str, ...] = field(repr=False)
    slachtoffer: bool
    minderjarig: str
    aangeboden_door: UUID
    aangeboden_op: datetime
    privacycheck_door: UUID | None
    beslist_door: UUID | None
    beslist_op: datetime | None
    vervalt_op: datetime


@dataclass(frozen=True, slots=True)
class VoortgangBlad:
    """What the receiver said back once: a code of `workflow.STANDEN`, and what may be told (may be empty)."""

    stand: str
    tekst: str = field(repr=False)
    op: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class GevolgdeVerstrekking:
    """What became of one verstrekking, for whoever gave it: its state, and what was said back, oldest first."""

    verstrekking_id: UUID
    nummer: str
    status: str
    aan: Ontvanger
    beslist_op: datetime | None
    voortgang: tuple[VoortgangBlad, ...]

    @property
    def stand(self) -> str:
        """How far the receiver is; empty while nothing was said back."""
        return self.voortgang[-1].stand if self.voortgang else ""

    @property
    def tekst(self) -> str:
        """The latest text that may be told; empty when there is none."""
        return next((b.tekst for b in reversed(self.voortgang) if b.tekst), "")
