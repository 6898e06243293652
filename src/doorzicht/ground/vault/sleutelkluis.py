"""The key store: one 32-byte part per dossier, outside every backup of the database.

Destroying a part is what makes a dossier unreadable, older dumps included. One interface; this is the SQLite
file of the demo and of a single server. The file is overwritten in place (`secure_delete`) and its own backup
keeps the latest copy only.
"""

import contextlib
import os
import sqlite3
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol
from uuid import UUID


class KluisBezet(Exception):
    """Somebody was reading, so what was destroyed may not be overwritten everywhere yet: destroy it again."""


class Sleutelkluis(Protocol):
    """Where the dossiers' key parts live."""

    def put(self, dossier_id: UUID, part: bytes) -> None: ...

    def put_many(self, parts: Mapping[UUID, bytes]) -> None: ...

    def get_many(self, dossier_ids: Iterable[UUID]) -> dict[UUID, bytes]: ...

    def destroy(self, dossier_id: UUID) -> None: ...

    def destroyed(self, dossier_ids: Iterable[UUID]) -> set[UUID]: ...

    def touch(self) -> None: ...

    def number(self) -> bytes: ...


class SqliteKluis:
    """A key store in one SQLite file: durable before it answers, erased where it stood."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()

    def put(self, dossier_id: UUID, part: bytes) -> None:
        """Keep the part durably. It is written before the row that needs it commits: never the other way."""
        with self._connection() as db:
            db.execute("INSERT INTO deel (dossier, deel) VALUES (?, ?)", (dossier_id.bytes, part))

    def put_many(self, parts: Mapping[UUID, bytes]) -> None:
        """Keep many parts in one go. A part that is there already is replaced."""
        with self._connection() as db:
            db.executemany(
                "INSERT OR REPLACE INTO deel (dossier, deel) VALUES (?, ?)",
                ((i.bytes, part) for i, part in parts.items()),
            )

    def get_many(self, dossier_ids: Iterable[UUID]) -> dict[UUID, bytes]:
        """The parts that still exist; a destroyed or unknown dossier is simply absent."""
        ids = [i.bytes for i in dossier_ids]
        marks = ",".join("?" * len(ids))
        rows = self._connection().execute(f"SELECT dossier, deel FROM deel WHERE dossier IN ({marks})", ids)  # noqa: S608
        return {UUID(bytes=d): bytes(p) for d, p in rows}

    def destroy(self, dossier_id: UUID) -> None:
        """Overwrite and remove the part, and remember the id. May run again. Raises `KluisBezet`."""
        db = self._connection()
        with db:
            db.execute("UPDATE deel SET deel = zeroblob(32) WHERE dossier = ?", (dossier_id.bytes,))
            db.execute("DELETE FROM deel WHERE dossier = ?", (dossier_id.bytes,))
            db.execute("INSERT OR IGNORE INTO vernietigd (dossier) VALUES (?)", (dossier_id.bytes,))
        busy, *_ = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise KluisBezet(
                f"the part of dossier {dossier_id} is removed, but still stands in the store's own log"
            )

    def destroyed(self, dossier_ids: Iterable[UUID]) -> set[UUID]:
        """Which of these were destroyed here. A part that is missing for another reason (a lost file) is not."""
        ids = [i.bytes for i in dossier_ids]
        marks = ",".join("?" * len(ids))
        rows = self._connection().execute(f"SELECT dossier FROM vernietigd WHERE dossier IN ({marks})", ids)  # noqa: S608
        return {UUID(bytes=d) for (d,) in rows}

    def number(self) -> bytes:
        """16 random bytes that this store was given when it was made, to tell it from every other store."""
        row = self._connection().execute("SELECT nummer FROM kluis").fetchone()
        return bytes(row[0])

    def everything(self) -> tuple[bytes, dict[UUID, bytes], set[UUID]]:
        """Number, parts and destroyed dossiers, all of one moment."""
        db = self._connection()
        with db:
            db.execute("BEGIN")
            parts = {UUID(bytes=d): bytes(p) for d, p in db.execute("SELECT dossier, deel FROM deel")}
            gone = {UUID(bytes=d) for (d,) in db.execute("SELECT dossier FROM vernietigd")}
            return self.number(), parts, gone

    def fill(self, number: bytes, parts: dict[UUID, bytes], gone: set[UUID]) -> None:
        """Make an empty store hold what a copy held, and leave nothing in its log."""
        db = self._connection()
        with db:
            db.execute("UPDATE kluis SET nummer = ?", (number,))
            db.executemany("INSERT INTO deel VALUES (?, ?)", ((i.bytes, p) for i, p in parts.items()))
            db.executemany("INSERT INTO vernietigd VALUES (?)", ((i.bytes,) for i in gone))
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.close()
        self._local.state = None

    def touch(self) -> None:
        """Give the files the time of now. Done every few seconds, so that their times never tell when the last
        dossier was made: that may have been a report of somebody without an account (product rule 7)."""
        for suffix in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                os.utime(f"{self.path}{suffix}")

    def _connection(self) -> sqlite3.Connection:
        """One connection per thread and process: SQLite handles must not cross a fork."""
        state = getattr(self._local, "state", None)
        if state is None or state[0] != os.getpid():
            state = (os.getpid(), self._open())
            self._local.state = state
        connection: sqlite3.Connection = state[1]
        return connection

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not self.path.exists():
            os.close(os.open(self.path, os.O_CREAT | os.O_WRONLY, 0o600))
        db = sqlite3.connect(self.path, timeout=20)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA secure_delete = ON")
        with db:
            db.execute(
                "CREATE TABLE IF NOT EXISTS deel (dossier BLOB PRIMARY KEY, deel BLOB NOT NULL) WITHOUT ROWID"
            )
            db.execute("CREATE TABLE IF NOT EXISTS vernietigd (dossier BLOB PRIMARY KEY) WITHOUT ROWID")
            db.execute(
                "CREATE TABLE IF NOT EXISTS kluis (een INTEGER PRIMARY KEY CHECK (een = 1), nummer BLOB)"
            )
            db.execute("INSERT OR IGNORE INTO kluis VALUES (1, randomblob(16))")
        return db
