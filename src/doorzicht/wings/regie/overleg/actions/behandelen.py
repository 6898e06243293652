"""Open the meeting, go through its items, write down what people bring in, close."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, transaction

from doorzicht.ground.access.api import Actor, Geweigerd, require
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.wings.regie.overleg import jaar, workflow
from doorzicht.wings.regie.overleg.actions import toegang, vooruitblik
from doorzicht.wings.regie.overleg.actions.agenda import carry_to_next, plan_endings
from doorzicht.wings.regie.overleg.actions.rijen import (
    BEHEREN,
    OPEN_PUNT,
    ZIEN,
    drop_dead,
    locked_overleg,
    locked_punt,
    person,
    report_back,
)
from doorzicht.wings.regie.overleg.models import Agendapunt, Bijdrage, Overleg
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap

EARLY = timedelta(hours=1)
"""Guests see their items from the opening: that is the meeting, and not the days before it (product rule 14)."""


@transaction.atomic
def open_overleg(overleg_id: UUID, *, by: Actor, at: datetime) -> None:
    """Start: guests are let in from now to the end. What was withdrawn or ran out drops off the agenda first."""
    require(by, BEHEREN, dossier_id=overleg_id)
    overleg = locked_overleg(overleg_id, by=by)
    naar = workflow.next_overleg(overleg.status, "openen")
    if overleg.eind <= at:
        raise OngeldigeStap("De eindtijd is al voorbij. Verzet het overleg eerst.")
    if at < overleg.begin - EARLY:
        raise OngeldigeStap("Openen kan vanaf een uur voor het begin. Begint het nu al? Verzet het overleg.")
    overleg.status, overleg.geopend_op = naar, at
    overleg.save(update_fields=["status", "geopend_op"])
    drop_dead(overleg, by=by, at=at)
    toegang.open_all(overleg, by=by, at=at)
    logboek.record(by, "wijzig", "overleg", [overleg.id], recht=BEHEREN, bijzonderheden={"status": naar})


@transaction.atomic
def close_overleg(overleg_id: UUID, *, by: Actor, at: datetime) -> None:
    """End, also earlier than planned: guests are out at once, what was not decided comes back next time."""
    require(by, BEHEREN, dossier_id=overleg_id)
    overleg = locked_overleg(overleg_id, by=by)
    naar = workflow.next_overleg(overleg.status, "sluiten")
    toegang.close_all(overleg, by=by, at=at)
    vooruitblik.close_all(overleg, by=by, at=at)
    for punt in Agendapunt.objects.filter(overleg_id=overleg.id, status__in=OPEN_PUNT).order_by("volgnummer"):
        if punt.soort == "verstrekking":
            punt.status = "doorgeschoven"
            report_back(punt, stand="doorgeschoven", by=by, at=at)
        else:
            punt.status = "behandeld"
        punt.save(update_fields=["status"])
    overleg.status, overleg.gesloten_op = naar, at
    overleg.save(update_fields=["status", "gesloten_op"])
    plan_endings(overleg, day=at)
    jaar.count_held(overleg, by=by, at=at)
    carry_to_next(overleg, by=by, at=at)
    logboek.record(by, "wijzig", "overleg", [overleg.id], recht=BEHEREN, bijzonderheden={"status": naar})


@transaction.atomic
def treat(punt_id: UUID, *, by: Actor, at: datetime) -> None:
    """Begin with this item; the one before goes on later, or is done when it needs no decision."""
    overleg, punt = locked_punt(punt_id, by=by)
    _require_running(overleg)
    workflow.check_punt(punt.status, "nu", "behandelen")
    for other in Agendapunt.objects.filter(overleg_id=overleg.id, status="nu"):
        other.status = "straks" if other.soort == "verstrekking" else "behandeld"
        other.save(update_fields=["status"])
    punt.status = "nu"
    punt.save(update_fields=["status"])
    logboek.record(by, "wijzig", "agendapunt", [punt.id], recht=BEHEREN, bijzonderheden={"status": "nu"})


def _require_running(overleg: Overleg) -> None:
    if overleg.status != "bezig":
        raise OngeldigeStap(f"Dit kan alleen tijdens het overleg. Het is nu {overleg.status}.")


@transaction.atomic
def contribute(
    punt_id: UUID,
    tekst: str,
    *,
    eerder: datetime | None,
    by: Actor,
    at: datetime,
    namens: UUID | None = None,
) -> None:
    """Write what somebody brings in: a member or guest themselves, or the chair in their name.

    `eerder` is when the text was last written as the writer saw it: if somebody wrote in between, nothing is
    overwritten and `OngeldigeStap` says so. Raises `Geweigerd` for an item that is not theirs.
    """
    recht = ZIEN if namens is None else BEHEREN
    require(by, recht, dossier_id=punt_id)
    place = Bijdrage.objects.filter(agendapunt_id=punt_id, van_medewerker=namens or person(by, ZIEN)).first()
    if place is None:
        raise Geweigerd(by, ZIEN, dossier_id=punt_id)
    overleg_id = Agendapunt.objects.values_list("overleg_id", flat=True).get(pk=punt_id)
    ours = (
        place.organisatie_id == by.organisatie_id
    )  # a guest cannot lock, and writes through a function that looks
    _require_running(locked_overleg(overleg_id, by=by) if ours else Overleg.objects.get(pk=overleg_id))
    vault.open_dossier(place.dossier_id).encrypt(place, "tekst", tekst.strip())
    if not _write(place, eerder=eerder, by=by, at=at):
        raise OngeldigeStap("Iemand anders schreef hier intussen. Je tekst staat nog in het veld.")
    logboek.record(
        by,
        "wijzig",
        "bijdrage",
        [place.dossier_id, punt_id, *([namens] if namens else [])],
        recht=recht,
        bijzonderheden={"compartiment": place.compartiment},
    )


def _write(place: Bijdrage, *, eerder: datetime | None, by: Actor, at: datetime) -> bool:
    if place.organisatie_id == by.organisatie_id:
        mine = Bijdrage.objects.filter(pk=place.pk, organisatie_id=by.organisatie_id, op=eerder)
        if eerder is None:
            mine = Bijdrage.objects.filter(pk=place.pk, organisatie_id=by.organisatie_id, op__isnull=True)
        return bool(mine.update(tekst=place.tekst, op=at))
    with connection.cursor() as cursor:
        tekst = bytes(place.tekst) if place.tekst else None
        cursor.execute("SELECT regie_inbrengen(%s, %s, %s, %s)", [place.pk, tekst, eerder, at])
        (written,) = cursor.fetchone() or (False,)
        return bool(written)
