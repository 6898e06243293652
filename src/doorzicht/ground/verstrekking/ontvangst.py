"""The receiver's side: the list of all that was released to them, whatever the wing, and the confirmation after its
end that what they held (copies, notes) is destroyed. Codes, numbers and days stay visible; contents do not."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from django.db import connection

from doorzicht.ground.access import api as access
from doorzicht.ground.access.api import Actor, Geweigerd
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.ground.verstrekking.gegevens import Inhoud, Ontvanger
from doorzicht.ground.verstrekking.models import Verstrekking
from doorzicht.ground.verstrekking.selectors import read
from doorzicht.ground.verstrekking.toetsing import VerstrekkingOnbekend
from doorzicht.ground.verstrekking.workflow import LEESBAAR, OngeldigeStap

ONTVANGEN: Final = "verstrekking.ontvangen"
MEEST: Final = 50
"""Lines on a page of the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontvangst:
    """One line of the receiver's list. `label` is empty from its end on: then it only was."""

    id: UUID
    nummer: str
    label: str = field(repr=False)
    van_organisatie_id: str
    van_wing: str
    aan: Ontvanger
    kader: str
    grondslag: str
    status: str
    aangeboden_op: datetime
    vervalt_op: datetime
    beeindigd_op: datetime | None
    bevestigen_voor: date | None
    bevestigd_door: UUID | None
    bevestigd_op: datetime | None

    @property
    def leesbaar(self) -> bool:
        """Whether its contents can be opened."""
        return self.status in LEESBAAR

    @property
    def vraagt_bevestiging(self) -> bool:
        """Whether the receiver still has to say that what they held is destroyed."""
        return self.bevestigen_voor is not None and self.bevestigd_op is None

    def is_te_laat(self, *, at: datetime) -> bool:
        """Whether the last day for the confirmation is over."""
        return (
            self.bevestigen_voor is not None
            and self.bevestigd_op is None
            and self.bevestigen_voor < local_day(at)
        )


def received(*, by: Actor, at: datetime, page: int = 1) -> tuple[list[Ontvangst], bool]:
    """A page of what was released to the actor's organisation and wings, newest first, and whether there is more.

    Logged. What is alive has its label; four statements, however long the list.
    """
    access.require(by, ONTVANGEN)
    skip = (max(page, 1) - 1) * MEEST
    rows = _rows(by=by, at=at, limit=MEEST + 1, skip=skip)
    shown, more = rows[:MEEST], len(rows) > MEEST
    labels = _labels([row["id"] for row in shown if row["status"] in LEESBAAR])
    logboek.record(by, "lees", "verstrekking", [row["id"] for row in shown], recht=ONTVANGEN)
    return [_line(row, label=labels.get(row["id"], "")) for row in shown], more


def open_received(verstrekking_id: UUID, *, by: Actor, at: datetime) -> tuple[Ontvangst, Inhoud | None]:
    """One line of the list, and while it is alive exactly what was released. One log row a look.

    Raises `VerstrekkingOnbekend` when it is not addressed to us.
    """
    line = _find(verstrekking_id, by=by, at=at)
    if line.leesbaar:
        return line, read(verstrekking_id, by=by, at=at)
    logboek.record(by, "lees", "verstrekking", [verstrekking_id], recht=ONTVANGEN)
    return line, None


def _find(verstrekking_id: UUID, *, by: Actor, at: datetime) -> Ontvangst:
    access.require(by, ONTVANGEN, dossier_id=verstrekking_id)
    rows = _rows(by=by, at=at, limit=1, only=verstrekking_id)
    if not rows:
        raise VerstrekkingOnbekend(by, ONTVANGEN, dossier_id=verstrekking_id)
    return _line(rows[0], label="")


def waiting(*, by: Actor, at: datetime) -> tuple[int, int, int]:
    """For the start page: how many offers to answer, confirmations to give, and of those how many are late.

    Offers to an overleg are answered on its own screen and not counted.
    """
    access.require(by, ONTVANGEN)
    wings = _wings(by)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FILTER (WHERE status = 'aangeboden' AND vervalt_op > %(at)s AND kader <> 'overleg'), "
            "count(*) FILTER (WHERE bevestigen_voor IS NOT NULL AND bevestigd_op IS NULL), "
            "count(*) FILTER (WHERE bevestigen_voor < %(day)s AND bevestigd_op IS NULL) "
            "FROM verstrekking_ontvangen() WHERE aan_organisatie_id = %(org)s AND aan_wing = ANY (%(wings)s)",
            {"at": at, "day": local_day(at), "org": by.organisatie_id, "wings": wings},
        )
        offers, asked, late = cursor.fetchone()
    return offers, asked, late


def confirm_destroyed(verstrekking_id: UUID, *, by: Actor, at: datetime) -> None:
    """Say that everything we held of it is destroyed: once, after its end, by a person of the receiving side.

    Raises `VerstrekkingOnbekend`, and `OngeldigeStap` when it did not end yet or somebody confirmed before.
    """
    line = _find(verstrekking_id, by=by, at=at)
    if by.medewerker_id is None:
        raise Geweigerd(by, ONTVANGEN, dossier_id=verstrekking_id)
    with connection.cursor() as cursor:
        cursor.execute("SELECT verstrekking_vernietigd(%s, %s)", [line.id, at])
        if cursor.fetchone() != (True,):
            raise OngeldigeStap(
                "Dit is al bevestigd." if line.bevestigd_op else "Bevestigen kan pas na het einde."
            )
    logboek.record(
        by, "wijzig", "verstrekking", [line.id], recht=ONTVANGEN, bijzonderheden={"vernietigd": "bevestigd"}
    )


def _wings(by: Actor) -> list[str]:
    """The sides on which this person receives."""
    return [w for w in ("regie", "zorg", "beleid", "partner") if access.may(by, f"verstrekking.{w}")]


def _rows(
    *, by: Actor, at: datetime, limit: int, skip: int = 0, only: UUID | None = None
) -> list[dict[str, Any]]:
    """What the database tells of our verstrekkingen; what ran out says so before the job comes by."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM verstrekking_ontvangen(%s) WHERE aan_organisatie_id = %s AND aan_wing = ANY (%s) "
            "ORDER BY aangeboden_op DESC, id LIMIT %s OFFSET %s",
            [only, by.organisatie_id, _wings(by), limit, skip],
        )
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]
    for row in rows:
        if row["status"] in LEESBAAR and row["vervalt_op"] <= at:
            row["status"] = "verlopen"
    return rows


def _labels(ids: list[UUID]) -> dict[UUID, str]:
    rows = Verstrekking.objects.filter(id__in=ids).only("id", "label")
    sleutels = vault.open_dossiers(ids)
    return {row.id: sleutels[row.id].decrypt(row, "label") for row in rows if row.id in sleutels}


def _line(row: dict[str, Any], *, label: str) -> Ontvangst:
    return Ontvangst(
        id=row["id"],
        nummer=row["nummer"],
        label=label,
        van_organisatie_id=row["organisatie_id"],
        van_wing=row["van_wing"],
        aan=Ontvanger(row["aan_organisatie_id"], row["aan_wing"]),
        kader=row["kader"],
        grondslag=row["grondslag"],
        status=row["status"],
        aangeboden_op=row["aangeboden_op"],
        vervalt_op=row["vervalt_op"],
        beeindigd_op=row["beeindigd_op"],
        bevestigen_voor=row["bevestigen_voor"],
        bevestigd_door=row["bevestigd_door"],
        bevestigd_op=row["bevestigd_op"],
    )
