"""Stand-ins for the privacyfunctionaris: an appointment as deputy, from a day to a day.

Who weighs, chairs, executes or watches over cannot stand in: nobody checks a proposal of their own side.
"""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties import api as organisaties
from doorzicht.ground.organisaties.api import Aanstelling, Medewerker
from doorzicht.ground.organisaties.rollen import ONVERENIGBAAR
from doorzicht.wings.regie.overleg.actions.genodigden import notify
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap

AANWIJZEN, ROL = "vervanger.aanwijzen", "privacyfunctionaris"
LONGEST = timedelta(days=92)
NOT_INDEPENDENT = frozenset({"toezichthouder", "beheerder", ROL}).union(
    *(ander if ROL in een else een for een, ander in ONVERENIGBAAR if ROL in een | ander)
)
"""Whoever may not hold this role beside their own (they propose, or supervise), executes, or already does the check."""


def candidates(*, on: date, by: Actor) -> dict[UUID, str]:
    """The colleagues who can stand in from a day on, by number."""
    require(by, AANWIJZEN)
    held = Aanstelling.objects.filter(Q(tot__isnull=True) | Q(tot__gte=on), medewerker_id=OuterRef("pk"))
    here = held.filter(organisatie_id=by.organisatie_id)
    found = Medewerker.objects.filter(
        Exists(here), ~Exists(held.filter(rol__in=NOT_INDEPENDENT)), is_active=True
    )
    return {m.id: m.naam for m in found.order_by("naam")}


def stand_ins(*, on: date, by: Actor) -> list[Aanstelling]:
    """Who stands in now or later, the first day on top."""
    require(by, AANWIJZEN)
    found = Aanstelling.objects.filter(
        organisatie_id=by.organisatie_id, rol=ROL, plaatsvervanger=True, tot__gte=on
    )
    return list(found.select_related("medewerker").order_by("vanaf", "medewerker__naam"))


@transaction.atomic
def appoint_stand_in(medewerker_id: UUID, *, vanaf: date, tot: date, by: Actor, at: datetime) -> Aanstelling:
    """Let a colleague do the checks on these days. Raises `OngeldigeStap`."""
    require(by, AANWIJZEN)
    if vanaf < local_day(at):
        raise OngeldigeStap("De eerste dag is al voorbij. Kies vandaag of een dag die nog komt.")
    if not vanaf <= tot <= vanaf + LONGEST:
        raise OngeldigeStap("Kies een laatste dag die na de eerste komt, hooguit 3 maanden later.")
    if medewerker_id not in candidates(on=vanaf, by=by):
        raise OngeldigeStap("Deze collega kan niet vervangen. Kies iemand uit de lijst.")
    row = organisaties.appoint(
        Medewerker.objects.get(pk=medewerker_id),
        ROL,
        organisatie=organisaties.Organisatie.objects.get(pk=by.organisatie_id),
        vanaf=vanaf,
        plaatsvervanger=True,
    )
    row.tot = tot
    row.save(update_fields=["tot"])
    notify(medewerker_id, by=by)
    _log(row, by=by)
    return row


@transaction.atomic
def end_stand_in(medewerker_id: UUID, *, by: Actor, at: datetime) -> None:
    """They are back: the stand-in does no checks any more, at once. The log keeps the days as they were: who never
    began was stopped before the first one. Raises `Aanstelling.DoesNotExist`."""
    today = local_day(at)
    before = today - timedelta(days=1)
    mine = [row for row in stand_ins(on=today, by=by) if row.medewerker_id == medewerker_id]
    if not mine:
        raise Aanstelling.DoesNotExist
    for row in mine:
        _log(row, by=by, gestopt=today)
        row.vanaf, row.tot = min(row.vanaf, before), before
        row.save(update_fields=["tot", "vanaf"])


def _log(row: Aanstelling, *, by: Actor, gestopt: date | None = None) -> None:
    """The days as they were appointed: the row of an appointment that is ended at once has to hold others."""
    days = {"vanaf": row.vanaf, "tot": row.tot, "gestopt": gestopt}
    logboek.record(
        by, "wijzig", "aanstelling", [row.medewerker_id], recht=AANWIJZEN,
        bijzonderheden={naam: day.isoformat() for naam, day in days.items() if day},
    )  # fmt: skip
