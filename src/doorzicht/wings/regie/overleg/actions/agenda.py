"""Plan a meeting, and put on its agenda what was offered: open actions first, then what was left, then what is new."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F

from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.wings.regie.overleg import workflow
from doorzicht.wings.regie.overleg.actions import toegang
from doorzicht.wings.regie.overleg.actions.genodigden import send_entries
from doorzicht.wings.regie.overleg.actions.rijen import (
    BEHEREN,
    OPEN_PUNT,
    add_punt,
    alive,
    drop_dead,
    locked_overleg,
    person,
    report_back,
)
from doorzicht.wings.regie.overleg.invoer import Moment
from doorzicht.wings.regie.overleg.models import Actie, Agendapunt, Bijdrage, Overleg
from doorzicht.wings.regie.overleg.selectors import left_over
from doorzicht.wings.regie.overleg.vooruitblik import Vooruitblik
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap


@transaction.atomic
def plan_overleg(moment: Moment, *, by: Actor, at: datetime) -> Overleg:
    """Plan a meeting. Its agenda starts with open actions and what was left of earlier meetings, and ends with the
    closing round. Raises `OngeldigeStap` when it lies in the past or ends before it begins."""
    require(by, BEHEREN)
    _check_moment(moment, at=at)
    sleutel = vault.create_dossier(
        soort="overleg",
        organisatie_id=by.organisatie_id,
        compartiment="algemeen",
        bewaarregel="overleg",
        id=uuid4(),
    )
    overleg = Overleg(
        id=sleutel.dossier_id,
        **sleutel.row(),
        begin=moment.begin,
        eind=moment.eind,
        voorzitter=person(by),
    )
    sleutel.encrypt(overleg, "plaats", moment.plaats)
    overleg.save(force_insert=True)
    bewaren.plan(overleg.id, bewaarregel="overleg", from_day=local_day(moment.begin))
    add_punt(overleg, "acties_vorige", "Acties van de vorige keer", volgnummer=1)
    add_punt(overleg, "rondvraag", "Rondvraag en planning", volgnummer=2)
    carry_over(overleg, by=by, at=at)
    logboek.record(by, "maak", "overleg", [overleg.id], recht=BEHEREN)
    return overleg


def _check_moment(moment: Moment, *, at: datetime) -> None:
    if moment.eind <= moment.begin:
        raise OngeldigeStap("Het einde ligt voor het begin. Kijk de tijden na.")
    if moment.eind <= at:
        raise OngeldigeStap("Dit moment is al voorbij. Kies een moment dat nog komt.")


def carry_over(overleg: Overleg, *, by: Actor, at: datetime) -> None:
    """What earlier meetings left comes right after the open actions, as long as what was released for it can still be
    read."""
    readable = alive(by=by, at=at)
    old = [punt for punt in left_over(by=by) if punt.verstrekking_id in readable]
    keys = vault.open_dossiers(punt.id for punt in old)
    here = Agendapunt.objects.filter(overleg_id=overleg.id, organisatie_id=overleg.organisatie_id)
    here.filter(volgnummer__gte=2).update(volgnummer=F("volgnummer") + len(old))
    for volgnummer, punt in enumerate(old, start=2):
        add_punt(
            overleg,
            "verstrekking",
            keys[punt.id].decrypt(punt, "titel"),
            volgnummer=volgnummer,
            verstrekking_id=punt.verstrekking_id,
            vorig_punt_id=punt.id,
        )


def carry_to_next(overleg: Overleg, *, by: Actor, at: datetime) -> None:
    """What this meeting left goes to the next one, when that is planned already."""
    later = Overleg.objects.select_for_update().filter(
        organisatie_id=overleg.organisatie_id, status="gepland", begin__gt=overleg.begin
    )
    following = later.order_by("begin", "id").first()
    if following is not None:
        carry_over(following, by=by, at=at)


@transaction.atomic
def put_on_agenda(verstrekking_id: UUID, overleg_id: UUID, *, by: Actor, at: datetime) -> Agendapunt:
    """Accept what was offered and make it an item, before the closing round.

    Raises `Geweigerd` (not ours, expired), `OngeldigeStap` (closed meeting, on an agenda already).
    """
    require(by, BEHEREN, dossier_id=verstrekking_id)
    overleg = locked_overleg(overleg_id, by=by)
    if overleg.voorbij:
        raise OngeldigeStap("Dit overleg is gesloten. Kies een overleg dat nog komt.")
    inhoud = verstrekking.read(verstrekking_id, by=by, at=at)
    if inhoud.kader != "overleg" or inhoud.van_organisatie_id != by.organisatie_id:
        raise OngeldigeStap("Alleen wat je eigen gemeente voor het overleg vrijgaf kan op deze agenda.")
    on_agenda = Agendapunt.objects.filter(verstrekking_id=verstrekking_id, status__in=OPEN_PUNT)
    if on_agenda.exists():
        raise OngeldigeStap("Dit staat al op een agenda. Misschien was iemand anders je voor.")
    if inhoud.status == "aangeboden":
        verstrekking.accept(verstrekking_id, by=by, at=at)
    last = _make_room(overleg)
    punt = add_punt(overleg, "verstrekking", inhoud.label, volgnummer=last, verstrekking_id=verstrekking_id)
    report_back(punt, stand="op_agenda", by=by, at=at)
    logboek.record(by, "maak", "agendapunt", [punt.id, overleg.id, verstrekking_id], recht=BEHEREN)
    return punt


def _make_room(overleg: Overleg) -> int:
    """Move the closing round one down and answer the number that came free."""
    last = Agendapunt.objects.filter(overleg_id=overleg.id, organisatie_id=overleg.organisatie_id)
    closing = last.filter(soort="rondvraag")
    number = closing.values_list("volgnummer", flat=True).get()
    closing.update(volgnummer=F("volgnummer") + 1)
    return number


@transaction.atomic
def refuse_offer(verstrekking_id: UUID, *, reden: str, by: Actor, at: datetime) -> None:
    """Do not take what was offered, with the reason. Raises `Geweigerd` or the ground's `OngeldigeStap`."""
    require(by, BEHEREN, dossier_id=verstrekking_id)
    verstrekking.refuse(verstrekking_id, reden=reden, by=by, at=at)


