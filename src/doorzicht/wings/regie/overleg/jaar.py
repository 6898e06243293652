"""A year of the overleg: what was promised, what was held. The self-evaluation of the year stands in `evaluatie`."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from django.db import transaction
from django.db.models import F

from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.lib.datums import day_bounds, local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.wings.regie.overleg.jaarmodel import EVALUATIE, Overlegjaar
from doorzicht.wings.regie.overleg.models import Overleg
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap

BEHEREN, VAST = "overleg.beheren", "overleg.vast_lid"
MOST = 60


@dataclass(frozen=True, slots=True)
class JaarRegel:
    """One year: how many meetings were promised (None: nothing), were held, still come; the stand of the evaluation."""

    jaar: int
    beloofd: int | None
    gehouden: int
    gepland: int
    evaluatie: str

    @property
    def te_lezen(self) -> bool:
        """Whether there is an evaluation, as a draft or settled."""
        return self.evaluatie != EVALUATIE[""]


def locked_year(jaar: int, *, by: Actor) -> Overlegjaar:
    """The row of a year, locked, made when it is not there."""
    found = (
        Overlegjaar.objects.select_for_update().filter(organisatie_id=by.organisatie_id, jaar=jaar).first()
    )
    if found is not None:
        return found
    sleutel = vault.create_dossier(
        soort="overlegjaar",
        organisatie_id=by.organisatie_id,
        compartiment="algemeen",
        bewaarregel="overlegjaar",
        id=uuid4(),
    )
    row = Overlegjaar(id=sleutel.dossier_id, **sleutel.row(), jaar=jaar)
    row.save(force_insert=True)
    bewaren.plan(row.id, bewaarregel="overlegjaar", from_day=date(jaar, 12, 31))
    return row


@transaction.atomic
def promise(jaar: int, aantal: int, *, by: Actor, at: datetime) -> None:
    """Say how often the overleg will be in a year: this one or the next. Raises `OngeldigeStap`."""
    require(by, BEHEREN)
    if not 1 <= aantal <= MOST:
        raise OngeldigeStap(f"Kies een aantal van 1 tot {MOST}.")
    if jaar - local_day(at).year not in (0, 1):
        raise OngeldigeStap("Afspreken kan voor dit jaar en voor volgend jaar.")
    row = locked_year(jaar, by=by)
    row.beloofd = aantal
    row.save(update_fields=["beloofd"])
    logboek.record(by, "wijzig", "overlegjaar", [row.id], recht=BEHEREN, bijzonderheden={"beloofd": aantal})


def count_held(overleg: Overleg, *, by: Actor, at: datetime) -> None:
    """A meeting was held: it counts for its year, also when it is destroyed later. Called while it is closed."""
    row = locked_year(local_day(overleg.begin).year, by=by)
    Overlegjaar.objects.filter(pk=row.pk, organisatie_id=by.organisatie_id).update(gehouden=F("gehouden") + 1)


def years(*, by: Actor, today: date) -> list[JaarRegel]:
    """This year and what is known of others, the latest first. Two statements."""
    require(by, VAST)
    rows = {row.jaar: row for row in Overlegjaar.objects.filter(organisatie_id=by.organisatie_id)}
    start, _ = day_bounds(date(today.year, 1, 1))
    coming = Overleg.objects.filter(
        organisatie_id=by.organisatie_id, status__in=("gepland", "bezig"), begin__gte=start
    )
    planned = [local_day(begin).year for begin in coming.values_list("begin", flat=True)]
    known = {today.year, today.year - 1, *rows, *planned}
    return [_line(jaar, rows.get(jaar), planned.count(jaar)) for jaar in sorted(known, reverse=True)]


def _line(jaar: int, row: Overlegjaar | None, planned: int) -> JaarRegel:
    if row is None:
        return JaarRegel(jaar, None, 0, planned, EVALUATIE[""])
    return JaarRegel(jaar, row.beloofd, row.gehouden, planned, EVALUATIE[row.evaluatie])
