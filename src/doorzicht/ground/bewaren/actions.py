"""The verbs: plan, prepare a list, hold back, confirm, destroy. People confirm; only a job of the house destroys."""

from collections import defaultdict
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from procrastinate.contrib.django import app

from doorzicht.ground.access import api as access
from doorzicht.ground.access.api import Actor, Geweigerd
from doorzicht.ground.bestanden import api as bestanden
from doorzicht.ground.bewaren import regels
from doorzicht.ground.bewaren.models import (
    Bevestiging,
    Lijstregel,
    Vernietigingsbewijs,
    Vernietigingslijst,
)
from doorzicht.ground.bewaren.wissen import NogVerwezen, erase_rows
from doorzicht.ground.bewaren.workflow import AANHOUDREDENEN, BEVESTIGERS
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.ground.vault.models import Dossier

BEVESTIGEN, AANHOUDEN, UITVOEREN = (
    "vernietiging.bevestigen",
    "vernietiging.aanhouden",
    "vernietiging.uitvoeren",
)
EXECUTE_JOB = "bewaren.execute"


class AlBevestigd(Exception):
    """The same person confirms once, and a list that is confirmed is closed. The message is fit for the screen."""


def plan(dossier_id: UUID, *, bewaarregel: str, from_day: date) -> date:
    """Set the day on which a dossier must be gone, by a rule of the catalogus, counted from a day.

    Called by the verb that changes the dossier, in its transaction. Answers the day.
    Raises `OnbekendeBewaarregel`.
    """
    day = regels.destruction_day(bewaarregel, from_day=from_day)
    vault.plan_destruction(dossier_id, op=day, bewaarregel=bewaarregel)
    return day


def prepare(*, on: date, by: Actor) -> list[Vernietigingslijst]:
    """Put what is due in the actor's organisation on a list: one that two people confirm, and where the catalogus
    says that nobody needs to, one that is confirmed already."""
    access.require(by, UITVOEREN)
    waiting = Lijstregel.objects.filter(
        organisatie_id=by.organisatie_id, uitkomst__in=("", "vastgehouden")
    ).values("dossier_id")
    due = Dossier.objects.filter(
        organisatie_id=by.organisatie_id, vernietigen_op__lte=on, vernietigd_op__isnull=True
    ).exclude(id__in=waiting)
    by_kind: defaultdict[bool, list[Dossier]] = defaultdict(list)
    for dossier in due.order_by("vernietigen_op", "id"):
        by_kind[regels.needs_two_people(dossier.bewaarregel)].append(dossier)
    return [_make_list(found, two_people=two, on=on, by=by) for two, found in by_kind.items()]


def _make_list(found: list[Dossier], *, two_people: bool, on: date, by: Actor) -> Vernietigingslijst:
    lijst = Vernietigingslijst.objects.create(
        organisatie_id=by.organisatie_id,
        opgesteld_op=on,
        twee_personen=two_people,
        status="open" if two_people else "bevestigd",
    )
    Lijstregel.objects.bulk_create(
        Lijstregel(
            lijst=lijst,
            organisatie_id=by.organisatie_id,
            dossier_id=dossier.id,
            soort=dossier.soort,
            bewaarregel=dossier.bewaarregel,
            vernietigen_op=dossier.vernietigen_op or on,
        )
        for dossier in found
    )
    logboek.record(by, "maak", "vernietigingslijst", [lijst.id, *(d.id for d in found)], recht=UITVOEREN)
    if not two_people:
        _defer(lijst)
    return lijst


def hold(lijst_id: UUID, dossier_id: UUID, *, reden: str, tot: date, by: Actor, at: datetime) -> None:
    """Take one dossier off an open list and move its day, for a reason of the fixed list; logged."""
    lijst = _open_list(lijst_id, by=by, recht=AANHOUDEN)
    if reden not in AANHOUDREDENEN or tot <= local_day(at):
        raise ValueError("Kies een reden en een dag die nog komt.")
    regel = Lijstregel.objects.get(
        lijst=lijst, organisatie_id=lijst.organisatie_id, dossier_id=dossier_id, uitkomst=""
    )
    regel.uitkomst, regel.aangehouden_reden, regel.aangehouden_door = (
        "aangehouden",
        reden,
        by.medewerker_id,
    )
    regel.save(update_fields=["uitkomst", "aangehouden_reden", "aangehouden_door"])
    vault.plan_destruction(dossier_id, op=tot, bewaarregel=regel.bewaarregel)
    logboek.record(
        by, "wijzig", "vernietigingslijst", [lijst.id, dossier_id], recht=AANHOUDEN,
        bijzonderheden={"reden": reden, "tot": tot.isoformat()},
    )  # fmt: skip


def confirm(lijst_id: UUID, *, by: Actor, at: datetime) -> bool:
    """Say yes to a list, once a person. With the second yes the destruction starts; answers whether it does.

    Raises `Geweigerd` (no right, another organisation's list) or `AlBevestigd`.
    """
    lijst = _open_list(lijst_id, by=by, recht=BEVESTIGEN)
    mine = Bevestiging.objects.filter(lijst=lijst, organisatie_id=by.organisatie_id)
    people = set(mine.values_list("medewerker_id", flat=True))
    if by.medewerker_id is None or by.medewerker_id in people:
        raise AlBevestigd("Jij hebt deze lijst al bevestigd. Een ander moet dat ook doen.")
    Bevestiging.objects.create(
        lijst=lijst, organisatie_id=lijst.organisatie_id, medewerker_id=by.medewerker_id, op=at
    )
    logboek.record(by, "wijzig", "vernietigingslijst", [lijst.id], recht=BEVESTIGEN)
    if len(people) + 1 < BEVESTIGERS:
        return False
    lijst.status = "bevestigd"
    lijst.save(update_fields=["status"])
    _defer(lijst)
    return True


