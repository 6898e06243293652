"""The review of rights: every half year a colleague says of each role whether it goes on. Never about oneself.

A role counts as looked at on the day it was given, and again on each day somebody said that it stays.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from doorzicht.ground.access import openwerk
from doorzicht.ground.access.api import RECHTEN, Actor, Geweigerd, context, may, require
from doorzicht.ground.access.models import Rolbesluit
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.lib.terms import Termijn, last_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties import api as organisaties
from doorzicht.ground.organisaties.api import ONMISBAAR, ROLLEN, Aanstelling, Medewerker

ZIEN, BESLISSEN = "rollencontrole.zien", "rollencontrole.beslissen"
HALF_JAAR = Termijn(6, "maanden")
BIJTIJDS = timedelta(days=30)
"""So long before its last day a role stands on the list of what to do."""


class KanNietStoppen(Exception):
    """Ending this role would leave work or a post with nobody; the message is fit for the screen."""


@dataclass(frozen=True, slots=True)
class Rolregel:
    """One role of one person: looked at last by whom and when (the day it was given when nobody did), due on a day."""

    aanstelling: Aanstelling
    gezien_door: str
    gezien_op: date
    uiterlijk: date

    def late(self, *, on: date) -> int:
        """Days past the last day; 0 when there is time left."""
        return max((on - self.uiterlijk).days, 0)

    def due(self, *, on: date) -> bool:
        """Whether it is time to look."""
        return on >= self.uiterlijk - BIJTIJDS


def overview(*, by: Actor, on: date) -> list[Rolregel]:
    """Every role of the own organisation today, the first due on top. Three statements, however many there are."""
    require(by, ZIEN)
    rows = list(organisaties.aangesteld(by.organisatie_id, ROLLEN, on=on))
    kept = Rolbesluit.objects.filter(organisatie_id=by.organisatie_id, besluit=Rolbesluit.BLIJFT)
    last = {row.aanstelling_id: row for row in kept.order_by("op", "id")}
    people = {row.door for row in last.values()}
    names = dict(Medewerker.objects.filter(pk__in=people).values_list("id", "naam")) if people else {}
    return sorted(
        (_line(row, last.get(row.pk), names) for row in rows),
        key=lambda line: (line.uiterlijk, line.aanstelling.medewerker.naam, line.aanstelling.rol),
    )


def waiting(*, by: Actor, on: date) -> tuple[int, int]:
    """How many roles must be looked at now and how many of them are late; of others, for whoever decides about them."""
    lines = overview(by=by, on=on)
    if may(by, BESLISSEN):
        lines = [line for line in lines if line.aanstelling.medewerker_id != by.medewerker_id]
    due = [line for line in lines if line.due(on=on)]
    return len(due), sum(1 for line in due if line.late(on=on))


def find(aanstelling_id: int, *, by: Actor, on: date) -> Aanstelling:
    """A role of the own organisation that runs. Raises `Geweigerd` (also for one's own), `Aanstelling.DoesNotExist`."""
    require(by, BESLISSEN)
    row = organisaties.aangesteld(by.organisatie_id, ROLLEN, on=on).get(pk=aanstelling_id)
    if row.medewerker_id == by.medewerker_id:
        raise Geweigerd(by, BESLISSEN, uitleg="Over je eigen rol beslist een collega.")
    return row


@transaction.atomic
def confirm(aanstelling_id: int, *, by: Actor, at: datetime) -> None:
    """Say that this role goes on for another half year. Raises as `find`."""
    _record(find(aanstelling_id, by=by, on=local_day(at)), Rolbesluit.BLIJFT, by=by, at=at)


@transaction.atomic
def end(aanstelling_id: int, *, by: Actor, at: datetime) -> None:
    """End this role; it counts no more from the next page on. Raises as `find`, and `KanNietStoppen`,
    `GeenAandachtsfunctionaris`, `KanaalZonderLezer`."""
    today = local_day(at)
    organisaties.hold_occupation(by.organisatie_id)
    row = find(aanstelling_id, by=by, on=today)
    row.tot = max(row.vanaf, today - timedelta(days=1))
    if row.vanaf == today:
        raise KanNietStoppen("Deze rol begon vandaag. Stoppen kan vanaf morgen.")
    row.save(update_fields=["tot"])
    _record(row, Rolbesluit.STOPT, by=by, at=at)
    if row.rol in ONMISBAAR and not organisaties.others_for_good(row, on=today).exists():
        raise KanNietStoppen(f"Niemand anders is {ROLLEN[row.rol].naam}. Wijs eerst een opvolger aan.")
    organisaties.check_occupation(row.organisatie, on=today)
    _check_work(row.medewerker, by=by, on=today)


def _line(row: Aanstelling, kept: Rolbesluit | None, names: dict[UUID, str]) -> Rolregel:
    seen = local_day(kept.op) if kept else row.vanaf
    who = names.get(kept.door, "een oud-collega") if kept else ""
    return Rolregel(row, who, seen, last_day(HALF_JAAR, begin=seen))


def _record(row: Aanstelling, besluit: str, *, by: Actor, at: datetime) -> None:
    Rolbesluit.objects.create(
        organisatie_id=by.organisatie_id,
        aanstelling=row,
        medewerker_id=row.medewerker_id,
        besluit=besluit,
        door=by.mens,
        op=at,
    )
    logboek.record(
        by,
        "wijzig",
        "rol",
        [row.medewerker_id],
        recht=BESLISSEN,
        bijzonderheden={"rol": row.rol, "besluit": besluit},
    )


def _check_work(medewerker: Medewerker, *, by: Actor, on: date) -> None:
    """Nobody keeps work that they may no longer see."""
    left = organisaties.roles_of(medewerker, on=on)
    with context(Actor.systeem(by.organisatie_id)):
        for soort in openwerk.PERSOONLIJK.values():
            if not RECHTEN[soort.recht].rollen & left and (count := soort.count(medewerker.id)):
                raise KanNietStoppen(
                    f"{medewerker.naam} heeft nog {openwerk.in_words(soort, count)}. Laat dat eerst afronden."
                )
