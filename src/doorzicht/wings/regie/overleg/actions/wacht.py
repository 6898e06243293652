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
from doorzicht.wings.regie.overleg.wacht import ZETTEN
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap


@transaction.atomic
def set_wacht(vooruitblik_id: UUID, *, tot: date | None, by: Actor, at: datetime) -> None:
    """Ask to wait with an item up to and including a day, or with None take it back. The chair gets the one mail.

    Raises `Vooruitblik.DoesNotExist` when it is not open to this person, and `OngeldigeStap` for a day that is over
    or further away than the term of the catalogus.
    """
    require(by, ZETTEN, dossier_id=vooruitblik_id)
    row = Vooruitblik.objects.get(pk=vooruitblik_id, medewerker_id=by.mens)
    today = local_day(at)
    if tot is not None and not today <= tot <= catalogus.last_day("wacht-onderzoek", begin=today):
        raise OngeldigeStap("Kies een dag die nog komt, hooguit drie maanden vooruit.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT regie_wacht_zetten(%s, %s, %s)", [row.id, tot, at])
        if cursor.fetchone() != (True,):
            raise Vooruitblik.DoesNotExist
    logboek.record(
        by,
        "wijzig",
        "wacht",
        [row.id, row.agendapunt_id],
        recht=ZETTEN,
        bijzonderheden={"wacht": "gezet" if tot else "ingetrokken"},
    )
    for overleg in Overleg.objects.filter(pk=row.overleg_id):
        notify(overleg.voorzitter, by=by)
