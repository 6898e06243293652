"""The check of the chain: walk seals and rows side by side, in batches, and name the first row that is wrong.

Runs as the role `zegel` in one read-only snapshot, so that sealing may go on meanwhile. Memory does not grow
with the logboek.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import psycopg

from doorzicht.ground.logboek.ankerproef import Ankerproef
from doorzicht.ground.logboek.dagproef import verify_days
from doorzicht.ground.logboek.gebroken import KetenGebroken
from doorzicht.ground.logboek.keten import BEGIN, QUERIES, Sleutels, seal_incarnation, seal_row

_BLOK = 5_000
_Row = tuple[int, int, int, str]
_Seal = tuple[int, int, int, int, bytes]


@dataclass(frozen=True, slots=True)
class Stand:
    """One incarnation as the database tells it."""

    incarnatie: int
    begonnen_us: int
    reden: str
    beginvolgnummer: int
    beginkop: bytes
    watermerk_incarnatie: int
    watermerk: str
    volgnummer: int
    kop: bytes


@dataclass(frozen=True, slots=True)
class Uitslag:
    """A whole chain: how many rows and days were checked, how many incarnations, how many anchored heads a
    restore lost (explained by a later incarnation)."""

    regels: int
    dagen: int
    anonieme_regels: int
    incarnaties: int
    ankers: int
    verloren_koppen: int


def verify(db: psycopg.Connection[Any], *, sleutels: Sleutels, ankerbestand: Path | None = None) -> Uitslag:
    """Check everything that is sealed. Raises `KetenGebroken` with the first row (or seal) that is wrong."""
    with _snapshot(db):
        standen = [Stand(*row) for row in db.execute(QUERIES["standen"])]
        proef = Ankerproef(ankerbestand)
        walk = _Walk(db, sleutels, standen, proef)
        regels = walk.run()
        dagen, anoniem = verify_days(db, key=sleutels.dag, ankerbestand=ankerbestand)
    return Uitslag(regels, dagen, anoniem, len(standen), proef.gezien, proef.verloren)


class _Walk:
    """One walk along the chain. `kop` is the seal before the next one."""

    def __init__(
        self, db: psycopg.Connection[Any], sleutels: Sleutels, standen: list[Stand], proef: Ankerproef
    ) -> None:
        if not standen:
            raise KetenGebroken("the state of the seals", "is gone")
        self.db, self.sleutels, self.standen, self.proef = db, sleutels, standen, proef
        self.kop = BEGIN
        self.nummer = 0
        self.current = -1

    def run(self) -> int:
        """Walk to the end; returns the number of seals."""
        self._check_states()
        self._enter(until=0)
        if self.current < 0:
            raise self._never_begun()
        last = self.standen[-1]
        bounds = {"watermerk_incarnatie": last.watermerk_incarnatie, "watermerk": last.watermerk}
        rows = _stream(self.db, "gezegelde_regels", bounds)
        seals = _stream(self.db, "zegels", {})
        for seal in seals:
            self._step(seal, next(rows, None), seals, rows)
        extra = next(rows, None)
        if extra is not None:
            raise KetenGebroken(_row(extra), "lies behind the seal and has none: it was put in later")
        self._enter(until=self.nummer)
        if self.standen[self.current] is not last:
            raise self._never_begun()
        if (last.volgnummer, bytes(last.kop)) != (self.nummer, self.kop):
            raise KetenGebroken(
                f"seal {self.nummer}", f"ends the chain; the state says it ends at seal {last.volgnummer}"
            )
        self.proef.finish(self.standen[-1].incarnatie, self.nummer)
        return self.nummer

    def _step(self, seal: _Seal, row: _Row | None, seals: Iterator[_Seal], rows: Iterator[_Row]) -> None:
        volgnummer, incarnatie, xid, regel_id, zegel = seal
        if volgnummer != self.nummer + 1:
            raise KetenGebroken(f"seal {self.nummer + 1}", "is gone")
        if row is None or row[:3] != (incarnatie, xid, regel_id):
            raise _misplaced(row, (incarnatie, xid, regel_id))
        if self.current + 1 < len(self.standen):
            self._enter(until=volgnummer - 1)
        computed = seal_row(self.sleutels.regel, self.kop, volgnummer, row[3])
        if computed != zegel:
            raise self._changed(seal, row, computed, next(seals, None), next(rows, None))
        self.kop, self.nummer = computed, volgnummer
        self.proef.see(self.standen[self.current].incarnatie, volgnummer, computed)

    def _enter(self, *, until: int) -> None:
        """Go into every incarnation that begins at or before seal number `until`."""
        while self.current + 1 < len(self.standen):
            stand = self.standen[self.current + 1]
            if stand.beginvolgnummer > until:
                return
            if stand.beginkop != self._begin_of(stand):
                raise KetenGebroken(f"incarnation {stand.incarnatie}", "was not started with the key")
            self.kop = bytes(stand.beginkop)
            self.current += 1
            self.proef.see(stand.incarnatie, stand.beginvolgnummer, self.kop)

    def _never_begun(self) -> KetenGebroken:
        """The next incarnation says that it begins where the chain never comes."""
        stand = self.standen[self.current + 1]
        return KetenGebroken(
            f"incarnation {stand.incarnatie}",
            f"says that it begins at seal {stand.beginvolgnummer}, where the chain never comes",
        )

    def _begin_of(self, stand: Stand) -> bytes:
        if self.current < 0:
            return BEGIN
        return seal_incarnation(
            self.sleutels.incarnatie,
            self.kop,
            nummer=stand.incarnatie,
            begonnen_us=stand.begonnen_us,
            reden=stand.reden,
        )

    def _check_states(self) -> None:
        for old, new in pairwise(self.standen):
            if old.volgnummer != new.beginvolgnummer:
                raise KetenGebroken(
                    f"incarnation {new.incarnatie}",
                    f"begins at seal {new.beginvolgnummer}, the one before it ended at {old.volgnummer}",
                )

    def _changed(
        self,
        seal: _Seal,
        row: _Row,
        computed: bytes,
        next_seal: _Seal | None,
        next_row: _Row | None,
    ) -> KetenGebroken:
        """Tell a changed row from a changed seal by what the next seal was made of."""
        if next_seal is not None and next_row is not None and next_seal[1:4] == next_row[:3]:
            follow = seal_row(self.sleutels.regel, computed, next_seal[0], next_row[3])
            if follow == next_seal[4]:
                return KetenGebroken(f"seal {seal[0]}", f"was changed; it is the seal of {_row(row)}")
        return KetenGebroken(_row(row), "was changed after it was sealed")


def _misplaced(row: _Row | None, expected: tuple[int, int, int]) -> KetenGebroken:
    if row is not None and row[:3] < expected:
        return KetenGebroken(_row(row), "lies behind the seal and has none: it was put in later")
    return KetenGebroken(_row((*expected, "")), "was sealed and is gone from its place")


def _row(row: _Row) -> str:
    return f"row {row[2]} (incarnation {row[0]}, transaction {row[1]})"


def _stream(db: psycopg.Connection[Any], query: str, parameters: dict[str, Any]) -> Iterator[Any]:
    with db.cursor(name=query) as cursor:
        cursor.itersize = _BLOK
        cursor.execute(QUERIES[query], parameters)
        yield from cursor


@contextmanager
def _snapshot(db: psycopg.Connection[Any]) -> Iterator[None]:
    """One moment of the database, however long the check takes."""
    with db.transaction():
        db.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        db.execute("SET LOCAL statement_timeout = 0")
        db.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        yield
