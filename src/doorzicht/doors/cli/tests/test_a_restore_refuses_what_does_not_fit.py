"""A restore changes nothing until it has seen that what it puts back is whole, is ours, and can go here."""

import io
import os
import shutil
import signal
import subprocess
import tarfile
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from tests.support.zegel import role_connection

from doorzicht.doors.cli.kopie import archief
from doorzicht.doors.cli.kopie.archief import Kop, Schrijver
from doorzicht.doors.cli.tests import sleutelwerk
from doorzicht.doors.cli.tests.huis import DOORZICHT, Huis, wait_until
from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.vault import age
from doorzicht.ground.vault import api as vault
from doorzicht.ground.vault.kluiskopie import contents
from doorzicht.ground.vault.sleutelkluis import SqliteKluis
from doorzicht.ground.vault.vernietigd import Vernietigdlijst

HUIS = Actor.systeem("0246")


@pytest.fixture
def known(huis: Huis) -> Huis:
    """An installation with two dossiers and a backup of them, and one dossier that came later."""
    huis.note_keys()
    with context(HUIS):
        huis.made = [sleutelwerk.make(f"kanarie {i}") for i in range(2)]
    huis.good = huis.make_backup()
    with context(HUIS):
        huis.made.append(sleutelwerk.make("kanarie van later"))
    return huis


def nothing_changed(huis: Huis) -> bool:
    with context(HUIS):
        for known_dossier in huis.made:
            sleutelwerk.read(known_dossier)
    rows = huis.owner.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [huis.naam])
    return rows.fetchall() == [(huis.naam,)]


def refused(huis: Huis, path: Path, *options: str) -> str:
    done = huis.restore(path, *(options or ("--vervang", huis.naam)))
    assert done.returncode == 1, done.stdout
    assert "Traceback" not in done.stderr
    assert nothing_changed(huis)
    return done.stderr


def rewritten(huis: Huis, change: dict[str, object], *, identity: str = "") -> Path:
    """The good backup with another head, as whoever has the keys could make it."""
    own = (huis.geheimen / "back-up").read_text()
    with huis.good.open("rb") as source, age.decrypting(source, identity=own) as plain:
        whole = io.BytesIO(plain.read())
    target = huis.backup / "gemaakt.age"
    with (
        target.open("wb") as out,
        age.encrypting(out, recipients=[age.recipient_of(own)]) as pipe,
        tarfile.open(fileobj=whole) as tar,
    ):
        writer = Schrijver(pipe, identity=identity or own)
        for entry in tar:
            content = tar.extractfile(entry).read()
            if entry.name == archief.KOP:
                writer.add_kop(replace(Kop.read(content), **change))
            elif not entry.name.startswith("manifest."):
                writer.add(entry.name, content)
        writer.finish()
    return target


