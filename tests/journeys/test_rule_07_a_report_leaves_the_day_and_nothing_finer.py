"""Product rule 7: a report over HTTP leaves the day, not the minute; no address, no order, no receipt, no words.

Everything that the report changed is looked at as the owner of the database, who sees every row of every table.
"""

import base64
import http.cookiejar
import re
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from django.utils import timezone

from tests.support.server import Server

CANARY = "de kanarie zingt achter de loods"
ADRES, AGENT, VIA = "203.0.113.77", "KanarieBrowser/77.7", "https://voorbeeld.example/waar-ik-vandaan-kom"
ALLEEN_GETAL = {"volgnummer", "sleutelversie"}
"""Whole numbers that may stand in a new row: they count from 1 within one report, or name a key."""
KLOK = ("timestamp", "time ", "timetz", "interval")


@pytest.fixture(scope="module")
def verslag(server: Server) -> "Verslag":
    """One report, with everything as it was before and after it."""
    return Verslag(server)


class Verslag:
    """Makes a report as a browser without scripts does, and keeps what the database and the disk had before."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        self.page = self._open("/m/heerde/")
        self.tables, self.sequences, self.files = tables(server), sequences(server), files(server.var)
        self._report()
        self.code = " ".join(re.findall(r'dz-code__groep">([^<]+)<', self.page))
        self.digits = re.search(r"(?:\d{3} ){5}\d{3}", self.page)[0]
        self.new = added(self.tables, tables(server))

    def _open(self, path: str, data: list[tuple[str, str]] | None = None) -> str:
        body = urllib.parse.urlencode(data).encode() if data else None
        request = urllib.request.Request(
            self.server.url + path,
            body,
            {"User-Agent": AGENT, "X-Forwarded-For": ADRES, "Forwarded": f"for={ADRES}", "Referer": VIA},
        )
        with self.opener.open(request) as answer:
            self.headers = answer.headers
            return answer.read().decode()

    def _report(self) -> None:
        self.page = self._open("/m/heerde/melden/")
        for answers in (
            [("spoed", "nu"), ("naar", "verder")],
            [("gezien", "pub-03"), ("gezien", "pub-09"), ("vormen", "arbeid"), ("verhaal", CANARY),
             ("leeftijd", "minderjarig"), ("naar", "verder")],
            [("plaats", "Heerde"), ("dag", "gisteren"), ("kenteken", "12-ABC-3"), ("naar", "verder")],
            [("naam", "Verzonnen Kanarie"), ("mijn_naam", "Melder Kanarie"), ("mijn_telefoon", "06 87654321"),
             ("naar", "verstuur")],
        ):  # fmt: skip
            kept = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', self.page)
            self.page = self._open("/m/heerde/melden/", [(n, unescape(v)) for n, v in kept] + answers)


def tables(server: Server) -> dict[str, Counter[str]]:
    """Every row of every table of ours, as text."""
    with server.owner() as db:
        names = db.execute(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables "
            "WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
        ).fetchall()
        db.execute("SET bytea_output = 'hex'")
        return {
            n: Counter(r[0] for r in db.execute(f"SELECT t::text FROM {n} t").fetchall()) for (n,) in names
        }


def added(before: dict[str, Counter[str]], after: dict[str, Counter[str]]) -> dict[str, Counter[str]]:
    """The rows that are new or were changed, per table."""
    return {name: rows - before[name] for name, rows in after.items() if rows - before[name]}


def sequences(server: Server) -> dict[str, int | None]:
    """Where every counter of the database stands."""
    with server.owner() as db:
        return dict(
            db.execute("SELECT schemaname || '.' || sequencename, last_value FROM pg_sequences").fetchall()
        )


def files(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of every file."""
    found = [p for p in folder.rglob("*") if p.is_file()]
    return {str(p.relative_to(folder)): (p.stat().st_size, p.stat().st_mtime_ns) for p in found}


def columns(db: psycopg.Connection, table: str) -> list[tuple[str, str]]:
    schema, name = table.split(".")
    return db.execute(
        "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = %s AND table_name = %s",
        [schema, name.strip('"')],
    ).fetchall()


