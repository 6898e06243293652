"""The stand: a scratch installation with a server of its own, the calibrator beside the application.

Nothing of a running installation is touched; everything is removed afterwards.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

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
    """A running stand: its folder and the server's process."""

    map: Path
    postgres_pid: int

    @property
    def environ(self) -> dict[str, str]:
        """The environment of a program that belongs to this stand."""
        return {**os.environ, **environment_of(self.map)}


def environment_of(folder: Path) -> dict[str, str]:
    """What points a program at a folder of its own; the embedded server lies in it."""
    return {"DOORZICHT_VAR": str(folder), "DATABASE_URL": "", "DOORZICHT_DEMO": "0", "DOORZICHT_HTTPS": "0"}


@contextlib.contextmanager
def open_stand() -> Iterator[Stand]:
    """Make a stand with an empty, migrated database; remove it at the end."""
    folder = Path(tempfile.mkdtemp(prefix="doorzicht-meten-"))
    data = folder / "postgres"
    try:
        ensure_running(data)
        _open_for_calibrator(data)
        pid = running_pid(data)
        if pid is None:
            raise ServerFout("The scratch server stopped by itself.")
        stand = Stand(folder, pid)
        run_program(stand, "migrate", "--verbosity", "0")
        yield stand
    finally:
        remove(data)
        shutil.rmtree(folder, ignore_errors=True)


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


def _open_for_calibrator(data: Path) -> None:
    """Let the calibrator in over TCP with `trust`, to a database of its own and to nothing else."""
    for statement in (
        f"CREATE ROLE {ijking.DATABASE} LOGIN",
        f"CREATE DATABASE {ijking.DATABASE} OWNER {ijking.DATABASE}",
    ):
        run_as_superuser(data, "psql", "-X", "-q", "-d", "postgres", "-c", statement)
    table = f"SET ROLE {ijking.DATABASE}; {ijking.TABLE}"
    run_as_superuser(data, "psql", "-X", "-q", "-d", ijking.DATABASE, "-c", table)
    stop(data)
    place = place_of(data)
    _write(place.data / "ijking.conf", f"listen_addresses = '{IJK_ADRES}'\n")
    with (place.data / "postgresql.conf").open("a") as conf:
        conf.write("include_if_exists 'ijking.conf'\n")
    ensure_running(data)
    rules = (place.data / "pg_hba.conf").read_text()
    open_rule = f"host  {ijking.DATABASE}  {ijking.DATABASE}  127.0.0.0/8  trust\n"
    _write(place.data / "pg_hba.conf", open_rule + rules)
    run_as_superuser(
        data, "psql", "-X", "-q", "-d", "postgres", "-c", "SELECT pg_reload_conf()", output=Path(os.devnull)
    )


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