def test_what_is_not_whole(known):
    bytes_ = known.good.read_bytes()
    other = known.backup / "ander.age"
    for damage, said in {
        bytes_[: len(bytes_) // 2]: "is damaged: it was changed or cut off",
        bytes_[:-300] + bytes([bytes_[-300] ^ 1]) + bytes_[-299:]: "is damaged: it was changed or cut off",
        b"geen back-up": "cannot be opened with the keys that are here",
    }.items():
        other.write_bytes(damage)
        assert said in refused(known, other)


def test_what_is_of_another_installation(known):
    other = known.backup / "ander.age"
    with (
        other.open("wb") as out,
        age.encrypting(out, recipients=[age.recipient_of(age.new_identity())]) as pipe,
    ):
        pipe.write(b"x")
    assert "cannot be opened with the keys that are here" in refused(known, other)

    forged = rewritten(known, {}, identity=age.new_identity())
    assert "was not made by this installation: its signature is another one" in refused(known, forged)


def test_what_is_too_new_or_of_other_roles(known):
    for change, said in (
        ({"migraties": ["vault.9999_van_morgen"], "doorzicht": "9.9"}, "made by a newer Doorzicht (9.9)"),
        ({"server": 990001}, "is of PostgreSQL 99"),
        ({"rollen": "anders"}, "has the roles of anders"),
        ({"formaat": 9}, "has format 9"),
    ):
        assert said in refused(known, rewritten(known, change))


def test_what_would_replace_work_without_being_asked_or_while_people_work(known):
    assert f"say --vervang {known.naam} to replace it" in refused(known, known.good, "--vervang", "")
    assert f"the database here is called {known.naam}" in refused(known, known.good, "--vervang", "anders")

    working = known.run("restore", str(known.good), "--vervang", known.naam)
    assert working.returncode == 1
    assert "stop Doorzicht first" in working.stderr


def test_what_does_not_belong_to_the_secrets_that_are_here(known):
    right = (known.geheimen / "index").read_bytes()
    (known.geheimen / "index").write_bytes(os.urandom(32))
    said = refused(known, known.good)
    (known.geheimen / "index").write_bytes(right)

    assert "does not belong to the keys that are here" in said

    (known.geheimen / "back-up").unlink()
    assert "herstelsleutel gebruik" in refused(known, known.good)


def test_killed_while_it_restores_the_old_one_stays_and_the_next_try_succeeds(known):
    known.leave()
    process = subprocess.Popen(
        [*DOORZICHT, "restore", str(known.good), "--vervang", known.naam], env=known.environ
    )
    with role_connection("eigenaar", "postgres") as elsewhere:
        here = "SELECT EXISTS (SELECT FROM pg_database WHERE datname = %s)"
        wait_until(lambda: elsewhere.execute(here, [f"{known.naam}_terugzetten"]).fetchone()[0])
        process.send_signal(signal.SIGKILL)
        process.wait()
    known.come_back()
    with context(HUIS):
        sleutelwerk.read(known.made[2])

    assert known.restore(known.good, "--vervang", known.naam).returncode == 0

    with context(HUIS):
        sleutelwerk.read(known.made[1])
        with pytest.raises(vault.DossierOnbekend):
            sleutelwerk.read(known.made[2])
    del known.made[2]
    assert nothing_changed(known)


def test_killed_at_the_moment_of_changing_places_nothing_is_lost(known):
    """Between two renames there is no database of that name; the next try gives the old one its name back first."""
    known.leave()
    known.owner = role_connection("eigenaar", "postgres")
    known.owner.execute(f"ALTER DATABASE {known.naam} RENAME TO {known.naam}_plaatsgemaakt")

    done = known.restore(known.good)

    assert done.returncode == 1
    assert "is in use" in done.stderr, "it took the place of an installation with work in it"
    assert nothing_changed(known)


def test_a_key_store_that_is_whole_is_never_replaced_by_its_copy(known):
    with context(HUIS):
        vault.destroy_dossier(UUID(known.made[0]["dossier"]), at=sleutelwerk.TODAY)
    before = contents(SqliteKluis(known.kluis))

    done = known.run("restore", "--sleutelkluis", "--vervang", known.naam)

    assert done.returncode == 1
    assert "is there and whole. A copy is older" in done.stderr
    assert contents(SqliteKluis(known.kluis)) == before


def test_a_lost_key_store_comes_back_without_what_was_destroyed_since(known):
    gone = UUID(known.made[0]["dossier"])
    with context(HUIS):
        vault.destroy_dossier(gone, at=sleutelwerk.TODAY)
    for path in known.kluis.parent.iterdir():
        path.unlink()

    said = known.must("restore", "--sleutelkluis")

    assert "1 keys; 1 that were destroyed since were left out" in said
    with context(HUIS):
        sleutelwerk.read(known.made[1])
        with pytest.raises(vault.SleutelVernietigd):
            vault.open_dossier(gone)
    assert SqliteKluis(known.kluis).destroyed([gone]) == {gone}
    known.must("migrate", "--verbosity", "0")


def test_a_list_that_somebody_else_wrote_on_destroys_nothing(known):
    shutil.copytree(known.kluis.parent, known.kluis.parent.with_name("bewaard"))
    for path in known.kluis.parent.iterdir():
        path.unlink()
    lijst = known.backup / "sleutelkluis" / "vernietigd.txt"
    Vernietigdlijst(lijst, root=os.urandom(32)).add_one(UUID(known.made[1]["dossier"]))

    done = known.run("restore", "--sleutelkluis")

    assert done.returncode == 1
    assert "1 lines that this installation did not write" in done.stderr
    assert not known.kluis.exists()


def test_another_key_store_in_the_way_is_put_aside_only_when_asked(known):
    for path in known.kluis.parent.iterdir():
        path.unlink()
    SqliteKluis(known.kluis).number()

    refused_ = known.run("restore", "--sleutelkluis")
    assert "another key store, or a damaged one" in refused_.stderr

    assert "2 keys" in known.must("restore", "--sleutelkluis", "--vervang", known.naam)
    assert [p.name for p in known.kluis.parent.glob("*.opzij-*")] != []
    with context(HUIS):
        sleutelwerk.read(known.made[0])
