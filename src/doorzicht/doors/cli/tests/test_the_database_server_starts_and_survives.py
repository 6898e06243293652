"""The embedded server starts, stops, keeps what it holds, and survives being killed."""

import os
import signal
import stat
import time
from pathlib import Path

import pytest

from doorzicht.doors.cli.server.errors import ServerFout
from doorzicht.doors.cli.server.supervisor import ensure_running, running_pid, stop


def test_it_keeps_its_data_over_a_stop_and_over_a_kill(cluster_dir, server, connect):
    with connect(server, "doorzicht_eigenaar") as db:
        db.execute("CREATE TABLE bewaard (wat text)")
        db.execute("INSERT INTO bewaard VALUES ('dit')")

    assert stop(cluster_dir) is True
    assert running_pid(cluster_dir) is None
    assert stop(cluster_dir) is False
    ensure_running(cluster_dir, durable=False)

    os.kill(running_pid(cluster_dir), signal.SIGKILL)
    time.sleep(0.1)
    assert ensure_running(cluster_dir) == server
    with connect(server, "doorzicht_eigenaar") as db:
        assert db.execute("SELECT wat FROM bewaard").fetchone() == ("dit",)


def test_a_second_start_finds_the_running_server(cluster_dir, server):
    before = running_pid(cluster_dir)
    assert ensure_running(cluster_dir) == server
    assert running_pid(cluster_dir) == before


def test_a_pid_file_with_somebody_elses_number_does_not_stop_it(cluster_dir, server):
    stop(cluster_dir)
    (cluster_dir.resolve() / "postmaster.pid").write_text(f"{os.getpid()}\n{cluster_dir}\n")
    assert running_pid(cluster_dir) is None
    ensure_running(cluster_dir, durable=False)
    assert running_pid(cluster_dir) is not None


def test_it_speaks_utf8_checks_its_pages_and_listens_on_no_network(server, connect):
    with connect(server, "doorzicht_app") as db:

        def setting(name: str) -> str:
            return db.execute("SELECT current_setting(%s)", [name]).fetchone()[0]

        assert setting("listen_addresses") == ""
        assert setting("data_checksums") == "on"
        assert setting("server_encoding") == "UTF8"
        assert setting("server_version").startswith("18.")
        locale = "SELECT datlocprovider, datlocale FROM pg_database WHERE datname = current_database()"
        assert db.execute(locale).fetchone() == ("b", "C.UTF-8")


def test_only_its_own_account_may_enter_the_socket_directory(server):
    mode = stat.S_IMODE(server.socket_dir.stat().st_mode)
    assert mode == 0o700
    assert len(str(server.socket_dir / ".s.PGSQL.5432")) < 107


def test_a_socket_directory_that_others_may_enter_is_refused(cluster_dir, server):
    stop(cluster_dir)
    server.socket_dir.chmod(0o755)
    with pytest.raises(ServerFout, match="is not a private folder"):
        ensure_running(cluster_dir)
    server.socket_dir.chmod(0o700)


def test_statements_and_values_never_reach_the_servers_log(cluster_dir: Path, server, connect):
    with connect(server, "doorzicht_app") as db:
        for wrong in ("SELECT 'canary'::int", "SELECT 'canary'::date", "SELECT * FROM canary", "canary"):
            with pytest.raises(Exception, match="canary"):
                db.execute(wrong)
    logs = list((cluster_dir.resolve() / "log").iterdir())

    assert logs
    assert "canary" not in "".join(log.read_text() for log in logs)
    assert any("ready to accept connections" in log.read_text() for log in logs)
