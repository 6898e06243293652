"""A restored database is a new incarnation: its transactions are numbered anew, so its rows must say so."""

from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg

from doorzicht.ground.logboek import anker
from doorzicht.ground.logboek.keten import QUERIES, Sleutels, seal_incarnation
from doorzicht.ground.logboek.zegels import Stand, ZegelaarBezig, read_state


def start_incarnation(
    db: psycopg.Connection[Any], *, sleutels: Sleutels, reden: str, at: datetime, ankerbestand: Path
) -> Stand:
    """Open the next incarnation, as the owner of the database, before the application starts again.

    Changing the column's default waits for every transaction that wrote a row, so that no row of the old
    incarnation can still appear. The number is also higher than any the anchor knows: the same backup can be
    restored twice. Raises `ZegelaarBezig` while a sealer is at work.
    """
    with db.transaction():
        db.execute("LOCK TABLE logboek_regel IN ACCESS EXCLUSIVE MODE")
        if not db.execute(QUERIES["slot"]).fetchone()[0]:  # type: ignore[index]  # a function always answers
            raise ZegelaarBezig("stop the sealer before a new incarnation starts")
        old = read_state(db)
        nummer = max(old.incarnatie, anker.newest_incarnation(ankerbestand)) + 1
        begonnen_us = round(at.timestamp() * 1_000_000)
        kop = seal_incarnation(
            sleutels.incarnatie, old.kop, nummer=nummer, begonnen_us=begonnen_us, reden=reden
        )
        new = Stand(nummer, old.watermerk_incarnatie, old.watermerk, old.volgnummer, kop)
        db.execute(
            QUERIES["nieuwe_incarnatie"],
            {**new.parameters(), "nummer": nummer, "begonnen_op": at, "reden": reden},
        )
        db.execute(f"ALTER TABLE logboek_regel ALTER COLUMN incarnatie SET DEFAULT {nummer:d}")
    anker.anchor_rows(ankerbestand, new, at=at)
    return new
