"""The police ask to wait with an item, or take that back. Without a word of why: there is no place to write it."""

from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction

from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.wings.regie.overleg.actions.genodigden import notify
from doorzicht.wings.regie.overleg.models import Overleg
from doorzicht.wings.regie.overleg.vooruitblik import Vooruitblik
from doorzicht.wings.regie.overleg.wacht import ZETTEN, longest, own_marks
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap


@transaction.atomic
def set_wacht(vooruitblik_id: UUID, *, tot: date | None, by: Actor, at: datetime) -> None:
    """Ask to wait with an item up to and including a day, or with None take it back, whatever meeting it was asked for.
    The chair gets the one mail.

    Raises `Vooruitblik.DoesNotExist` when it is not open to this person (to take back: when they did not ask it), and
    `OngeldigeStap` for a day that is over or further away than the term of the catalogus.
    """
    require(by, ZETTEN, dossier_id=vooruitblik_id)
    row = Vooruitblik.objects.filter(pk=vooruitblik_id, medewerker_id=by.mens).first()
    asked = [mark for mark in own_marks(by=by, at=at) if vooruitblik_id in mark.zaak]
    if row is None and (tot is not None or not asked):
        raise Vooruitblik.DoesNotExist
    today = local_day(at)
    if tot is not None and not today <= tot <= catalogus.last_day("wacht-onderzoek", begin=today):
        raise OngeldigeStap(f"Kies vandaag of een dag die nog komt, hooguit {longest()} vooruit.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT regie_wacht_zetten(%s, %s, %s)", [vooruitblik_id, tot, at])
        if cursor.fetchone() != (True,):
            raise Vooruitblik.DoesNotExist
    logboek.record(
        by,
        "wijzig",
        "wacht",
        [vooruitblik_id, *([row.agendapunt_id] if row else [])],
        recht=ZETTEN,
        bijzonderheden={"wacht": "gezet" if tot else "ingetrokken"},
    )
    chairs = {mark.voorzitter for mark in asked}
    if row is not None:
        chairs |= set(Overleg.objects.filter(pk=row.overleg_id).values_list("voorzitter", flat=True))
    for voorzitter in sorted(chairs):
        notify(voorzitter, by=by)
