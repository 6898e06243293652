"""Product rule 7: whatever goes wrong with a request, the web server writes no path and no address of who asked."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from doorzicht.doors.cli.serve import gunicorn_options
from doorzicht.doors.web.werker import EERSTE_BYTE

SITE = "doorzicht.doors.web.tests.trage_site:application"
POST = "POST /m/heerde/melden/ HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n"


class Proef:
    """One worker that is given up after some seconds without a sign of life, and everything that was said."""

    def __init__(self, output: Path, *, timeout: int) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self._output = output
        ours = [o for o in gunicorn_options() if not o.startswith(("--bind", "--workers", "--timeout"))]
        own = [f"--bind=127.0.0.1:{self.port}", "--workers=1", f"--timeout={timeout}", SITE]
        with output.open("w") as out:
            command = [sys.executable, "-m", "gunicorn", *ours, *own]
            self.process = subprocess.Popen(command, stdout=out, stderr=out, env=dict(os.environ))

    def said(self) -> str:
        return self._output.read_text()

    def send(self, text: str, *, patience: float = 20) -> bytes:
        """What comes back, until the server ends the connection."""
        deadline = time.monotonic() + patience
        while True:
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=patience) as client:
                    client.sendall(text.encode())
                    return b"".join(iter(lambda: client.recv(4096), b""))
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)


@pytest.fixture
def proef(request, tmp_path) -> Iterator[Proef]:
    found = Proef(tmp_path / "gunicorn.log", timeout=getattr(request, "param", 60))
    assert b"200 OK" in found.send(POST + "hallo")
    yield found
    found.process.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        found.process.wait(10)
    found.process.kill()


@pytest.mark.parametrize("proef", [1], indirect=True)
def test_a_visitor_who_is_too_slow_is_cut_off_without_a_path(proef):
    answer = proef.send(POST + "ha")

    assert b"500" in answer or answer == b""
    assert "WORKER TIMEOUT" in proef.said()
    assert "Error handling request" in proef.said()
    assert_quiet(proef)
    assert b"200 OK" in proef.send(POST + "hallo")


def test_a_page_that_breaks_is_told_by_its_place_in_the_code(proef):
    assert b"500" in proef.send("GET /m/heerde/stuk/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")

    assert "trage_site.py" in proef.said()
    assert_quiet(proef)


@pytest.mark.parametrize(
    "request_line", ["geen verzoek", "GET /m/heerde/ HTTP/9.9", "GET /m/ HTTP/1.1\r\nbad header"]
)
def test_what_is_no_request_is_not_told_at_all(proef, request_line):
    assert b"400" in proef.send(request_line + "\r\n\r\n") or request_line.endswith("9.9")

    assert_quiet(proef)


def test_a_connection_that_says_nothing_is_ended_soon_and_unnoticed(proef):
    begin = time.monotonic()

    with socket.create_connection(("127.0.0.1", proef.port), timeout=20) as client:
        assert client.recv(1) == b""
    assert time.monotonic() - begin < EERSTE_BYTE + 3
    assert proef.said() == ""


def assert_quiet(proef: Proef) -> None:
    for word in ("/m/", "heerde", "127.0.0.1:", "ip=", "Host"):
        assert word not in proef.said().replace(f"127.0.0.1:{proef.port}", ""), word
