"""Keys or a key store that are missing, or of another installation, stop every start in a sentence."""

import os
import sqlite3

import pytest

from doorzicht.conf.geheimen import GeheimOntbreekt, ensure_hoofdsleutel
from doorzicht.doors.cli.tests.huis import Huis

STARTS = (["serve"], ["seal"], ["migrate", "--verbosity", "0"], ["rotate-sleutels"])


@pytest.fixture
def known(huis: Huis) -> Huis:
    """An installation that was started once: its database knows its keys."""
    huis.note_keys()
    return huis


def refused(huis: Huis, *start: str) -> str:
    done = huis.run(*start)
    assert done.returncode == 1, f"{start} went on"
    assert "Traceback" not in done.stderr
    assert "Nothing was changed" in done.stderr
    return done.stderr


@pytest.mark.parametrize("start", STARTS, ids=lambda s: s[0])
def test_a_missing_key_store_is_not_made_anew(known, start):
    known.kluis.unlink()

    said = refused(known, *start)

    assert f"The key store {known.kluis} is missing" in said
    assert "doorzicht restore --sleutelkluis" in said
    assert not known.kluis.exists()


@pytest.mark.parametrize("start", STARTS, ids=lambda s: s[0])
def test_another_key_store_is_told_from_the_right_one(known, start):
    with sqlite3.connect(known.kluis) as db:
        db.execute("UPDATE kluis SET nummer = randomblob(16)")
    db.close()

    assert "is of another installation, or was made anew" in refused(known, *start)


def test_a_key_store_that_is_no_key_store_is_called_damaged(known):
    for path in known.kluis.parent.iterdir():
        path.unlink()
    known.kluis.write_bytes(b"stof" * 2048)

    assert "is damaged" in refused(known, "serve")


@pytest.mark.parametrize("naam", ["hoofdsleutel-1", "index", "logboek", "ontvangst", "regio"])
def test_another_secret_is_named_with_the_way_back(known, naam):
    (known.geheimen / naam).write_bytes(os.urandom(32))

    said = refused(known, "migrate", "--verbosity", "0")

    assert f"The secret {known.geheimen / naam} is not the one this database was made with" in said
    assert "doorzicht herstelsleutel gebruik" in said


def test_a_missing_secret_is_never_replaced_where_data_can_be_lost(tmp_path):
    with pytest.raises(GeheimOntbreekt, match="hoofdsleutel-1 is missing: put it back"):
        ensure_hoofdsleutel(tmp_path, create=False)
    assert list(tmp_path.iterdir()) == []


def test_without_the_first_version_a_later_one_is_enough_and_no_first_one_is_made(tmp_path):
    (tmp_path / "hoofdsleutel-3").write_bytes(os.urandom(32))

    ensure_hoofdsleutel(tmp_path, create=True)

    assert [path.name for path in tmp_path.iterdir()] == ["hoofdsleutel-3"]


def test_the_right_keys_start_and_what_was_noted_stays_noted(known):
    before = known.owner.execute("SELECT naam, merk FROM vault_sleutelmerk ORDER BY naam").fetchall()
    assert [naam for naam, _ in before] == [
        "hoofdsleutel-1",
        "index",
        "logboek",
        "ontvangst",
        "regio",
        "sleutelkluis",
    ]

    assert known.run("migrate", "--verbosity", "0").returncode == 0
    assert known.run("seal").returncode == 0
    assert known.owner.execute("SELECT naam, merk FROM vault_sleutelmerk ORDER BY naam").fetchall() == before


def test_a_mark_does_not_tell_the_secret(known):
    secrets = {path.read_bytes() for path in known.geheimen.iterdir()}
    marks = [bytes(m) for (m,) in known.owner.execute("SELECT merk FROM vault_sleutelmerk").fetchall()]

    assert all(len(mark) == 16 for mark in marks)
    assert not any(mark in secret for mark in marks for secret in secrets)


def test_an_older_database_takes_the_versions_that_were_made_since(known):
    known.rotate()
    known.owner.execute("DELETE FROM vault_hoofdsleutel WHERE versie = 2")
    known.owner.execute("DELETE FROM vault_sleutelmerk WHERE naam = 'hoofdsleutel-2'")

    assert known.run("migrate", "--verbosity", "0").returncode == 0

    versions = known.owner.execute("SELECT versie FROM vault_hoofdsleutel ORDER BY 1").fetchall()
    assert versions == [(1,), (2,)]
