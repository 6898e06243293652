"""The check of the anonymous rows: every sealed day, as one block."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg

from doorzicht.ground.logboek import anker
from doorzicht.ground.logboek.gebroken import KetenGebroken
from doorzicht.ground.logboek.keten import BEGIN, QUERIES, check_number, seal_day


def verify_days(db: psycopg.Connection[Any], *, key: bytes, ankerbestand: Path | None) -> tuple[int, int]:
    """Check every sealed day; returns days and rows. Raises `KetenGebroken`."""
    kop, expected, days, rows = BEGIN, None, 0, 0
    anchored = dict(anker.read_days(ankerbestand)) if ankerbestand else {}
    for dag, ids, numbers, zegel in db.execute(QUERIES["dagzegels"]).fetchall():
        if expected is None:
            _refuse_older(db, dag)
        elif dag != expected:
            raise KetenGebroken(f"the seal of {expected}", "is gone")
        if len(ids) != len(numbers) or seal_day(key, kop, dag, ids, numbers) != zegel:
            raise KetenGebroken(f"the seal of {dag}", "was changed, or one before it")
        rows += _check_rows(db, dag, ids, [bytes(n) for n in numbers], key=key)
        kop, expected, days = bytes(zegel), dag + timedelta(days=1), days + 1
        if anchored.pop(dag, kop) != kop:
            raise KetenGebroken(f"the seal of {dag}", "is not the one that was anchored")
    if expected is not None and anchored and max(anchored) >= expected:
        raise KetenGebroken(f"the seal of {expected}", f"was cut off: the anchor knows {max(anchored)}")
    if expected is None and anchored:
        raise KetenGebroken(f"the seal of {min(anchored)}", "was cut off")
    return days, rows


def _check_rows(
    db: psycopg.Connection[Any], dag: date, ids: list[UUID], numbers: list[bytes], *, key: bytes
) -> int:
    found = dict(db.execute(QUERIES["dagregels"], {"dag": dag}).fetchall())
    for regel_id, number in zip(ids, numbers, strict=True):
        if regel_id not in found:
            raise KetenGebroken(f"anonymous row {regel_id} of {dag}", "was sealed and is gone")
        if check_number(key, found.pop(regel_id)) != number:
            raise KetenGebroken(f"anonymous row {regel_id} of {dag}", "was changed after it was sealed")
    if found:
        raise KetenGebroken(
            f"anonymous row {min(found)} of {dag}", "lies behind the seal and has none: it was put in later"
        )
    return len(ids)


def _refuse_older(db: psycopg.Connection[Any], eerste: date) -> None:
    older = db.execute(QUERIES["ongezegelde_dagregel"], {"eerste": eerste}).fetchone()
    if older is not None:
        raise KetenGebroken(f"anonymous row {older[0]}", f"lies before {eerste}, the first sealed day")