@transaction.atomic
def reschedule(overleg_id: UUID, moment: Moment, *, by: Actor, at: datetime) -> None:
    """Another time or place for a meeting that did not begin; the time of keeping moves along."""
    require(by, BEHEREN, dossier_id=overleg_id)
    overleg = locked_overleg(overleg_id, by=by)
    workflow.next_overleg(overleg.status, "verzetten")
    _check_moment(moment, at=at)
    overleg.begin, overleg.eind = moment.begin, moment.eind
    overleg.kalender_versie += 1
    vault.open_dossier(overleg.id).encrypt(overleg, "plaats", moment.plaats)
    overleg.save(update_fields=["begin", "eind", "plaats", "kalender_versie"])
    plan_endings(overleg, day=overleg.begin)
    toegang.renew_overleg_access(overleg, by=by, at=at)
    send_entries(overleg, by=by)
    logboek.record(by, "wijzig", "overleg", [overleg.id], recht=BEHEREN)


@transaction.atomic
def extend(overleg_id: UUID, *, eind: datetime, by: Actor, at: datetime) -> None:
    """The meeting takes longer (or shorter): guests who are in stay in until the new end. What was withdrawn or ran out
    since the opening drops off the agenda."""
    require(by, BEHEREN, dossier_id=overleg_id)
    overleg = locked_overleg(overleg_id, by=by)
    workflow.next_overleg(overleg.status, "verlengen")
    _check_moment(Moment(begin=overleg.begin, eind=eind, plaats=""), at=at)
    overleg.eind = eind
    overleg.save(update_fields=["eind"])
    toegang.close_all(overleg, by=by, at=at)
    drop_dead(overleg, by=by, at=at)
    toegang.open_all(overleg, by=by, at=at)
    plan_endings(overleg, day=overleg.eind)
    logboek.record(by, "wijzig", "overleg", [overleg.id], recht=BEHEREN)


def plan_endings(overleg: Overleg, *, day: datetime) -> None:
    """The days on which the meeting, its items, their actions, what the police looked ahead at and what they brought in
    must be gone."""
    bewaren.plan(overleg.id, bewaarregel="overleg", from_day=local_day(day))
    ids = list(Agendapunt.objects.filter(overleg_id=overleg.id).values_list("id", flat=True))
    agreed = Actie.objects.filter(agendapunt_id__in=ids).values_list("id", flat=True)
    ahead = Vooruitblik.objects.filter(agendapunt_id__in=ids).values_list("id", flat=True)
    for dossier_id in (*ids, *agreed, *ahead):
        bewaren.plan(dossier_id, bewaarregel="agendapunt", from_day=local_day(day))
    sealed = Bijdrage.objects.filter(agendapunt_id__in=ids, compartiment="wpg")
    for dossier_id in sealed.values_list("dossier_id", flat=True):
        bewaren.plan(dossier_id, bewaarregel="bijdrage-politie", from_day=local_day(overleg.eind))
