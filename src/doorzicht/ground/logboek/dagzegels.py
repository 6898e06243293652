"""Seals over anonymous rows: per finished day, at a fixed hour, in order of their random ids.

A seal per row and per ten seconds would tell when a reporter was typing. One block a day, made after three in
the night that follows, tells nothing finer than the day. While sealing, the day's rows are written anew in order
of id, because PostgreSQL keeps rows in the order in which they came and remembers their transaction.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import psycopg

from doorzicht.ground.logboek.keten import BEGIN, QUERIES, check_number, seal_day
from doorzicht.ground.logboek.zegels import ZegelaarBezig

VAST_UUR = time(3)
"""Local time in the night after a day at which its seal may be made."""


@dataclass(frozen=True, slots=True)
class Dag:
    """A sealed day: how many rows it has, and the head of the chain of days after it."""

    dag: date
    aantal: int
    kop: bytes


def last_finished_day(now: datetime) -> date:
    """The newest day that may be sealed at `now` (local time, aware)."""
    return now.date() - timedelta(days=1 if now.timetz().replace(tzinfo=None) >= VAST_UUR else 2)


def seal_days(db: psycopg.Connection[Any], *, key: bytes, now: datetime) -> list[Dag]:
    """Seal every finished day that has no seal yet, empty ones too. Raises `ZegelaarBezig`."""
    until, made = last_finished_day(now), []
    with db.transaction():
        if not _value(db, "slot")[0]:
            raise ZegelaarBezig("another process is sealing the logboek")
        dag, kop = _next_day(db, until)
        while dag <= until:
            made.append(_seal_one(db, dag, kop=kop, key=key))
            dag, kop = dag + timedelta(days=1), made[-1].kop
    return made


def _next_day(db: psycopg.Connection[Any], until: date) -> tuple[date, bytes]:
    last = db.execute(QUERIES["laatste_dag"]).fetchone()
    if last is not None:
        return last[0] + timedelta(days=1), bytes(last[1])
    return _value(db, "eerste_dag")[0] or until, BEGIN


def _seal_one(db: psycopg.Connection[Any], dag: date, *, kop: bytes, key: bytes) -> Dag:
    rows = db.execute(QUERIES["dagregels"], {"dag": dag}).fetchall()
    ids: list[UUID] = [row[0] for row in rows]
    numbers = [check_number(key, row[1]) for row in rows]
    with db.cursor() as cursor:
        cursor.executemany(QUERIES["herschik"], [{"id": i} for i in ids])
    zegel = seal_day(key, kop, dag, ids, numbers)
    db.execute(QUERIES["zegel_dag"], {"dag": dag, "ids": ids, "controlegetallen": numbers, "zegel": zegel})
    return Dag(dag, len(ids), zegel)


def _value(db: psycopg.Connection[Any], query: str) -> tuple[Any, ...]:
    found: tuple[Any, ...] | None = db.execute(QUERIES[query]).fetchone()
    return found or (None,)
