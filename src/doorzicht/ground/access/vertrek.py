"""Closing the account of somebody who leaves, with their open work given to colleagues in the same act.

All or nothing: nothing is closed while work would be left with nobody, or a role that must be held would be empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Greatest

from doorzicht.ground.access import openwerk
from doorzicht.ground.access.api import Actor, context, may, require
from doorzicht.ground.access.openwerk import KanNietOvernemen, Persoonlijk
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties import api as organisaties
from doorzicht.ground.organisaties.api import ONMISBAAR, Aanstelling, Koppeling, Medewerker

SLUITEN, ZIEN = "account.sluiten", "account.zien"


class NietJezelf(Exception):
    """Somebody who closes accounts leaves too: a colleague closes theirs."""


class NiemandGekozen(Exception):
    """Work or a role would be left with nobody. `veld` is the field of the screen that must be filled in."""

    def __init__(self, veld: str, bericht: str) -> None:
        super().__init__(bericht)
        self.veld = veld


@dataclass(frozen=True, slots=True)
class Overname:
    """Who takes over: per kind of personal work, and per role. A role without an entry goes to nobody new."""

    werk: Mapping[str, UUID] = field(default_factory=dict)
    rollen: Mapping[str, UUID] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RolStand:
    """A role of the leaver: who else holds it, whether it may stay empty, and how much work lies with it."""

    rol: str
    plaatsvervanger: bool
    anderen: tuple[str, ...]
    werk: tuple[str, ...]

    @property
    def moet(self) -> bool:
        """Whether somebody must take it over."""
        return not self.anderen and self.rol in ONMISBAAR


@dataclass(frozen=True, slots=True)
class Vertrek:
    """What somebody would leave behind, in numbers."""

    medewerker: Medewerker
    werk: tuple[tuple[Persoonlijk, int], ...]
    rollen: tuple[RolStand, ...]
    collegas: tuple[Medewerker, ...]


def look_at_leaver(medewerker_id: UUID, *, by: Actor, on: date) -> Vertrek:
    """What this colleague would leave behind. Raises `Geweigerd`, `Medewerker.DoesNotExist` (another organisation's,
    or closed already)."""
    require(by, SLUITEN)
    leaver = _accounts(by).get(pk=medewerker_id)
    roles = tuple(_role(row, by=by, on=on) for row in _held(leaver, on))
    others = tuple(_accounts(by).exclude(pk=leaver.id).order_by("naam"))
    return Vertrek(leaver, tuple((soort, n) for soort, n in _work_of(leaver, by=by) if n), roles, others)


@transaction.atomic
def close_account(medewerker_id: UUID, overname: Overname, *, by: Actor, at: datetime) -> dict[str, int]:
    """Close an account for good and give its open work to colleagues. Returns how much of each kind went over.

    From the same moment on no session of it counts. Raises `Geweigerd`, `NietJezelf`, `Medewerker.DoesNotExist`,
    `NiemandGekozen`, `KanNietOvernemen`, `OnverenigbareRollen`, `GeenAandachtsfunctionaris`, `KanaalZonderLezer`.
    """
    require(by, SLUITEN)
    if medewerker_id == by.mens:
        raise NietJezelf("Je kunt je eigen account niet sluiten. Vraag het een andere beheerder.")
    if medewerker_id in {*overname.werk.values(), *overname.rollen.values()}:
        raise KanNietOvernemen("Wie vertrekt, neemt zelf niets over. Kies iemand anders.")
    organisaties.hold_occupation(by.organisatie_id)
    leaver = _accounts(by).select_for_update().get(pk=medewerker_id)
    today = local_day(at)
    given = {
        row.rol: taker
        for row in _held(leaver, today)
        if (taker := _give_role(row, overname, by=by, on=today))
    }
    _shut(leaver, on=today)
    organisaties.check_occupation(leaver.organisatie, on=today)
    moved = {
        soort.code: _hand_over(soort, n, leaver, overname, by=by, at=at)
        for soort, n in _work_of(leaver, by=by)
        if n
    }
    takers = {*(overname.werk[code] for code in moved), *given.values()}
    logboek.record(
        by,
        "wijzig",
        "account",
        [leaver.id, *sorted(takers)],
        recht=SLUITEN,
        bijzonderheden={"overgedragen": moved, "rollen": {rol: str(taker) for rol, taker in given.items()}},
    )
    return moved


def _accounts(by: Actor) -> QuerySet[Medewerker]:
    """The accounts of the actor's own organisation that are open."""
    return Medewerker.objects.filter(organisatie_id=by.organisatie_id, is_active=True)


