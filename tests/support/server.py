"""A running Doorzicht for a test: `doorzicht serve` against a clone of the template, as the application's role.

`server` is a fixture for one module; `start_server` makes more. Database, key store, mail and log are its own; the
secrets are those of the tests, so that `inside()` can look into it from the test.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import psycopg
import pytest
from django.conf import settings
from django.db import connection, connections

ROOT = Path(__file__).parents[2]
DOORZICHT = (sys.executable, "-m", "doorzicht.doors.cli")
PATIENCE = 30
"""Seconds within which the first page must answer."""


@dataclass(frozen=True)
class Server:
    """Where it answers, its database, its `var` with mail, log and key store."""

    url: str
    database: str
    var: Path

    def owner(self) -> psycopg.Connection:
        """A connection as the owner of the schema: sees every row, changes what a test needs changed."""
        from conftest import owner_connection

        return owner_connection(self.database)

    def environ(self) -> dict[str, str]:
        """What a `doorzicht` command must find around it to work in this database, as the application's role."""
        return os.environ | {
            "DOORZICHT_VAR": str(self.var),
            "DOORZICHT_POSTGRES": str(settings.DOORZICHT_POSTGRES),
            "DOORZICHT_GEHEIMEN": str(settings.GEHEIMEN_DIR),
            "DOORZICHT_DB_NAAM": self.database,
            "DOORZICHT_DB_ROL": "app",
            "DOORZICHT_DEMO": "0",
            "TMPDIR": str(self.tmp),
        }

    @property
    def tmp(self) -> Path:
        """Where its programs put what they keep for a moment."""
        return self.var / "tmp"

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """`run("import-plan", path)`: a `doorzicht` command beside the server, with what it printed."""
        return subprocess.run(
            [*DOORZICHT, *arguments],
            env=self.environ(), cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Point Django in this process at the server's database, key store and files, to look or to set something up.

        What is written is committed: use `access.context(actor)` inside, as everywhere.
        """
        with ExitStack() as stack:
            connections.close_all()
            stack.callback(connections.close_all)
            stack.enter_context(patch.dict(connection.settings_dict, {"NAME": self.database}))
            store = self.var / "sleutelkluis" / f"{self.database}.sqlite3"
            stack.enter_context(patch.object(settings, "DOORZICHT_SLEUTELKLUIS", store))
            files = self.var / "bestanden" / self.database
            stack.enter_context(patch.object(settings, "DOORZICHT_BESTANDEN", files))
            yield


@contextmanager
def start_server(template: str, var: Path, *, demo: bool = False) -> Iterator[Server]:
    """Clone, serve until the end of the block, drop. Nothing it stored is left."""
    from conftest import MAINTENANCE, owner_connection

    port = _free_port()
    name = f"dz_server_{os.getpid()}_{port}"
    with owner_connection(MAINTENANCE) as db:
        db.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    running = Server(f"http://127.0.0.1:{port}", name, var)
    running.tmp.mkdir()
    process = _serve(running, port=port, demo=demo)
    try:
        _wait(running, process)
        yield running
    finally:
        process.terminate()
        process.wait(timeout=30)
        with owner_connection(MAINTENANCE) as db:
            db.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def server(
    template_database: str, tmp_path_factory: pytest.TempPathFactory, django_db_blocker
) -> Iterator[Server]:
    """A server of this module's own, with the invented cast in it and no meldingen."""
    with (
        django_db_blocker.unblock(),
        start_server(template_database, tmp_path_factory.mktemp("var")) as running,
    ):
        yield running


def _serve(running: Server, *, port: int, demo: bool) -> subprocess.Popen[bytes]:
    environ = running.environ() | {"DOORZICHT_DEMO": "1" if demo else "0", "PORT": str(port)}
    with (running.var / "uitvoer.txt").open("wb") as output:
        return subprocess.Popen(
            [*DOORZICHT, "serve"],
            env=environ, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip


def _wait(running: Server, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{running.url}/m/", timeout=5) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the server gave no page: {(running.var / 'uitvoer.txt').read_text()[-2000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
