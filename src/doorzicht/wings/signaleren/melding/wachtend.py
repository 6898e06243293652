"""What waits to be read, for the morning round and the alarm: numbers only, no content."""

from dataclasses import dataclass
from datetime import date

from doorzicht.ground.access.api import Actor, require
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
    found = Melding.objects.filter(organisatie_id=by.organisatie_id, verzegeld=False, status="nieuw")
    logboek.record(by, "lees", "werklijst", recht="melding.bewaken")
    first = found.order_by("uiterlijk").values_list("uiterlijk", flat=True).first()
    return Wachtend(ongelezen=first is not None, te_laat=first is not None and first < today)


def is_empty(*, by: Actor) -> bool:
    """Whether nothing ever came in at the actor's organisation; for the demo, which loads its meldingen once."""
    require(by, "melding.bewaken")
    return not Melding.objects.filter(organisatie_id=by.organisatie_id).exists()
