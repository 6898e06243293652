"""What waits to be read, a melding or a message of a reporter, for the morning round: numbers only, no content."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Min

from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.logboek import api as logboek
from doorzicht.wings.signaleren.melding.models import Melding


@dataclass(frozen=True, slots=True)
class Wachtend:
    """Whether there is anything unread, and whether any of it is past its last day."""

    ongelezen: bool
    te_laat: bool


def unread(*, by: Actor, today: date) -> Wachtend:
    """Ask for the actor's organisation. Logged as a read without ids: no melding was looked into."""
    require(by, "melding.bewaken")
    here = Melding.objects.filter(organisatie_id=by.organisatie_id, verzegeld=False)
    logboek.record(by, "lees", "werklijst", recht="melding.bewaken")
    first = here.filter(status="nieuw").aggregate(dag=Min("uiterlijk"))["dag"]
    wrote = here.filter(nieuw_bericht__isnull=False).aggregate(dag=Min("nieuw_bericht"))["dag"]
    last_days = [first, wrote and catalogus.last_day("eerste-blik", begin=wrote)]
    unread_until = [day for day in last_days if day is not None]
    return Wachtend(ongelezen=bool(unread_until), te_laat=any(day < today for day in unread_until))


def is_empty(*, by: Actor) -> bool:
    """Whether nothing ever came in at the actor's organisation; for the demo, which loads its meldingen once."""
    require(by, "melding.bewaken")
    return not Melding.objects.filter(organisatie_id=by.organisatie_id).exists()