def _open_list(lijst_id: UUID, *, by: Actor, recht: str) -> Vernietigingslijst:
    access.require(by, recht)
    lijst = (
        Vernietigingslijst.objects.select_for_update()
        .filter(pk=lijst_id, organisatie_id=by.organisatie_id)
        .first()
    )
    if lijst is None:
        raise Geweigerd(by, recht)
    if lijst.status != "open":
        raise AlBevestigd("Deze lijst is al bevestigd.")
    return lijst


def _defer(lijst: Vernietigingslijst) -> None:
    """Start the destruction: in the transaction of the confirmation, so that neither stands without the other."""
    app.configure_task(EXECUTE_JOB).defer(organisatie_id=lijst.organisatie_id, lijst_id=str(lijst.id))


def destroy_line(regel_id: UUID, *, on: date, by: Actor) -> str:
    """Destroy the dossier of one line of a confirmed list: the key first, then every row; answers the outcome.

    May run again after a crash at any point. A dossier whose day moved since the list was made is left alone.
    """
    access.require(by, UITVOEREN)
    regel = Lijstregel.objects.select_related("lijst").select_for_update(of=("self",)).get(
        pk=regel_id, organisatie_id=by.organisatie_id
    )  # fmt: skip
    lijst = regel.lijst
    people = list(lijst.bevestigingen.values_list("medewerker_id", flat=True).order_by("op"))
    if lijst.status != "bevestigd" or (lijst.twee_personen and len(set(people)) < BEVESTIGERS):
        raise Geweigerd(by, UITVOEREN, dossier_id=regel.dossier_id)
    if regel.uitkomst in ("", "vastgehouden"):
        dossier = Dossier.objects.select_for_update().get(pk=regel.dossier_id)
        due = dossier.vernietigen_op is not None and dossier.vernietigen_op <= on
        if regel.uitkomst == "" and dossier.vernietigd_op is None and not due:
            regel.uitkomst = "verplaatst"
        else:
            gone = _destroy(dossier, bevestigd_door=people, opnieuw=False, on=on, by=by)
            regel.uitkomst = "vernietigd" if gone else "vastgehouden"
        regel.save(update_fields=["uitkomst"])
    return regel.uitkomst


def destroy_again(dossier_id: UUID, *, on: date, by: Actor) -> bool:
    """A dossier that was destroyed before came back from an older dump: unreadable, and now gone again.

    Needs no new confirmation: the key store remembers that the destruction was carried out.
    """
    access.require(by, UITVOEREN)
    if dossier_id not in vault.destroyed([dossier_id]):
        raise Geweigerd(by, UITVOEREN, dossier_id=dossier_id)
    dossier = Dossier.objects.select_for_update().get(pk=dossier_id, organisatie_id=by.organisatie_id)
    return _destroy(dossier, bevestigd_door=[], opnieuw=True, on=on, by=by)


def _destroy(dossier: Dossier, *, bevestigd_door: list[UUID], opnieuw: bool, on: date, by: Actor) -> bool:
    """Key, files, rows, proof. False when rows of another dossier still hold on to rows of this one; the key and the
    files are gone."""
    vault.destroy_dossier(dossier.id, at=on)
    bestanden.destroy_files(dossier.id, organisatie_id=dossier.organisatie_id)
    try:
        with transaction.atomic():
            counts = erase_rows(dossier.id, organisatie_id=dossier.organisatie_id)
    except (NogVerwezen, IntegrityError):
        logboek.record(by, "vernietig", dossier.soort, [dossier.id], recht=UITVOEREN, uitkomst="sleutel")
        return False
    Vernietigingsbewijs.objects.create(
        organisatie_id=dossier.organisatie_id,
        dossier_id=dossier.id,
        soort=dossier.soort,
        bewaarregel=dossier.bewaarregel,
        vernietigd_op=on,
        bevestigd_door=bevestigd_door,
        rijen=counts,
        opnieuw=opnieuw,
    )
    logboek.record(
        by, "vernietig", dossier.soort, [dossier.id], recht=UITVOEREN,
        bijzonderheden={"bewaarregel": dossier.bewaarregel, "rijen": sum(counts.values())},
    )  # fmt: skip
    return True


def finish(lijst_id: UUID, *, by: Actor) -> None:
    """Close a list of which no line waits any more."""
    access.require(by, UITVOEREN)
    left = Lijstregel.objects.filter(
        lijst_id=lijst_id, organisatie_id=by.organisatie_id, uitkomst__in=("", "vastgehouden")
    )
    if not left.exists():
        Vernietigingslijst.objects.filter(
            pk=lijst_id, organisatie_id=by.organisatie_id, status="bevestigd"
        ).update(status="uitgevoerd")
