"""`doorzicht seal` and `doorzicht verify-logboek`, as an administrator runs them: each in a process of its own."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from uuid import uuid4

import pytest
from django.db import connection
from tests.support.zegel import role_connection

from doorzicht.ground.access.api import context
from doorzicht.ground.logboek import api
from doorzicht.ground.organisaties.actor import Actor

NOOR = Actor("0246", frozenset({"aandachtsfunctionaris"}), uuid4(), organisaties=frozenset({"0246"}))


@pytest.fixture
def environ(transactional_db, tmp_path):
    """The environment of a process on this test's database; three rows wait for their seal."""
    for _ in range(3):
        with context(NOOR):
            api.record(NOOR, "lees", "melding", [uuid4()], recht="melding.lezen")
    return {**os.environ, "DOORZICHT_DB_NAAM": connection.settings_dict["NAME"]}


def _command(environ: dict[str, str], *arguments: object) -> list[str]:
    return [sys.executable, "-m", "doorzicht.doors.cli", *map(str, arguments)]


def _run(environ: dict[str, str], *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(_command(environ, *arguments), env=environ, capture_output=True, text=True)


def _seal_everything(environ: dict[str, str], anker: object) -> str:
    """Seal, again while another database on this server has a transaction open."""
    until = time.monotonic() + 60
    while "chain at seal 3" not in (said := _run(environ, "seal", "--anker", anker).stdout):
        assert time.monotonic() < until, said
    return said


def test_sealing_once_seals_all_and_the_check_says_so_in_one_line(environ, tmp_path):
    anker = tmp_path / "anker" / "logboek.jsonl"
    _seal_everything(environ, anker)

    check = _run(environ, "verify-logboek", "--anker", anker)

    assert check.returncode == 0
    assert check.stdout.startswith("logboek whole: 3 rows")
    assert check.stdout.count("\n") == 1


def test_the_anchor_is_for_the_owner_only_and_holds_no_content(environ, tmp_path):
    anker = tmp_path / "anker" / "logboek.jsonl"
    _seal_everything(environ, anker)

    assert stat.S_IMODE(anker.stat().st_mode) == 0o600
    lines = [json.loads(line) for line in anker.read_text().splitlines()]
    assert {key for line in lines for key in line} <= {
        "soort", "incarnatie", "volgnummer", "kop", "op", "dag",
    }  # fmt: skip


def test_a_broken_chain_is_exit_code_1_with_the_row_named(environ, tmp_path):
    anker = tmp_path / "logboek.jsonl"
    _seal_everything(environ, anker)
    with role_connection("eigenaar") as owner:
        victim = owner.execute("UPDATE logboek_regel SET doel = 'x' RETURNING id").fetchone()[0]

    check = _run(environ, "verify-logboek", "--anker", anker)

    assert check.returncode == 1
    assert f"row {victim} " in check.stdout


def test_the_loop_goes_on_when_the_database_ends_its_session_and_stops_when_asked(environ, tmp_path):
    anker = tmp_path / "logboek.jsonl"
    log = tmp_path / "stderr"
    with log.open("w") as errors:
        loop = subprocess.Popen(
            _command(environ, "seal", "--loop", "--elke", "0.2", "--anker", anker), env=environ, stderr=errors
        )
    try:
        _wait_for(lambda: anker.exists() and '"volgnummer":3' in anker.read_text())
        _end_sessions_of_the_sealer()
        _wait_for(lambda: "the logboek was not sealed" in log.read_text())
        with context(NOOR):
            api.record(NOOR, "lees", "melding", [uuid4()], recht="melding.lezen")
        _wait_for(lambda: '"volgnummer":4' in anker.read_text())
    finally:
        loop.send_signal(signal.SIGTERM)
        assert loop.wait(20) == 0


def test_what_was_written_last_is_sealed_when_the_loop_is_asked_to_stop(environ, tmp_path):
    anker = tmp_path / "logboek.jsonl"
    _wait_for(_everything_can_be_sealed)
    loop = subprocess.Popen(
        _command(environ, "seal", "--loop", "--elke", "3600", "--anker", anker), env=environ
    )
    try:
        _wait_for(lambda: anker.exists() and '"volgnummer":3' in anker.read_text())
        with context(NOOR):
            api.record(NOOR, "lees", "melding", [uuid4()], recht="melding.lezen")
        _wait_for(_everything_can_be_sealed)
    finally:
        loop.send_signal(signal.SIGTERM)
        assert loop.wait(20) == 0

    assert '"volgnummer":4' in anker.read_text()


def _everything_can_be_sealed() -> bool:
    """Whether no older transaction is open, in any database of this server."""
    with role_connection("eigenaar") as owner:
        row = owner.execute(
            "SELECT bool_and(xid < pg_snapshot_xmin(pg_current_snapshot())) FROM logboek_regel"
        ).fetchone()
    return bool(row and row[0])


def _wait_for(what) -> None:
    until = time.monotonic() + 60
    while not what():
        assert time.monotonic() < until
        time.sleep(0.1)


def _end_sessions_of_the_sealer() -> None:
    with role_connection("zegel") as zegel:
        zegel.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = current_user "
            "AND datname = current_database() AND pid <> pg_backend_pid()"
        )


def test_a_new_incarnation_can_be_started_after_a_restore(environ, tmp_path):
    anker = tmp_path / "logboek.jsonl"
    _seal_everything(environ, anker)

    started = _run(environ, "seal", "--anker", anker, "--nieuwe-incarnatie", "back-up van gisteren")

    assert started.stdout == "incarnation 2 starts after seal 3\n"
    assert "2 incarnation(s)" in _run(environ, "verify-logboek", "--anker", anker).stdout
