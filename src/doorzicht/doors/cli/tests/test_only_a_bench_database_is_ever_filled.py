"""`doorzicht bench seed`: into a database that was marked while empty, once, whole, and readable with its own keys."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator

import psycopg
import pytest
from conftest import MAINTENANCE, owner_connection
from tests.support.server import Server

from doorzicht.doors.cli.meten.zaaien import MERK
from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.wings.signaleren import api as signaleren

SCHEMA = (
    "SELECT conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE connamespace = 'public'::regnamespace UNION ALL"
    " SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"
)


@pytest.fixture(scope="module")
def empty(template_database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A migrated database that nobody marked."""
    name = f"dz_bench_{tmp_path_factory.getbasetemp().name.replace('-', '_')}"
    with owner_connection(MAINTENANCE) as db:
        db.execute(f"DROP DATABASE IF EXISTS {name}")
        db.execute(f"CREATE DATABASE {name} TEMPLATE {template_database}")
    yield Server("", name, tmp_path_factory.mktemp("var"))
    with owner_connection(MAINTENANCE) as db:
        db.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _schema(db: psycopg.Connection) -> set[str]:
    """Keys, indexes and constraints; PostgreSQL writes the casts of a condition in one of two ways."""
    return {re.sub(r"::[a-z ]+(\[\])?|[()]", "", text) for (text,) in db.execute(SCHEMA).fetchall()}


def _run(where: Server, *arguments: str) -> subprocess.CompletedProcess[str]:
    environ = where.environ() | {"DOORZICHT_DB_ROL": "eigenaar"}
    command = [sys.executable, "-m", "doorzicht.doors.cli.meten.zaaien", *arguments]
    return subprocess.run(command, env=environ, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize("arguments", [("merk",), ("vul", "100", "1")])
def test_a_database_that_holds_something_is_refused(empty, arguments):
    done = _run(empty, *arguments)

    assert done.returncode != 0
    assert "not marked as a bench database" in done.stderr
    with empty.owner() as db:
        assert db.execute("SELECT count(*) FROM signaleren_melding").fetchone() == (0,)


@pytest.fixture(scope="module")
def filled(empty: Server) -> Server:
    """The same database, marked and filled, the second part in a second run."""
    with empty.owner() as db:
        before = _schema(db)
        db.execute(f"COMMENT ON DATABASE {empty.database} IS '{MERK}'")
    for number, new in ((1000, 1000), (1200, 200), (1200, 0)):
        done = _run(empty, "vul", str(number), "2")
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["toegevoegd"] == new
    with empty.owner() as db:
        assert _schema(db) == before, "keys, indexes and foreign keys are back as they were"
    return empty


def test_it_holds_what_was_asked_in_every_municipality_and_state(filled):
    with filled.owner() as db:
        counted = db.execute(
            "SELECT count(*), count(DISTINCT organisatie_id), count(DISTINCT status), count(DISTINCT nummer)"
            " FROM signaleren_melding"
        ).fetchone()
        closed = db.execute(
            "SELECT count(*) FROM signaleren_melding"
            " WHERE status IN ('niets', 'overgedragen', 'afgerond', 'samengevoegd')"
        ).fetchone()
    assert counted == (1200, 6, 13, 1200)
    assert closed[0] > 1000


def test_what_was_filled_is_read_as_any_melding(filled, django_db_blocker):
    with django_db_blocker.unblock(), filled.inside():
        noor = Medewerker.objects.get(gebruikersnaam="noor.voorbeeld")
        roles = noor.aanstellingen.values_list("rol", flat=True)
        with context(Actor.of(noor, roles, "0246")) as by:
            summary = signaleren.worklist_summary(by=by, today=noor.aanstellingen.get().vanaf)
    assert len(summary.rijen) == 8
    assert all(row["titel"].startswith("Slapen achter een loods in ") for row in summary.rijen)


def test_a_name_is_nowhere_in_the_clear(filled):
    with filled.owner() as db:
        row = db.execute("SELECT label, verhaal FROM signaleren_melding LIMIT 1").fetchone()
        people = db.execute("SELECT naam FROM signaleren_persoon WHERE naam IS NOT NULL LIMIT 1").fetchone()
    assert all(b"loods" not in bytes(cipher) for cipher in row)
    assert len(people[0]) == 93  # padded to 64, with format byte, nonce and tag
