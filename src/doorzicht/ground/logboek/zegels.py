"""The sealer: give every committed row its seal, in the order of its transaction, without making writers wait.

A row may be sealed when every transaction with a lower number has ended (`pg_snapshot_xmin`), because only then
can no row appear before it. Seals and watermark are written in one transaction: a sealer that dies leaves
nothing half done. Everything runs on a connection of the role `zegel`; the key comes from outside the database.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import psycopg

from doorzicht.ground.logboek.keten import QUERIES, seal_row

RIJEN_PER_RONDE = 20_000
_BLOK = 2_000


class ZegelaarBezig(RuntimeError):
    """Another sealer is at work on this database."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How far the chain is: its head, and the position up to which (exclusive) rows are sealed."""

    incarnatie: int
    watermerk_incarnatie: int
    watermerk: str
    volgnummer: int
    kop: bytes

    def parameters(self) -> dict[str, Any]:
        """As the queries name them."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Ronde:
    """What one round did: rows sealed, the state after it, whether more rows wait, since when the oldest waits."""

    gezegeld: int
    stand: Stand
    meer: bool
    oudste_open: datetime | None


def read_state(db: psycopg.Connection[Any]) -> Stand:
    """How far the newest incarnation is."""
    incarnatie, wi, w, volgnummer, kop = _one(db, "stand")
    return Stand(incarnatie, wi, w, volgnummer, bytes(kop))


def seal_round(db: psycopg.Connection[Any], *, key: bytes, limit: int = RIJEN_PER_RONDE) -> Ronde:
    """Seal about `limit` rows (whole transactions) in one transaction. Raises `ZegelaarBezig`."""
    with db.transaction():
        if not _one(db, "slot")[0]:
            raise ZegelaarBezig("another process is sealing the logboek")
        horizon = _one(db, "horizon")[0]
        before = read_state(db)
        tot_incarnatie, tot, meer = _bound(db, before, horizon=horizon, limit=limit)
        rows = _open_rows(db, before, tot_incarnatie=tot_incarnatie, tot=tot)
        after = _write_seals(db, rows, stand=before, key=key)
        after = replace(after, watermerk_incarnatie=tot_incarnatie, watermerk=tot)
        gezegeld = after.volgnummer - before.volgnummer
        moved = {**after.parameters(), "tot_incarnatie": tot_incarnatie, "tot": tot, "gezegeld": gezegeld}
        (oudste_open,) = _one(db, "schuif", moved)
    return Ronde(gezegeld, after, meer, oudste_open)


def seal_all(db: psycopg.Connection[Any], *, key: bytes, limit: int = RIJEN_PER_RONDE) -> Ronde:
    """Seal everything that can be sealed now, in rounds of bounded size."""
    total = 0
    while True:
        ronde = seal_round(db, key=key, limit=limit)
        total += ronde.gezegeld
        if not ronde.meer:
            return replace(ronde, gezegeld=total)


def _bound(db: psycopg.Connection[Any], stand: Stand, *, horizon: str, limit: int) -> tuple[int, str, bool]:
    """The position (exclusive) up to which this round seals, and whether rows wait behind it."""
    found = db.execute(QUERIES["grens"], {**stand.parameters(), "horizon": horizon, "meer": limit}).fetchone()
    if found is None:
        return stand.incarnatie, horizon, False
    return found[0], str(int(found[1]) + 1), True


def _open_rows(
    db: psycopg.Connection[Any], stand: Stand, *, tot_incarnatie: int, tot: str
) -> Iterator[list[tuple[int, int, int, str]]]:
    """The rows to seal in blocks, so that memory does not grow with the backlog."""
    with db.cursor(name="te_zegelen") as cursor:
        cursor.execute(
            QUERIES["open_regels"], {**stand.parameters(), "tot_incarnatie": tot_incarnatie, "tot": tot}
        )
        while block := cursor.fetchmany(_BLOK):
            yield block


def _write_seals(
    db: psycopg.Connection[Any],
    blocks: Iterator[list[tuple[int, int, int, str]]],
    *,
    stand: Stand,
    key: bytes,
) -> Stand:
    """Compute and store the seals; returns the state with the new head."""
    volgnummer, kop = stand.volgnummer, stand.kop
    for block in blocks:
        with (
            db.cursor() as cursor,
            cursor.copy(
                "COPY logboek_zegel (volgnummer, incarnatie, xid, regel_id, zegel) FROM STDIN"
            ) as copy,
        ):
            for incarnatie, xid, regel_id, text in block:
                volgnummer += 1
                kop = seal_row(key, kop, volgnummer, text)
                copy.write_row((volgnummer, incarnatie, xid, regel_id, kop))
    return replace(stand, volgnummer=volgnummer, kop=kop)


def _one(
    db: psycopg.Connection[Any], query: str, parameters: dict[str, Any] | None = None
) -> tuple[Any, ...]:
    found: tuple[Any, ...] | None = db.execute(QUERIES[query], parameters).fetchone()
    if found is None:
        raise LookupError(f"the database has no {query}: migrate it first")
    return found
