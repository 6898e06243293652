"""A backup is goed, or afgekeurd, or absent: killed, on a full disk, while people work, with a broken logboek."""

import io
import json
import os
import signal
import subprocess
import tarfile
import time
from pathlib import Path
from uuid import UUID

import pytest
from tests.support.speurder import Speurder

from doorzicht.doors.cli.kopie import archief
from doorzicht.doors.cli.tests import sleutelwerk
from doorzicht.doors.cli.tests.huis import DOORZICHT, Huis, at_work, wait_until
from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.ground.vault import age
from doorzicht.ground.vault import api as vault
from doorzicht.ground.vault.sleutelkluis import SqliteKluis

HUIS = Actor.systeem("0246")


@pytest.fixture
def known(huis: Huis) -> Huis:
    """An installation with a few dossiers that was started once."""
    huis.note_keys()
    with context(HUIS):
        huis.made = [sleutelwerk.make(f"kanarie {i} zingt") for i in range(5)]
    return huis


def contents_of(huis: Huis, path: Path) -> dict[str, bytes]:
    """Everything in a backup, by name."""
    identity = (huis.geheimen / "back-up").read_text()
    with path.open("rb") as source, age.decrypting(source, identity=identity) as plain:
        whole = io.BytesIO(plain.read())
    with tarfile.open(fileobj=whole) as tar:
        return {entry.name: tar.extractfile(entry).read() for entry in tar}


def left_behind(huis: Huis) -> list[str]:
    """Databases and files that a backup makes on its way."""
    rows = huis.owner.execute(
        "SELECT datname FROM pg_database WHERE starts_with(datname, %s) AND datname <> %s",
        [huis.naam, huis.naam],
    ).fetchall()
    files = [p.name for p in huis.backup.rglob("*") if p.name.endswith(".half") or ".nieuw" in p.name]
    return [name for (name,) in rows] + files


def test_while_people_work_every_dossier_that_was_there_is_in_it_with_its_key(known, tmp_path):
    before = {known_dossier["dossier"] for known_dossier in known.made}
    with at_work(known, tmp_path, 2) as made:
        first = known.make_backup()
        second = json.loads(known.must("backup", "--json"))
    assert first.exists()
    assert second["proef"]["sleutels"] > len(before)
    assert second["proef"]["verloren"] == 0
    assert len(made) + len(before) >= second["proef"]["sleutels"]


def test_nothing_readable_is_in_the_files_or_was_on_the_way(known, monkeypatch, tmp_path):
    """Not the stories, and not the names of staff either, which the database itself holds in the clear."""
    names = {m.naam: "the name of an employee" for m in Medewerker.objects.all()}
    needles = names | {made["tekst"]: "a story" for made in known.made}
    needles |= {"logboek_regel": "the name of a table", "AGE-SECRET-KEY": "a private key"}
    temporary = tmp_path / "tijdelijk"
    temporary.mkdir()
    known.environ["TMPDIR"] = str(temporary)
    for kill_after in (None, 0.4, 0.8):
        backup = subprocess.Popen([*DOORZICHT, "backup"], env=known.environ, stdout=subprocess.PIPE)
        wait_until(lambda process=backup: any(known.backup.glob("*.half")) or process.poll() is not None)
        if kill_after is not None:
            time.sleep(kill_after / 4)
            backup.kill()
        backup.wait()
        found = Speurder(needles).search(
            p for folder in (known.backup, temporary) for p in folder.rglob("*") if p.is_file()
        )
        assert found == []
    assert list(temporary.iterdir()) == []
    whole = next(known.backup.glob("doorzicht-*.age"))
    assert "logboek_regel" in contents_of(known, whole)["database/000000"].decode("latin-1"), (
        "it looked at nothing"
    )


def test_killed_on_its_way_it_leaves_the_older_ones_alone_and_the_next_one_clears_up(known):
    good = known.make_backup()
    before = good.read_bytes()
    for moment in ("*.half", "a trial database"):
        process = subprocess.Popen([*DOORZICHT, "backup"], env=known.environ, stderr=subprocess.PIPE)
        if moment == "*.half":
            wait_until(lambda: any(known.backup.glob("*.age.half")))
        else:
            wait_until(lambda: any("_proef_" in name for name in left_behind(known)))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert left_behind(known) != []
        assert good.read_bytes() == before
        assert len(list(known.backup.glob("doorzicht-*.age"))) == 1

    known.make_backup()

    assert left_behind(known) == []
    assert len(list(known.backup.glob("doorzicht-*.age"))) == 2


