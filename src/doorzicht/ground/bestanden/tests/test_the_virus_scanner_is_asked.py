"""With a scanner every file is scanned before anything looks into it; when it does not answer, no file is taken in."""

import shutil
import socket
import struct
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.support.bestanden import photo

from doorzicht.ground.bestanden import actions, scanner
from doorzicht.ground.bestanden.actions import examine
from doorzicht.ground.bestanden.api import Aangeboden, Bestand, BestandGeweigerd
from doorzicht.ground.bestanden.tests.conftest import RECHT, store_all

CLAMD = shutil.which("clamd") or shutil.which("clamd", path="/usr/sbin")


@contextmanager
def fake(path: Path, answer: Callable[[bytes], bytes]) -> Iterator[list[bytes]]:
    """A clamd on a socket that keeps what it was sent and answers as told."""
    seen: list[bytes] = []
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(path))
    server.listen()

    def serve() -> None:
        while True:
            try:
                link, _ = server.accept()
            except OSError:
                return
            with link, link.makefile("rb") as stream:
                command, content = stream.read(10), b""
                while size := struct.unpack("!L", stream.read(4))[0]:
                    content += stream.read(size)
                seen.append(command + content)
                link.sendall(answer(content))

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield seen
    finally:
        server.close()


@pytest.fixture
def place(tmp_path, settings) -> Path:
    path = tmp_path / "c"
    settings.DOORZICHT_SCANNER = f"unix:{path}"
    settings.DOORZICHT_SCANNER_SECONDEN = 2
    return path


def test_a_clean_file_is_taken_in_and_was_sent_whole(place):
    with fake(place, lambda _: b"stream: OK\0") as seen:
        assert examine(Aangeboden("a.jpg", photo())).schoon.soort == "jpg"

    assert seen == [b"zINSTREAM\0" + photo()]


def test_a_file_of_several_chunks_arrives_in_order(place, monkeypatch):
    monkeypatch.setattr(scanner, "_CHUNK", 1000)
    with fake(place, lambda _: b"stream: OK\0") as seen:
        scanner.is_infected(photo())

    assert seen == [b"zINSTREAM\0" + photo()]


def test_an_infected_file_is_refused_before_anything_looks_into_it(place, monkeypatch):
    monkeypatch.setattr(actions, "clean", lambda *_, **__: pytest.fail("it was looked into"))
    with (
        fake(place, lambda _: b"stream: Iets.Ergs-1 FOUND\0"),
        pytest.raises(BestandGeweigerd, match="viruscontrole") as no,
    ):
        examine(Aangeboden("a.jpg", photo()))
    assert "Iets" not in str(no.value)


@pytest.mark.parametrize(
    "answer", [b"INSTREAM size limit exceeded. ERROR\0", b"", b"UNKNOWN COMMAND\0", b"stream: \xff\0"]
)
def test_any_other_answer_is_no_answer(place, answer):
    with fake(place, lambda _: answer), pytest.raises(BestandGeweigerd, match="werkt nu niet"):
        examine(Aangeboden("a.jpg", photo()))


def test_a_scanner_that_is_not_there_refuses_the_file_and_nothing_else(place, sleutel, noor, nu):
    answer = store_all([Aangeboden("a.jpg", photo())], sleutel, recht=RECHT, by=noor, at=nu)

    assert [w.reden for w in answer.geweigerd] == ["geen_scanner"]
    assert not Bestand.objects.exists()


def test_a_scanner_that_is_silent_is_not_waited_for(place, settings):
    settings.DOORZICHT_SCANNER_SECONDEN = 0.5
    begun = time.monotonic()
    with fake(place, lambda _: time.sleep(20) or b""), pytest.raises(BestandGeweigerd, match="werkt nu niet"):  # type: ignore[func-returns-value]
        examine(Aangeboden("a.jpg", photo()))
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("setting", ["http://x", "tcp:", "tcp:localhost:geen"])
def test_a_setting_that_makes_no_sense_refuses_too(settings, setting):
    settings.DOORZICHT_SCANNER = setting

    with pytest.raises(scanner.GeenScanner):
        scanner.is_infected(b"x")


def test_without_a_scanner_files_are_taken_in_all_the_same(settings):
    settings.DOORZICHT_SCANNER = ""

    assert examine(Aangeboden("a.jpg", photo())).schoon.soort == "jpg"


SIGNATURE = b"DOORZICHT-PROEFVIRUS-2026"


@pytest.fixture(scope="module")
def clamd(tmp_path_factory) -> Iterator[Path]:
    """The real daemon, with one signature of our own and nothing from the internet."""
    if not CLAMD:
        pytest.skip("clamd is not installed (Debian: apt-get install clamav-daemon)")
    home = tmp_path_factory.mktemp("clamd")
    base = home / "db"
    base.mkdir()
    (base / "eigen.ndb").write_text(f"Doorzicht.Proef:0:*:{SIGNATURE.hex()}\n")
    path = home / "s"
    (home / "clamd.conf").write_text(
        f"LocalSocket {path}\nDatabaseDirectory {base}\nForeground yes\nStreamMaxLength 20M\n"
        f"LogFile {home / 'log'}\nTemporaryDirectory {home}\n"
    )
    daemon = subprocess.Popen(
        [CLAMD, "-c", str(home / "clamd.conf")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        end = time.monotonic() + 60
        while not path.exists() and daemon.poll() is None and time.monotonic() < end:
            time.sleep(0.1)
        if not path.exists():
            pytest.skip("clamd did not start here")
        yield path
    finally:
        daemon.terminate()
        daemon.wait(timeout=20)


def test_the_real_clamd_lets_a_photo_through(clamd, settings):
    settings.DOORZICHT_SCANNER = f"unix:{clamd}"

    assert examine(Aangeboden("a.jpg", photo())).schoon.soort == "jpg"


def test_the_real_clamd_stops_a_file_with_our_own_signature(clamd, settings):
    settings.DOORZICHT_SCANNER = f"unix:{clamd}"

    with pytest.raises(BestandGeweigerd, match="De viruscontrole hield dit bestand tegen"):
        examine(Aangeboden("a.jpg", photo() + SIGNATURE))
