"""Agree on actions and finish them. Whoever has to do one keeps it after the meeting, guests too."""

from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import connection, transaction

from doorzicht.ground.access import api as access
from doorzicht.ground.access.api import Actor, Geweigerd, require
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.wings.regie.overleg.actions import toegang
from doorzicht.wings.regie.overleg.actions.genodigden import notify
from doorzicht.wings.regie.overleg.actions.rijen import BEHEREN, locked_punt, person
from doorzicht.wings.regie.overleg.invoer import ActieInvoer
from doorzicht.wings.regie.overleg.models import Actie, Agendapunt, Besluit, Deelname
from doorzicht.wings.regie.overleg.wacht import ZORG, require_free
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap

AFMELDEN = "actie.afmelden"


@transaction.atomic
def add_actie(punt_id: UUID, invoer: ActieInvoer, *, by: Actor, at: datetime) -> Actie:
    """Agree that somebody at this item does something before a day. Raises `OngeldigeStap`."""
    overleg, punt = locked_punt(punt_id, by=by)
    if overleg.status != "bezig":
        raise OngeldigeStap("Acties afspreken kan alleen tijdens het overleg.")
    if punt.status == "vervallen":
        raise OngeldigeStap("Dit punt is vervallen. Je kunt hier geen actie meer afspreken.")
    if not Deelname.objects.filter(agendapunt_id=punt.id, medewerker_id=invoer.eigenaar).exists():
        raise OngeldigeStap("Kies iemand die bij dit punt is.")
    if invoer.uiterlijk < local_day(at):
        raise OngeldigeStap("Deze dag is al voorbij. Kies vandaag of een dag die nog komt.")
    care = Besluit.objects.filter(agendapunt_id=punt.id, soort=ZORG).exists()
    require_free(punt, zorg=care, at=at)
    row = _make(punt, invoer, day=local_day(overleg.begin))
    toegang.show_actie(overleg, punt, row, by=by, at=at)
    if invoer.eigenaar != by.medewerker_id:
        notify(invoer.eigenaar, by=by)
    logboek.record(by, "maak", "actie", [row.id, punt.id], recht=BEHEREN)
    return row


def _make(punt: Agendapunt, invoer: ActieInvoer, *, day: date) -> Actie:
    """The row, in a dossier of its own that goes on the day on which its item goes."""
    sleutel = vault.create_dossier(
        soort="actie",
        organisatie_id=punt.organisatie_id,
        compartiment=punt.compartiment,
        bewaarregel="agendapunt",
        id=uuid4(),
    )
    row = Actie(
        id=sleutel.dossier_id,
        **sleutel.row(),
        agendapunt_id=punt.id,
        eigenaar=invoer.eigenaar,
        afgesproken_op=day,
        uiterlijk=invoer.uiterlijk,
    )
    sleutel.encrypt(row, "wat", invoer.wat.strip())
    row.save(force_insert=True)
    bewaren.plan(row.id, bewaarregel="agendapunt", from_day=day)
    return row


@transaction.atomic
def finish_actie(actie_id: UUID, resultaat: str, *, by: Actor, at: datetime) -> None:
    """The one whose action it is, or the chair, says that it is done and what came of it. Once: from then on a guest
    sees it no more. Raises `Actie.DoesNotExist`, `Geweigerd`, `OngeldigeStap`, `SleutelVernietigd`."""
    require(by, AFMELDEN, dossier_id=actie_id)
    row = Actie.objects.get(pk=actie_id)
    if row.eigenaar != by.medewerker_id and not _chairs(row, by):
        raise Geweigerd(by, AFMELDEN, dossier_id=row.id)
    if not resultaat.strip():
        raise OngeldigeStap("Schrijf kort op wat er is gedaan.")
    row.klaar_door = person(by, AFMELDEN)
    vault.open_dossier(row.id).encrypt(row, "resultaat", resultaat.strip())
    if not _write(row, by=by, at=at):
        raise OngeldigeStap("Deze actie was al klaar.")
    logboek.record(by, "wijzig", "actie", [row.id], recht=AFMELDEN)


def _chairs(row: Actie, by: Actor) -> bool:
    return row.organisatie_id == by.organisatie_id and "coordinator" in by.rollen


def _write(row: Actie, *, by: Actor, at: datetime) -> bool:
    """Close it if it is still open, and end the access of a guest to it. A guest writes through the one function that
    may: the row is of another organisation."""
    if row.organisatie_id == by.organisatie_id:
        still_open = Actie.objects.filter(pk=row.id, organisatie_id=row.organisatie_id, klaar_op__isnull=True)
        done = still_open.update(klaar_op=at, klaar_door=row.klaar_door, resultaat=row.resultaat)
        if done:
            access.end_access(row.id, by=by, at=at, recht=AFMELDEN)
        return bool(done)
    with connection.cursor() as cursor:
        text = bytes(row.resultaat) if row.resultaat else None
        cursor.execute("SELECT regie_actie_afmelden(%s, %s, %s)", [row.id, text, at])
        (written,) = cursor.fetchone() or (False,)
        return bool(written)
