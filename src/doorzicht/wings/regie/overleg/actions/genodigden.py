"""Invite somebody to items, take an invitation back, record who is there."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.wings.regie.overleg.actions import toegang, vooruitblik
from doorzicht.wings.regie.overleg.actions.rijen import BEHEREN, add_places, locked_overleg
from doorzicht.wings.regie.overleg.models import Actie, Agendapunt, Bijdrage, Deelname, Overleg
from doorzicht.wings.regie.overleg.selectors import Genodigde, invitable
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap

NOTIFY_JOB, KALENDER_JOB = "regie.overleg.notify", "regie.overleg.kalender"


class NietUitTeNodigen(Exception):
    """This person cannot be a guest at this meeting, or not at this item. The message is fit for the screen."""


def notify(medewerker_id: UUID, *, by: Actor) -> None:
    """Send "er staat iets voor je klaar", in the transaction of the act. The job gets numbers only."""
    job = app.configure_task(NOTIFY_JOB, queueing_lock=f"{NOTIFY_JOB}:{by.organisatie_id}:{medewerker_id}")
    with suppress(AlreadyEnqueued), transaction.atomic():  # one mail is enough for who has not had it yet
        job.defer(organisatie_id=by.organisatie_id, medewerker_id=str(medewerker_id))


def send_entry(overleg: Overleg, medewerker_id: UUID, *, by: Actor) -> None:
    """Send the mail of `notify` with the meeting for the calendar, as it will be when the job runs."""
    lock = f"{KALENDER_JOB}:{overleg.id}:{medewerker_id}"
    job = app.configure_task(KALENDER_JOB, queueing_lock=lock)
    with suppress(AlreadyEnqueued), transaction.atomic():
        job.defer(
            organisatie_id=by.organisatie_id, medewerker_id=str(medewerker_id), overleg_id=str(overleg.id)
        )


def send_entries(overleg: Overleg, *, by: Actor) -> None:
    """The meeting moved or was called off: everybody of it but whoever did that hears it."""
    items = Agendapunt.objects.filter(overleg_id=overleg.id).values("id")
    seats = Deelname.objects.filter(agendapunt_id__in=items).exclude(medewerker_id=by.mens)
    for medewerker_id in sorted(set(seats.values_list("medewerker_id", flat=True))):
        send_entry(overleg, medewerker_id, by=by)


@transaction.atomic
def invite(
    overleg_id: UUID, medewerker_id: UUID, punt_ids: Iterable[UUID], *, by: Actor, at: datetime
) -> None:
    """Invite one person to some items. They see those from the opening to the end of the meeting, and no other.

    Raises `NietUitTeNodigen`, `OngeldigeStap` (closed), `Agendapunt.DoesNotExist`.
    """
    require(by, BEHEREN, dossier_id=overleg_id)
    overleg = locked_overleg(overleg_id, by=by)
    if overleg.voorbij:
        raise OngeldigeStap("Dit overleg is gesloten. Uitnodigen kan niet meer.")
    wanted = set(punt_ids)
    punten = list(Agendapunt.objects.filter(overleg_id=overleg.id, id__in=wanted).order_by("volgnummer"))
    if not wanted or len(punten) != len(wanted):
        raise Agendapunt.DoesNotExist
    guest = invitable(on=local_day(overleg.begin), by=by).get(medewerker_id)
    if guest is None:
        raise NietUitTeNodigen("Deze persoon heeft geen rol om aan een overleg mee te doen.")
    if any(punt.soort == "acties_vorige" for punt in punten):
        raise NietUitTeNodigen("Punt 1 gaat over alle zaken. Dat is alleen voor vaste leden.")
    known = _deelnames(overleg, medewerker_id)
    for punt in punten:
        if punt.id not in known:
            _seat(overleg, punt, guest, by=by, at=at)
    if not known:
        toegang.open_overleg_page(overleg, medewerker_id, by=by, at=at)
    send_entry(overleg, medewerker_id, by=by)
    logboek.record(
        by, "verstrek", "agendapunt", [overleg.id, medewerker_id, *wanted], recht=BEHEREN, doel="overleg"
    )


def _deelnames(overleg: Overleg, medewerker_id: UUID) -> dict[UUID, Deelname]:
    ids = Agendapunt.objects.filter(overleg_id=overleg.id).values("id")
    found = Deelname.objects.filter(agendapunt_id__in=ids, medewerker_id=medewerker_id)
    return {deelname.agendapunt_id: deelname for deelname in found}


def _seat(overleg: Overleg, punt: Agendapunt, guest: Genodigde, *, by: Actor, at: datetime) -> None:
    """A place at one item: the invitation, and an empty place for what the guest brings in."""
    sleutel = vault.open_dossier(punt.id)
    Deelname.objects.create(
        **sleutel.row(),
        agendapunt_id=punt.id,
        medewerker_id=guest.medewerker_id,
        van_organisatie_id=guest.organisatie_id,
    )
    place = sleutel
    if guest.politie:  # product rule 8: what the police bring in is theirs and never lies beside the rest
        place = vault.create_dossier(
            soort="bijdrage",
            organisatie_id=overleg.organisatie_id,
            compartiment="wpg",
            bewaarregel="bijdrage-politie",
            id=uuid4(),
        )
        bewaren.plan(place.dossier_id, bewaarregel="bijdrage-politie", from_day=local_day(overleg.eind))
        vooruitblik.look_ahead(
            overleg, punt, guest.medewerker_id, van_organisatie_id=guest.organisatie_id, by=by, at=at
        )
    add_places(place, punt, [guest.medewerker_id], van_organisatie_id=guest.organisatie_id)
    if overleg.status == "bezig" and punt.status != "vervallen":
        toegang.let_in(overleg, punt, guest.medewerker_id, by=by, at=at)


@transaction.atomic
def withdraw(overleg_id: UUID, medewerker_id: UUID, punt_id: UUID, *, by: Actor, at: datetime) -> None:
    """Take an invitation to one item back: the guest is out at once. Not after they brought something in,
    nor while they have something to do."""
    require(by, BEHEREN, dossier_id=punt_id)
    overleg = locked_overleg(overleg_id, by=by)
    if overleg.voorbij:
        raise OngeldigeStap("Dit overleg is gesloten. De toegang van genodigden is al dicht.")
    punt = Agendapunt.objects.get(pk=punt_id, overleg_id=overleg.id)
    known = _deelnames(overleg, medewerker_id)
    if punt.id not in known or known[punt.id].vast:
        raise NietUitTeNodigen("Deze persoon is niet voor dit punt uitgenodigd.")
    place = Bijdrage.objects.filter(agendapunt_id=punt.id, van_medewerker=medewerker_id)
    if place.filter(op__isnull=False).exists():
        raise OngeldigeStap(
            "Deze persoon heeft al iets ingebracht. Zet hem op afwezig om de toegang te sluiten."
        )
    if Actie.objects.filter(agendapunt_id=punt.id, eigenaar=medewerker_id, klaar_op__isnull=True).exists():
        raise OngeldigeStap("Deze persoon heeft nog een actie bij dit punt. Meld die eerst klaar.")
    toegang.shut_out(punt, medewerker_id, by=by, at=at)
    vooruitblik.close(punt, medewerker_id, by=by, at=at)
    place.delete()
    known[punt.id].delete()
    if len(known) == 1:
        overleg.kalender_versie += 1
        overleg.save(update_fields=["kalender_versie"])
        send_entry(overleg, medewerker_id, by=by)
    logboek.record(by, "wijzig", "agendapunt", [punt.id, medewerker_id], recht=BEHEREN)


@transaction.atomic
def record_presence(
    overleg_id: UUID, medewerker_id: UUID, *, aanwezig: bool, by: Actor, at: datetime
) -> None:
    """Record that somebody is there or not, for all their items. A guest who is not there sees nothing, nor ahead."""
    require(by, BEHEREN, dossier_id=overleg_id)
    overleg = locked_overleg(overleg_id, by=by)
    if overleg.voorbij:
        raise OngeldigeStap("Dit overleg is gesloten. Wie er was ligt vast.")
    punten = {punt.id: punt for punt in Agendapunt.objects.filter(overleg_id=overleg.id)}
    for punt_id, deelname in _deelnames(overleg, medewerker_id).items():
        before, deelname.aanwezig = deelname.aanwezig, aanwezig
        deelname.save(update_fields=["aanwezig"])
        if deelname.vast:
            continue
        punt = punten[punt_id]
        running = overleg.status == "bezig" and punt.status != "vervallen"
        if not aanwezig:
            vooruitblik.close(punt, medewerker_id, by=by, at=at)
            if running:
                toegang.shut_out(punt, medewerker_id, by=by, at=at)
        elif before is False:
            vooruitblik.reopen(overleg, punt, medewerker_id, by=by, at=at)
            if running:
                toegang.let_in(overleg, punt, medewerker_id, by=by, at=at)
    logboek.record(by, "wijzig", "deelname", [overleg.id, medewerker_id], recht=BEHEREN)
