"""The register of a municipality: what it gave to whom, on which ground, why, until when, and what became of it.

For who leads, checks or watches over it. It shows codes, days and the purpose, never a released content. What lies in
a compartment that a role may not enter (police, care, address research) is not in their register either.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db.models import Q, QuerySet

from doorzicht.ground.access import api as access
from doorzicht.ground.access.api import Actor
from doorzicht.ground.lib.datums import day_bounds, local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.ground.verstrekking.gegevens import Ontvanger
from doorzicht.ground.verstrekking.models import Verstrekking, VrijgegevenVeld
from doorzicht.ground.verstrekking.workflow import LEESBAAR, STATUSSEN

REGISTER: Final = "verstrekking.register"
RIJEN: Final = 50
"""Lines on a page."""

STANDEN_REGISTER: Final[dict[str, str]] = {
    **STATUSSEN,
    "te_bevestigen": "Vernietiging nog niet bevestigd",
    "te_laat": "Bevestiging te laat",
}
"""What can be asked for: the states of a verstrekking, and two about what the receiver still has to say."""


@dataclass(frozen=True, slots=True)
class Zoekvraag:
    """Which lines: an empty part asks nothing. `vanaf` and `tot_en_met` are days on which was offered."""

    stand: str = ""
    ontvanger: str = ""
    grondslag: str = ""
    vanaf: date | None = None
    tot_en_met: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Registerregel:
    """One line. `doel` is read from the encrypted row, and empty in an export or when its key is gone."""

    id: UUID
    nummer: str
    van_wing: str
    aan: Ontvanger
    kader: str
    grondslag: str
    taak: str
    doel: str = field(repr=False)
    veldcodes: tuple[str, ...]
    status: str
    aangeboden_op: datetime
    vervalt_op: datetime
    beeindigd_op: datetime | None
    privacycheck_door: UUID | None
    bevestigen_voor: date | None
    bevestigd_door: UUID | None
    bevestigd_op: datetime | None
    te_laat: bool


def register(vraag: Zoekvraag, *, by: Actor, at: datetime, page: int = 1) -> tuple[list[Registerregel], bool]:
    """A page of the register, newest first, and whether there is more. Logged; four statements."""
    access.require(by, REGISTER)
    skip = (max(page, 1) - 1) * RIJEN
    rows = list(_found(vraag, by=by, at=at)[skip : skip + RIJEN + 1])
    more = len(rows) > RIJEN
    del rows[RIJEN:]
    sleutels = vault.open_dossiers(row.id for row in rows)
    doelen = {r.id: sleutels[r.id].decrypt(r, "doel") for r in rows if r.id in sleutels}
    logboek.record(by, "lees", "verstrekkingenregister", [row.id for row in rows], recht=REGISTER)
    return _lines(rows, doelen=doelen, by=by, at=at), more


def export(vraag: Zoekvraag, *, by: Actor, at: datetime) -> list[Registerregel]:
    """The whole answer, newest first, without anything encrypted; logged with every number."""
    access.require(by, REGISTER)
    rows = list(_found(vraag, by=by, at=at).defer("doel", "noodzaak", "label", "niet_vrijgegeven", "reden"))
    logboek.record(
        by,
        "verstrek",
        "verstrekkingenregister",
        [row.id for row in rows],
        recht=REGISTER,
        doel="export",
    )
    return _lines(rows, doelen={}, by=by, at=at)


def receivers(*, by: Actor) -> list[str]:
    """The organisations that ever got something, for the filter."""
    access.require(by, REGISTER)
    rows = Verstrekking.objects.filter(organisatie_id=by.organisatie_id)
    return list(rows.order_by("aan_organisatie_id").values_list("aan_organisatie_id", flat=True).distinct())


def overdue(*, by: Actor, at: datetime) -> int:
    """How many confirmations of destruction are late; for the start page."""
    access.require(by, REGISTER)
    return _of_state(_own(by), "te_laat", at=at).count()


def _own(by: Actor) -> QuerySet[Verstrekking]:
    return Verstrekking.objects.filter(organisatie_id=by.organisatie_id)


def _found(vraag: Zoekvraag, *, by: Actor, at: datetime) -> QuerySet[Verstrekking]:
    rows = _own(by)
    if vraag.stand:
        rows = _of_state(rows, vraag.stand, at=at)
    if vraag.ontvanger:
        rows = rows.filter(aan_organisatie_id=vraag.ontvanger)
    if vraag.grondslag:
        rows = rows.filter(grondslag=vraag.grondslag)
    if vraag.vanaf:
        rows = rows.filter(aangeboden_op__gte=day_bounds(vraag.vanaf)[0])
    if vraag.tot_en_met:
        rows = rows.filter(aangeboden_op__lt=day_bounds(vraag.tot_en_met)[1])
    return rows.order_by("-aangeboden_op", "id")


def _of_state(rows: QuerySet[Verstrekking], stand: str, *, at: datetime) -> QuerySet[Verstrekking]:
    """Also what ran out while the job did not come by yet."""
    ended = Q(status__in=LEESBAAR, vervalt_op__lte=at)
    if stand == "verlopen":
        return rows.filter(Q(status="verlopen") | ended)
    if stand in LEESBAAR:
        return rows.filter(status=stand, vervalt_op__gt=at)
    if stand == "te_bevestigen":
        return rows.filter(bevestigen_voor__isnull=False, bevestigd_op__isnull=True)
    if stand == "te_laat":
        return rows.filter(bevestigen_voor__lt=local_day(at), bevestigd_op__isnull=True)
    return rows.filter(status=stand)


def _lines(
    rows: list[Verstrekking], *, doelen: dict[UUID, str], by: Actor, at: datetime
) -> list[Registerregel]:
    codes: defaultdict[UUID, list[str]] = defaultdict(list)
    found = VrijgegevenVeld.objects.filter(
        dossier_id__in=[row.id for row in rows], organisatie_id=by.organisatie_id
    )
    for dossier_id, code in found.order_by("dossier_id", "volgnummer").values_list("dossier_id", "code"):
        codes[dossier_id].append(code)
    return [
        Registerregel(
            id=row.id,
            nummer=row.nummer,
            van_wing=row.van_wing,
            aan=Ontvanger(row.aan_organisatie_id, row.aan_wing),
            kader=row.kader,
            grondslag=row.grondslag,
            taak=row.taak,
            doel=doelen.get(row.id, ""),
            veldcodes=tuple(codes[row.id]),
            status="verlopen" if row.status in LEESBAAR and row.vervalt_op <= at else row.status,
            aangeboden_op=row.aangeboden_op,
            vervalt_op=row.vervalt_op,
            beeindigd_op=row.beeindigd_op,
            privacycheck_door=row.privacycheck_door,
            bevestigen_voor=row.bevestigen_voor,
            bevestigd_door=row.bevestigd_door,
            bevestigd_op=row.bevestigd_op,
            te_laat=row.bevestigen_voor is not None
            and row.bevestigd_op is None
            and row.bevestigen_voor < local_day(at),
        )
        for row in rows
    ]