@pytest.fixture
def small_disk(known):
    """The folder of the backups on a disk of its own, with hardly any room."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    known.backup.mkdir(parents=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=96k,mode=0700", "tmpfs", str(known.backup)], capture_output=True
    )
    if mounted.returncode != 0:
        pytest.skip("no small disk can be mounted here")
    yield known
    subprocess.run(["umount", str(known.backup)], check=True)


def test_a_full_disk_is_said_and_leaves_nothing_half(small_disk):
    done = small_disk.run("backup")

    assert done.returncode == 1
    assert f"the disk of {small_disk.backup} is full" in done.stderr
    assert "Traceback" not in done.stderr
    assert left_behind(small_disk) == []
    assert list(small_disk.backup.glob("*.age")) == []


def test_a_broken_logboek_is_told_and_the_file_is_kept_to_look_at(known):
    noor = Actor("0246", frozenset({"aandachtsfunctionaris"}), UUID(int=7), organisaties=frozenset({"0246"}))
    with context(noor):
        logboek.record(noor, "lees", "melding", [UUID(int=1)], recht="melding.lezen")
    wait_until(lambda: "chain at seal 0" not in known.must("seal"))
    known.owner.execute("UPDATE logboek_regel SET doel = 'anders'")

    done = known.run("backup")

    assert done.returncode == 1
    assert "AFGEKEURD: the logboek in it is BROKEN: row" in done.stderr
    assert [p.name.endswith(".afgekeurd.age") for p in known.backup.glob("doorzicht-*")] == [True]
    assert not (known.backup / "overzicht.jsonl").exists()


def test_a_damaged_key_is_found_before_it_is_needed(known):
    known.owner.execute(
        "UPDATE vault_dossier SET ingepakt = set_byte(ingepakt, 20, get_byte(ingepakt, 20) # 1)"
    )

    done = known.run("backup")

    assert done.returncode == 1
    assert "does not open: it is damaged" in done.stderr


def test_dossiers_without_a_part_are_counted_and_do_not_stop_a_backup(known):
    with SqliteKluis(known.kluis)._connection() as db:
        db.execute("DELETE FROM deel WHERE dossier = ?", [UUID(known.made[0]["dossier"]).bytes])

    assert "1 dossiers have no part in the key store" in known.must("backup")


def test_the_latest_copy_of_the_key_store_is_the_only_one(known):
    known.make_backup()
    copy = known.backup / "sleutelkluis" / "sleutelkluis.age"
    with copy.open("rb") as old_one:
        first = copy.read_bytes()
        with context(HUIS):
            vault.destroy_dossier(UUID(known.made[0]["dossier"]), at=sleutelwerk.TODAY)
        known.must("backup", "--alleen-sleutelkluis")
        assert old_one.read().strip(b"\0") == b"", "the older copy can still be read where it stood"

    assert copy.read_bytes() != first
    identity = (known.geheimen / "back-up").read_text()
    inside = age.decrypt(copy.read_bytes(), identity=identity)
    assert UUID(known.made[0]["dossier"]).bytes in inside[-16:], "it is not remembered as destroyed"
    assert inside.count(UUID(known.made[0]["dossier"]).bytes) == 1, "its part is still in the copy"
    assert known.made[0]["dossier"] in (copy.parent / "vernietigd.txt").read_text()


def test_the_list_of_parts_tells_every_length_and_hash(known):
    found = contents_of(known, known.make_backup())
    parts = json.loads(found["manifest.json"])["delen"]

    assert [p["naam"] for p in parts] == [n for n in found if not n.startswith("manifest.")]
    assert all(len(found[p["naam"]]) == p["bytes"] for p in parts)
    assert next(iter(found)) == "kop.json"


def test_a_second_one_at_the_same_time_is_refused(known):
    import fcntl

    known.make_backup()
    with (known.backup / ".slot").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        refused = known.run("backup")

    assert refused.returncode == 1
    assert "another backup or restore is at work" in refused.stderr


def test_only_so_many_are_kept_as_was_asked(known):
    for _ in range(2):
        known.make_backup()
    result = json.loads(known.must("backup", "--json", "--bewaar", "2"))

    assert len(result["opgeruimd"]) == 1
    assert sorted(p.name for p in known.backup.glob("doorzicht-*.age"))[-1] == result["bestand"]
    assert len(list(known.backup.glob("doorzicht-*.age"))) == 2


def test_an_old_master_key_stays_while_a_backup_here_needs_it(known):
    backup = known.make_backup()
    known.rotate()
    known.let_a_minute_pass()

    refused = known.run("rotate-sleutels", "--verwijder-oude")
    assert refused.returncode == 1
    assert "1 back-ups in" in refused.stderr
    assert "need master key 1" in refused.stderr
    assert (known.geheimen / "hoofdsleutel-1").exists()

    backup.unlink()
    assert known.must("rotate-sleutels", "--verwijder-oude") == "Removed: master key 1.\n"


def test_the_files_are_for_the_service_alone(known):
    known.make_backup()
    modes = {p.stat().st_mode & 0o077 for p in known.backup.rglob("*")} | {
        known.backup.stat().st_mode & 0o077
    }
    assert modes == {0}


def test_a_file_that_shrinks_or_goes_while_it_is_copied_is_not_taken_for_whole():
    target = io.BytesIO()
    writer = archief.Schrijver(target, identity=age.new_identity())
    with pytest.raises(OSError, match="unexpected end of data"):
        writer.add_file("bestanden/x", io.BytesIO(b"kort"), 10, mtime=0)
