"""`doorzicht verify-bestanden`, as an administrator runs it: in a process of its own, for every organisation."""

import os
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone
from tests.support.bestanden import photo

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.bestanden.api import Aangeboden, examine_all, keep_all
from doorzicht.ground.vault import api as vault


@pytest.fixture
def stored(transactional_db, tmp_path, monkeypatch, actor) -> tuple[list[UUID], Path]:
    """Two files of Heerde in a folder of this test, where the command looks for them too."""
    name = connection.settings_dict["NAME"]
    monkeypatch.setattr(settings, "DOORZICHT_BESTANDEN", tmp_path / name)
    noor: Actor = actor("noor.voorbeeld")
    with context(noor):
        sleutel = vault.create_dossier(
            soort="melding", organisatie_id="0246", compartiment="algemeen", bewaarregel="melding-niets"
        )
        seen = examine_all([Aangeboden("a.jpg", photo()), Aangeboden("b.jpg", photo())])
        rows = keep_all(seen, sleutel, recht="melding.bewerken", by=noor, at=timezone.now()).bewaard
    return [row.id for row in rows], tmp_path / name / "vandaag"


def verify(*options: str) -> subprocess.CompletedProcess[str]:
    environ = {
        **os.environ,
        "DOORZICHT_DB_NAAM": connection.settings_dict["NAME"],
        "DOORZICHT_BESTANDEN": str(Path(settings.DOORZICHT_BESTANDEN).parent),
    }
    command = [sys.executable, "-m", "doorzicht.doors.cli", "verify-bestanden", *options]
    return subprocess.run(command, env=environ, capture_output=True, text=True, timeout=60)


def test_whole_files_are_counted_in_one_line(stored):
    done = verify()

    assert (done.returncode, done.stdout) == (0, "bestanden whole: 2 files\n")


def test_a_lost_and_a_changed_file_are_named_by_number(stored):
    (lost, changed), folder = stored
    (folder / lost.hex).unlink()
    content = (folder / changed.hex).read_bytes()
    (folder / changed.hex).write_bytes(content[:-1] + bytes([content[-1] ^ 1]))

    done = verify()

    assert done.returncode == 1
    assert set(done.stdout.splitlines()[:-1]) == {
        f"bestand {lost} of 0246: kwijt", f"bestand {changed} of 0246: inhoud",
    }  # fmt: skip
    assert "bestanden BROKEN: 2 of 2" in done.stdout


def test_a_quick_look_reads_no_file(stored):
    (_, changed), folder = stored
    content = (folder / changed.hex).read_bytes()
    (folder / changed.hex).write_bytes(content[:-1] + bytes([content[-1] ^ 1]))

    assert verify("--snel").returncode == 0
