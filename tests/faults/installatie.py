"""A whole Doorzicht in a folder of its own, under `doorzicht start`, of which every program can be killed."""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from doorzicht.doors.cli.server.places import place_of
from doorzicht.doors.cli.server.supervisor import ensure_running, remove, run_as_superuser

ROOT = Path(__file__).parents[2]
NO_SMALL_DISK = "skipped: a full disk, because only root can mount a small one"
DOORZICHT = [sys.executable, "-m", "doorzicht.doors.cli"]


def wait_until(what: Callable[[], Any], *, seconds: float, why: str) -> None:
    """Look until it is so. Raises `TimeoutError`."""
    until = time.monotonic() + seconds
    while not what():
        if time.monotonic() > until:
            raise TimeoutError(f"not within {seconds:.0f} s: {why}")
        time.sleep(0.05)


@dataclass
class Installatie:
    """Its folder, its port, and the process of `doorzicht start`."""

    map: Path
    poort: int
    start: subprocess.Popen[bytes]
    environ: dict[str, str]

    @property
    def postgres(self) -> Path:
        """Where the embedded server has its data."""
        return self.map / "postgres"

    def inside(self, *arguments: str, given: object = None) -> Any:
        """What `tests.faults.binnen` answers."""
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.binnen", *arguments],
            env=self.environ, cwd=ROOT, input=json.dumps(given), stdout=subprocess.PIPE, text=True, check=True,
        )  # fmt: skip
        return json.loads(done.stdout)

    def program(self, word: bytes) -> int | None:
        """The process of one of the programs, by a word of its command line."""
        return next((pid for pid in children_of(self.start.pid) if word in command_of(pid)), None)

    def workers(self) -> list[int]:
        """The processes of the web server that answer."""
        master = self.program(b"gunicorn")
        return children_of(master) if master else []

    def startup(self) -> int | None:
        """PostgreSQL's process that recovers after a crash, while it is there: that may be milliseconds."""
        data = place_of(self.postgres).data
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit() and command_of(int(entry.name)).startswith(b"postgres: startup"):
                with contextlib.suppress(OSError):
                    if Path(os.readlink(entry / "cwd")) == data:
                        return int(entry.name)
        return None

    def said(self) -> str:
        """What `doorzicht start` printed."""
        return (self.map / "uitvoer.txt").read_text()


def children_of(pid: int) -> list[int]:
    """The processes that this one started; none when it is gone."""
    try:
        return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


def command_of(pid: int) -> bytes:
    """The command line of a process; empty when it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""


@contextlib.contextmanager
def small_disk() -> Iterator[Path]:
    """A folder on a disk of 500 MB of its own, or a plain one where this account cannot mount."""
    folder = Path(tempfile.mkdtemp(prefix="doorzicht-schijf-"))
    folder.chmod(0o755)
    mount = ["mount", "-t", "tmpfs", "-o", "size=500m,mode=755", "doorzicht-oefening", str(folder)]
    mounted = os.geteuid() == 0 and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    try:
        yield folder
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def installed(folder: Path, *, template: str = "") -> Iterator[Installatie]:
    """Make it with the invented cast, durable, and start it; at the end it is stopped and destroyed.

    `template` is a database of the tests that is ready, to copy instead of making one; it needs the tests' secrets.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environ = {k: v for k, v in os.environ.items() if not k.startswith("DOORZICHT_") and k != "DATABASE_URL"}
    environ |= {"DOORZICHT_VAR": str(folder), "PORT": str(port), "DOORZICHT_DEMO": "0"}
    folder.mkdir(parents=True, exist_ok=True)
    try:
        ensure_running(folder / "postgres")
        if template:
            _copy(template, folder / "postgres")
            shutil.copytree(settings.GEHEIMEN_DIR, folder / "geheimen")
        else:
            subprocess.run(
                [sys.executable, "-m", "tests.support.template"],
                env=environ | {"DOORZICHT_DB_ROL": "eigenaar"}, cwd=ROOT, check=True,
            )  # fmt: skip
        with (folder / "uitvoer.txt").open("wb") as out:
            start = subprocess.Popen([*DOORZICHT, "start"], env=environ, cwd=ROOT, stdout=out, stderr=out)
        made = Installatie(folder, port, start, environ)
        try:
            wait_until(lambda: "Doorzicht is on" in made.said() or start.poll(), seconds=90, why=made.said())
            yield made
        finally:
            start.send_signal(signal.SIGTERM)
            start.wait(120)
    finally:
        remove(folder / "postgres")


def _copy(template: str, target: Path) -> None:
    """Everything of a database of the tests into the new server, whoever owns it and may do what included."""
    dump = target.with_name("sjabloon.dump")
    options = ("-d", template, "-Fc", "-Z0")
    assert run_as_superuser(settings.DOORZICHT_POSTGRES, "pg_dump", *options, output=dump) == 0
    dump.chmod(0o644)  # the server's own account reads it; everybody in it is invented
    restore = ("-d", "doorzicht", "--exit-on-error", "--clean", "--if-exists", str(dump))
    assert run_as_superuser(target, "pg_restore", *restore) == 0
    dump.unlink()