def _held(leaver: Medewerker, on: date) -> list[Aanstelling]:
    """The roles of the leaver today, each once. Standing in for some days ends with them: it goes to nobody."""
    rows = Aanstelling.objects.filter(medewerker=leaver, organisatie_id=leaver.organisatie_id, vanaf__lte=on)
    own = rows.exclude(tot__lt=on).exclude(plaatsvervanger=True, tot__isnull=False)
    return list({row.rol: row for row in own.order_by("rol", "-plaatsvervanger")}.values())


def _role(row: Aanstelling, *, by: Actor, on: date) -> RolStand:
    found = organisaties.others_for_good(row, on=on)
    names = tuple(dict.fromkeys(a.medewerker.naam for a in found))
    with context(Actor.systeem(by.organisatie_id)):
        kinds = [soort for soort in openwerk.VAN_ROL.values() if row.rol in soort.rollen]
        work = tuple(openwerk.in_words(s, n) for s in kinds if (n := s.count(by.organisatie_id)))
    return RolStand(row.rol, row.plaatsvervanger, names, work)


def _work_of(leaver: Medewerker, *, by: Actor) -> list[tuple[Persoonlijk, int]]:
    with context(Actor.systeem(by.organisatie_id)):
        return [(soort, soort.count(leaver.id)) for soort in openwerk.PERSOONLIJK.values()]


def _give_role(row: Aanstelling, overname: Overname, *, by: Actor, on: date) -> UUID | None:
    """Appoint who takes this role over, and say who it is; refuses to leave a role empty that must be held."""
    taker = overname.rollen.get(row.rol)
    if taker is None:
        if row.rol in ONMISBAAR and not organisaties.others_for_good(row, on=on).exists():
            naam = organisaties.ROLLEN[row.rol].naam
            raise NiemandGekozen(f"rol_{row.rol}", f"Niemand anders is {naam}. Kies wie het wordt.")
        return None
    colleague = _taker(taker, by=by)
    organisaties.check_compatible(colleague, row.rol, on=on)
    running = organisaties.others_for_good(row, on=on)
    if not running.filter(medewerker=colleague, plaatsvervanger=row.plaatsvervanger).exists():
        organisaties.appoint(
            colleague, row.rol, organisatie=row.organisatie, vanaf=on, plaatsvervanger=row.plaatsvervanger
        )
    return taker


def _taker(medewerker_id: UUID, *, by: Actor) -> Medewerker:
    """The colleague who was chosen. Raises `KanNietOvernemen` when that account was closed meanwhile."""
    try:
        return _accounts(by).get(pk=medewerker_id)
    except Medewerker.DoesNotExist:
        raise KanNietOvernemen("Deze collega heeft geen account meer. Kies iemand anders.") from None


def _shut(leaver: Medewerker, *, on: date) -> None:
    """No session, no password and no role of this account counts any more."""
    leaver.is_active = False
    leaver.set_unusable_password()
    leaver.save(update_fields=["is_active", "password"])
    Koppeling.objects.filter(medewerker=leaver).delete()
    rows = Aanstelling.objects.filter(medewerker=leaver)
    rows.exclude(tot__lte=on).update(tot=Greatest(F("vanaf"), on))


def _hand_over(
    soort: Persoonlijk, count: int, leaver: Medewerker, overname: Overname, *, by: Actor, at: datetime
) -> int:
    """Give one kind of work to who was chosen for it, if that colleague may do it."""
    taker = overname.werk.get(soort.code)
    if taker is None:
        raise NiemandGekozen(f"werk_{soort.code}", "Kies een collega die dit overneemt.")
    colleague = _taker(taker, by=by)
    roles = organisaties.roles_of(colleague, on=local_day(at))
    successor = Actor.of(colleague, roles, by.organisatie_id)
    if not may(successor, soort.recht):
        raise KanNietOvernemen(
            f"{colleague.naam} heeft geen rol waarin dit mag: {soort.meer}. Kies iemand anders."
        )
    with context(Actor.systeem(by.organisatie_id)) as house:
        soort.hand_over(van=leaver.id, naar=successor, by=house, at=at)
    return count
