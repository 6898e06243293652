"""Requests made to go wrong, with a canary in every part of them: no log, mail, address or job gets to see it.

Against a real server, because gunicorn, Django and PostgreSQL each have an opinion of their own on errors.
"""

import http.client
import re
import socket
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from django.conf import settings
from django.test import Client

from doorzicht.ground.organisaties.models import Medewerker
from tests.support.server import Server, server

__all__ = ["server"]

CANARY = "kanariezin"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
MULTIPART = {"Content-Type": "multipart/form-data; boundary=x"}
PART = f'--x\r\nContent-Disposition: form-data; name="{CANARY}"; filename="{CANARY}"\r\n'
MELDEN = "/m/heerde/melden/"

PUBLIC = [
    ("GET", f"/m/{CANARY}/", "", {}),
    ("GET", f"/m/%ff{CANARY}%00/?{CANARY}=%00", "", {}),
    ("GET", f"/m/?{CANARY}", "", {"Host": f"{CANARY}.example"}),
    ("GET", "/m/", "", {"Host": f"{CANARY} {CANARY}"}),
    ("GET", "/m/", "", {"Cookie": f'dz_sessie="{CANARY}\\000"'}),
    ("GET", "/start/", "", {"Cookie": f'dz_sessie="{CANARY}\\000"'}),
    ("PUT", f"{MELDEN}?{CANARY}", CANARY, FORM),
    ("POST", MELDEN, f"verhaal={CANARY}%00&bewijs={CANARY}%00&spoed={CANARY}", FORM),
    ("POST", MELDEN, f"verhaal={CANARY}%ff%fe", FORM),
    ("POST", MELDEN, f"verhaal={CANARY}", {"Content-Type": f"{FORM['Content-Type']}; charset=utf-7"}),
    ("POST", MELDEN, "verhaal=" + CANARY * 120_000, FORM),
    ("POST", MELDEN, "&".join(f"{CANARY}{n}={CANARY}" for n in range(900)), FORM),
    ("POST", MELDEN, CANARY, {"Content-Type": "multipart/form-data"}),
    ("POST", MELDEN, f"{PART}Content-Transfer-Encoding: base64\r\n\r\n!!{CANARY}", MULTIPART),
    ("POST", MELDEN, f"{PART}\r\n{CANARY}\r\n--x--\r\n", MULTIPART),
    ("POST", "/m/heerde/code/", f"code={CANARY}%00", FORM),
    ("POST", "/inloggen/", f"login={CANARY}&password={CANARY}", FORM),
]
STAFF = [
    ("GET", f"/signaleren/meldingen/?na={CANARY}", {}),
    ("GET", f"/signaleren/meldingen/?na=2026-01-01~{CANARY}", {}),
    ("GET", f"/signaleren/meldingen/?toon={CANARY}%00", {}),
    ("GET", f"/signaleren/{CANARY}/", {}),
    ("POST", "/signaleren/zoek/", {"nummer": f"{CANARY}\0"}),
    ("POST", "/signaleren/invoeren/baliemedewerker/", {"verhaal": f"{CANARY}\0", "geboortejaar": "²"}),
    ("POST", "/signaleren/invoeren/baliemedewerker/", {"verhaal": CANARY, "inzending": CANARY}),
    ("POST", "/signaleren/invoeren/baliemedewerker/", {"verhaal": CANARY * 120_000}),
]
RAW = [
    f"{CANARY} {CANARY} {CANARY}\r\n\r\n",
    f"G\0T /{CANARY} HTTP/1.1\r\nHost: x\r\n\r\n",
    f"GET /m/ HTTP/1.1\r\nHost: 127.0.0.1\r\n{CANARY}\r\n\r\n",
    f"GET /m/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: {CANARY}\0\r\n\r\n",
    f"GET /m/{CANARY} HTTP/1.1\r\nHost: 127.0.0.1\r\nSCRIPT_NAME: /{CANARY}\r\n\r\n",
    f"GET /{CANARY * 2000} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    f"POST {MELDEN} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {CANARY}\r\n\r\n{CANARY}",
    f"POST {MELDEN} HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz{CANARY}\r\n",
    f"POST {MELDEN}?{CANARY} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9000\r\n\r\nverhaal={CANARY}",
]


@pytest.fixture(scope="module")
def tried(server: Server) -> Server:
    """The server after everything was tried, still answering."""
    for method, path, body, headers in PUBLIC:
        _send(server, method, path, body, headers)
    cookies, token = _logged_in(server)
    for method, path, fields in STAFF:
        body = urlencode(fields | {"csrfmiddlewaretoken": token}) if fields else ""
        status = _send(server, method, path, body, FORM | {"Cookie": cookies, "Referer": server.url})[0]
        assert status < 500, path
    for text in RAW:
        _send_raw(server, text)
    assert _send(server, "GET", "/m/", "", {})[0] == 200
    return server


def _send(server: Server, method: str, path: str, body: str, headers: dict[str, str]) -> tuple[int, str]:
    link = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=20)
    link.request(method, path, body.encode(), headers)
    answer = link.getresponse()
    page = answer.read().decode(errors="replace")
    assert CANARY not in page or answer.status < 400, f"{path} is quoted on a page that says {answer.status}"
    link.close()
    return answer.status, page


def _send_raw(server: Server, text: str) -> None:
    host = urlsplit(server.url)
    with socket.create_connection((host.hostname, host.port), timeout=20) as link:
        link.sendall(text.encode())
        link.shutdown(socket.SHUT_WR)
        while link.recv(65536):
            pass


def _logged_in(server: Server) -> tuple[str, str]:
    with server.inside():
        client = Client()
        noor = Medewerker.objects.get(gebruikersnaam="noor.voorbeeld")
        client.force_login(noor, "allauth.account.auth_backends.AuthenticationBackend")
        session = client.cookies["dz_sessie"].value
    token = "a" * 32  # a token and its cookie need only be equal
    page = _send(server, "GET", "/start/", "", {"Cookie": f"dz_sessie={session}; dz_csrf={token}"})[1]
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert found
    return f"dz_sessie={session}; dz_csrf={token}", found[1]


def test_no_file_of_the_application_holds_it(tried):
    files = [path for path in tried.var.rglob("*") if path.is_file()]

    assert {"doorzicht.log", "uitvoer.txt"} <= {path.name for path in files}
    assert [path.name for path in files if CANARY.encode() in path.read_bytes()] == []


def test_something_was_logged_so_that_this_file_tests_something(tried):
    assert "RequestDataTooBig" in (tried.var / "log" / "doorzicht.log").read_text()


def test_no_row_of_any_table_holds_it(tried):
    with tried.owner() as db:
        tables = [t for (t,) in db.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
        found = [
            t for t in tables
            if db.execute(f"SELECT 1 FROM {t} r WHERE r::text LIKE %s LIMIT 1", [f"%{CANARY}%"]).fetchone()
        ]  # fmt: skip

    assert found == []


@pytest.mark.skipif(bool(settings.DOORZICHT_DATABASE_URL), reason="another server's log is not ours to read")
def test_the_log_of_the_database_server_does_not_hold_it(tried):
    logs = list((Path(settings.DOORZICHT_POSTGRES).resolve() / "log").iterdir())

    assert [log.name for log in logs if CANARY in log.read_text(errors="replace")] == []