def new_values(verslag: Verslag) -> Iterator[tuple[str, str, str, object]]:
    """Table, column, type and value of everything in the new rows."""
    with verslag.server.owner() as db:
        for table, rows in verslag.new.items():
            for row in rows:
                for column, kind in columns(db, table):
                    value = db.execute(
                        f'SELECT t."{column}" FROM {table} t WHERE t::text = %s', [row]
                    ).fetchone()
                    yield table, column, kind, value[0]


def test_only_the_tables_of_a_melding_grew(verslag):
    assert {name.removeprefix("public.") for name in verslag.new} == {
        "vault_dossier", "signaleren_melding", "signaleren_melder", "signaleren_persoon",
        "signaleren_waarneming", "signaleren_gegeven", "logboek_anoniemeregel",
    }  # fmt: skip


def test_no_column_holds_a_moment_and_every_day_is_today_or_later(verslag):
    days = set()
    for table, column, kind, value in new_values(verslag):
        if kind.startswith(KLOK):
            assert value is None, f"{table}.{column} holds {value}"
        if isinstance(value, date):
            days.add((f"{table}.{column}", value))
    assert ("public.signaleren_melding.ontvangen_dag", timezone.localdate()) in days


def test_nothing_that_was_stored_has_an_order(verslag):
    for table, column, _kind, value in new_values(verslag):
        if isinstance(value, UUID):
            assert value.version == 4, f"{table}.{column} tells its order"
        if isinstance(value, int) and not isinstance(value, bool):
            assert column in ALLEEN_GETAL, f"{table}.{column} may count up over reports"
    assert sequences(verslag.server) == verslag.sequences


def test_neither_address_browser_nor_the_page_before_stands_anywhere(verslag):
    assert_nowhere(verslag, ADRES, AGENT, VIA, "127.0.0.1")


def test_neither_the_story_nor_a_name_or_number_stands_anywhere(verslag):
    assert_nowhere(verslag, CANARY, "Kanarie", "87654321", "12ABC3", "12-ABC-3")


def test_the_receipt_stands_nowhere(verslag):
    assert_nowhere(verslag, verslag.code, verslag.code.replace(" ", ""), verslag.digits.replace(" ", ""))


def test_no_cookie_was_set_and_nothing_may_be_kept_by_the_browser(verslag):
    assert list(verslag.jar) == []
    assert verslag.headers["Cache-Control"] == "no-store"


def test_only_the_key_store_changed_on_disk_and_its_time_is_made_to_say_nothing(verslag):
    after = files(verslag.server.var)
    changed = {name for name, state in after.items() if verslag.files.get(name) != state}
    assert all(name.startswith("sleutelkluis/") for name in changed), changed

    with verslag.server.inside():
        from doorzicht.ground.vault.api import kluis

        kluis().touch()  # what the sealer does every few seconds
    assert all(files(verslag.server.var)[name][1] > after[name][1] for name in changed)


def assert_nowhere(verslag: Verslag, *texts: str) -> None:
    """Not in any table, readable or as bytes, and not in any file of the application: log, output, mail."""
    with_bytes = "\n".join(row for rows in tables(verslag.server).values() for row in rows)
    raw = b"".join(bytes.fromhex(h) for h in re.findall(r"\\x((?:[0-9a-f]{2})+)", with_bytes))
    disk = b"".join(p.read_bytes() for p in verslag.server.var.rglob("*") if p.is_file())
    for text in texts:
        for form in (text.encode(), base64.b64encode(text.encode())):
            assert form not in with_bytes.encode(), f"{text!r} stands in a table"
            assert form not in raw, f"{text!r} stands in a table, as bytes"
            assert form not in disk, f"{text!r} stands in a file"


def test_no_mail_goes_out_and_no_job_is_made(verslag):
    assert not [name for name in verslag.new if "procrastinate" in name]
    assert not list(verslag.server.var.glob("mail/*"))
