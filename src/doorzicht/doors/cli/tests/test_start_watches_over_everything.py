"""`doorzicht start`: all programs run, one that dies comes back, SIGTERM ends them all, data stays."""

import errno
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from doorzicht.doors.cli import start
from doorzicht.doors.cli.children import Child, Children
from doorzicht.doors.cli.server.supervisor import remove, running_pid


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/bestaat-niet", timeout=5)
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def wait_until(condition, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)


def children_of(pid: int) -> list[int]:
    return [int(line) for line in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def web_server(pid: int) -> int | None:
    for child in children_of(pid):
        if b"gunicorn" in Path(f"/proc/{child}/cmdline").read_bytes():
            return child
    return None


@pytest.fixture
def started(tmp_path: Path):
    """A whole Doorzicht in a folder of its own."""
    port, var, log = free_port(), tmp_path / "var", tmp_path / "log"
    env = {
        **os.environ, "DOORZICHT_VAR": str(var), "PORT": str(port), "DOORZICHT_DEMO": "0",
        "DOORZICHT_DUURZAAM": "0", "DOORZICHT_DB_NAAM": "doorzicht",
    }  # fmt: skip
    for name in ("DATABASE_URL", "DOORZICHT_POSTGRES", "DOORZICHT_GEHEIMEN"):
        env.pop(name, None)
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "doorzicht.doors.cli", "start"], env=env, stdout=out, stderr=out
        )
    yield process, port, var, log, env
    if process.poll() is None:
        process.terminate()
        process.wait(60)
    remove(var / "postgres")


def test_all_runs_comes_back_and_ends_together(started):
    process, port, var, log, env = started
    wait_until(lambda: "Doorzicht is on" in log.read_text() or process.poll() is not None)
    assert process.poll() is None, log.read_text()
    assert answers(port)

    second = subprocess.run(
        [sys.executable, "-m", "doorzicht.doors.cli", "start"], env=env, capture_output=True, text=True
    )
    assert second.returncode == 1
    assert "already runs" in second.stderr

    before = web_server(process.pid)
    workers = children_of(before)
    assert len(workers) == 2
    os.kill(before, signal.SIGKILL)
    wait_until(lambda: web_server(process.pid) not in (None, before) and answers(port))
    assert "web server stopped (signal 9); again in 2 s" in log.read_text()

    assert not any(Path(f"/proc/{pid}").exists() for pid in workers)

    programs = children_of(process.pid)
    assert len(programs) >= 2
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 0
    assert not answers(port)
    assert not any(Path(f"/proc/{pid}").exists() for pid in programs)
    assert running_pid(var / "postgres") is None
    assert (var / "postgres").exists()


def test_a_program_that_keeps_dying_is_started_less_and_less_often():
    lines: list[str] = []
    children = Children([Child("a program", [sys.executable, "-c", "raise SystemExit(3)"])], say=lines.append)
    children.start()
    wait_until(lambda: children.tend() or len(lines) >= 2, 20)
    assert lines == [
        "a program stopped (exit code 3); again in 2 s",
        "a program stopped (exit code 3); again in 4 s",
    ]
    children.stop()


def test_a_line_that_cannot_be_written_ends_nothing(monkeypatch):
    """Printing to a file on a full disk once ended the watch, and with it everything."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(start.click, "echo", full)
    start.say("a program stopped")
