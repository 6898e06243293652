"""Destroying a dossier's part is the proof that its key is gone: no file of the key store may still hold it."""

import os
import sqlite3
from pathlib import Path
from uuid import uuid4

import pytest

from doorzicht.ground.vault.sleutelkluis import KluisBezet, SqliteKluis


@pytest.fixture
def kluis(tmp_path: Path) -> SqliteKluis:
    return SqliteKluis(tmp_path / "kluis.sqlite3")


def _somewhere(kluis: SqliteKluis, part: bytes) -> bool:
    return any(part in path.read_bytes() for path in kluis.path.parent.iterdir())


def test_it_is_gone_and_the_others_are_not(kluis):
    gone, stays = uuid4(), uuid4()
    parts = {gone: os.urandom(32), stays: os.urandom(32)}
    for dossier, part in parts.items():
        kluis.put(dossier, part)
    assert all(_somewhere(kluis, part) for part in parts.values())

    kluis.destroy(gone)

    assert not _somewhere(kluis, parts[gone])
    assert kluis.get_many(parts) == {stays: parts[stays]}
    assert kluis.destroyed(parts) == {gone}


def test_while_somebody_reads_it_is_an_error_and_can_be_done_again(kluis):
    dossier, part = uuid4(), os.urandom(32)
    kluis.put(dossier, part)
    kluis._connection().execute("PRAGMA busy_timeout = 50")
    reader = sqlite3.connect(kluis.path)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM deel").fetchone()

    with pytest.raises(KluisBezet):
        kluis.destroy(dossier)
    assert kluis.get_many([dossier]) == {}

    reader.close()
    kluis.destroy(dossier)
    assert not _somewhere(kluis, part)


def test_a_dossier_has_one_part_and_keeps_it(kluis):
    dossier, part = uuid4(), os.urandom(32)
    kluis.put(dossier, part)

    with pytest.raises(sqlite3.IntegrityError):
        kluis.put(dossier, os.urandom(32))
    assert kluis.get_many([dossier]) == {dossier: part}


def test_nobody_else_on_the_machine_may_read_it(kluis):
    kluis.put(uuid4(), os.urandom(32))

    assert kluis.path.stat().st_mode & 0o077 == 0
