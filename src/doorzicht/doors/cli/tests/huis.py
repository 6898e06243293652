"""An installation for the tests of keys and backups: a test's database, with secrets and a key store of its own."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection, connections
from tests.support.zegel import role_connection

from doorzicht.ground.vault.merken import Plaats, register

DOORZICHT = [sys.executable, "-m", "doorzicht.doors.cli"]


class Huis:
    """An installation on this test's database with secrets and a key store of its own."""

    def __init__(self, folder: Path) -> None:
        self.naam = connection.settings_dict["NAME"]
        self.var, self.geheimen = folder / "var", folder / "geheimen"
        shutil.copytree(settings.GEHEIMEN_DIR, self.geheimen)
        self.kluis = self.var / "sleutelkluis" / f"{self.naam}.sqlite3"
        self.bestanden, self.backup = self.var / "bestanden" / self.naam, self.var / "back-up"
        self.environ = os.environ | {
            "DOORZICHT_VAR": str(self.var),
            "DOORZICHT_GEHEIMEN": str(self.geheimen),
            "DOORZICHT_POSTGRES": str(settings.DOORZICHT_POSTGRES),
            "DOORZICHT_DB_NAAM": self.naam,
            "DOORZICHT_DB_ROL": "app",
        }
        self.owner = role_connection("eigenaar")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*DOORZICHT, *arguments], env=self.environ, capture_output=True, text=True, timeout=200
        )

    def must(self, *arguments: str) -> str:
        """What a command prints that must succeed."""
        done = self.run(*arguments)
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout

    def note_keys(self) -> None:
        """As its first start did: the database knows the keys it is used with."""
        register(self.owner, Plaats(geheimen=self.geheimen, kluis=self.kluis))

    def make_backup(self) -> Path:
        """A backup that was tried and called good."""
        said = self.must("backup")
        assert said.startswith("goed: ")
        return self.backup / said.split()[1].rstrip(",")

    def leave(self) -> None:
        """Close every connection of the test: a restore refuses while anybody is there."""
        connections.close_all()
        self.owner.close()

    def come_back(self) -> None:
        """Connect again, to whatever database bears the name now."""
        self.owner = role_connection("eigenaar", self.naam)

    def restore(self, path: Path, *options: str) -> subprocess.CompletedProcess[str]:
        """Put a backup back, with nobody connected."""
        self.leave()
        try:
            return self.run("restore", str(path), *options)
        finally:
            self.come_back()

    def rotate(self) -> dict[str, object]:
        done = self.run("rotate-sleutels", "--json")
        assert done.returncode == 0, done.stderr + done.stdout
        return json.loads(done.stdout)

    def versions(self) -> dict[int, int]:
        return dict(
            self.owner.execute("SELECT sleutelversie, count(*) FROM vault_dossier GROUP BY 1").fetchall()
        )

    def let_a_minute_pass(self) -> None:
        self.owner.execute("UPDATE vault_hoofdsleutel SET gereed_op = gereed_op - interval '61 seconds'")


def wait_until(what, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.01)


@contextmanager
def at_work(huis: Huis, tmp_path: Path, people: int) -> Iterator[list[dict[str, str]]]:
    """Processes that began before the rotation; yields the dossiers they made once they are told to stop."""
    stop, made = tmp_path / "stop", []
    files = [tmp_path / f"werk-{i}.jsonl" for i in range(people)]
    workers = [
        subprocess.Popen(
            [sys.executable, "-m", "doorzicht.doors.cli.tests.sleutelwerk", str(file), str(stop)],
            env=huis.environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for file in files
    ]  # fmt: skip
    wait_until(lambda: all(f.exists() and f.stat().st_size for f in files) or any(w.poll() for w in workers))
    yield made
    stop.touch()
    for worker in workers:
        said, errors = worker.communicate(timeout=60)
        assert worker.returncode == 0, errors[-2000:]
        made.append(json.loads(said))
    made[:] = [json.loads(line) for file in files for line in file.read_text().splitlines()]
