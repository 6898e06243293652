"""The stand: an installation for measuring, with a server of its own and the calibrator beside the application.

It lies in `bench/` of the var folder and stays until `doorzicht bench clean`, because filling a million meldingen takes
minutes; nothing of a running installation is touched. The server runs only while something is measured.
"""

import contextlib
import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from doorzicht.doors.cli.errors import BeheerFout
from doorzicht.doors.cli.meten import ijking
from doorzicht.doors.cli.server.errors import ServerFout
from doorzicht.doors.cli.server.places import PORT, place_of
from doorzicht.doors.cli.server.supervisor import (
    ensure_running,
    remove,
    run_as_superuser,
    running_pid,
    stop,
)

IJK_ADRES = "127.93.7.1"
"""An address of the loopback interface that nobody else uses, so that the calibrator's TCP port is always free."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A running stand: its folder, the server's process, and the database that programs work in."""

    map: Path
    postgres_pid: int
    database: str = ""

    @property
    def environ(self) -> dict[str, str]:
        """The environment of a program that belongs to this stand."""
        return {**os.environ, **environment_of(self.map), "DOORZICHT_DB_NAAM": self.database}

    def with_database(self, database: str) -> "Stand":
        """The same stand, for programs that work in this database; it is made when it is not there."""
        ensure_running(self.map / "postgres", database=database)
        return replace(self, database=database)

    def as_owner(self) -> dict[str, str]:
        """`environ` for a program that works as the owner of the database."""
        return {**self.environ, "DOORZICHT_DB_ROL": "eigenaar"}


def environment_of(folder: Path) -> dict[str, str]:
    """What points a program at a folder of its own; the embedded server lies in it."""
    own = ("GEHEIMEN", "POSTGRES", "BESTANDEN", "BACKUP")
    return {
        "DOORZICHT_VAR": str(folder),
        "DATABASE_URL": "",
        "DOORZICHT_DEMO": "0",
        "DOORZICHT_HTTPS": "0",
        **{f"DOORZICHT_{name}": str(folder / name.lower()) for name in own},
    }


@contextlib.contextmanager
def open_stand(folder: Path, *, durable: bool = True) -> Iterator[Stand]:
    """Start the stand in `folder`, made when it is not there; stop its server at the end. One at a time.

    `durable` false is for filling only: a power cut may cost everything.
    """
    data = folder / "postgres"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _alone(folder):
        stop(data)
        try:
            ensure_running(data, durable=durable)
            if not (place_of(data).data / "ijking.conf").exists():
                _make_calibrator(data, durable=durable)
            _let_calibrator_in(data)
            pid = running_pid(data)
            if pid is None:
                raise ServerFout("The stand's server stopped by itself.")
            yield Stand(folder, pid)
        finally:
            stop(data)


def remove_stand(folder: Path) -> None:
    """Destroy the stand: its databases, its keys."""
    remove(folder / "postgres")
    shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with (folder / "slot").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BeheerFout(f"Something else is measuring in {folder}: wait until it is done.") from None
        yield


def run_program(stand: Stand, *arguments: str) -> None:
    """A `doorzicht` command inside the stand."""
    subprocess.run([sys.executable, "-m", "doorzicht.doors.cli", *arguments], env=stand.environ, check=True)  # noqa: S603


@contextlib.contextmanager
def serve(stand: Stand, application: str) -> Iterator[tuple[int, int]]:
    """Serve with gunicorn, two sync workers; yields process number and port."""
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", f"--bind=127.0.0.1:{port}", "--workers=2", "--worker-class=sync",
               "--log-level=error", "--no-control-socket", application]  # fmt: skip
    process = subprocess.Popen(command, env=stand.environ)  # noqa: S603
    try:
        _wait_until_ready(port)
        yield process.pid, port
    finally:
        process.terminate()
        process.wait(20)


def calibrator(*, persistent: bool) -> str:
    """The application's name for gunicorn."""
    return f"doorzicht.doors.cli.meten.ijking:build('{IJK_ADRES}', '{PORT}', {persistent})"


def _make_calibrator(data: Path, *, durable: bool) -> None:
    """A role and a database for the calibrator, and an address on which the server listens for it alone."""
    for statement in (
        f"CREATE ROLE {ijking.DATABASE} LOGIN",
        f"CREATE DATABASE {ijking.DATABASE} OWNER {ijking.DATABASE}",
    ):
        _psql(data, "postgres", statement)
    _psql(data, ijking.DATABASE, f"SET ROLE {ijking.DATABASE}; {ijking.TABLE}")
    stop(data)
    place = place_of(data)
    _write(place.data / "ijking.conf", f"listen_addresses = '{IJK_ADRES}'\n")
    with (place.data / "postgresql.conf").open("a") as conf:
        conf.write("include_if_exists 'ijking.conf'\n")
    ensure_running(data, durable=durable)


def _let_calibrator_in(data: Path) -> None:
    """Over TCP with `trust`, to its own database and to nothing else. The server's start wrote the rules anew."""
    path = place_of(data).data / "pg_hba.conf"
    open_rule = f"host  {ijking.DATABASE}  {ijking.DATABASE}  127.0.0.0/8  trust\n"
    _write(path, open_rule + path.read_text())
    _psql(data, "postgres", "SELECT pg_reload_conf()")


def _psql(data: Path, database: str, statement: str) -> None:
    run_as_superuser(data, "psql", "-X", "-q", "-d", database, "-c", statement, output=Path(os.devnull))


def _write(path: Path, text: str) -> None:
    """Write in place: the file keeps the owner it has, or becomes readable for the server's account."""
    path.write_text(text)
    if path.stat().st_uid == 0:
        path.chmod(0o644)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_ready(port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/inloggen/", timeout=2).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise ServerFout("The web server of the stand did not come up.")
