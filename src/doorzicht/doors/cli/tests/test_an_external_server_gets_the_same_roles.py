"""DATABASE_URL: an administrator who is no superuser prepares database and roles; passwords stay with us."""

import json
import stat
from pathlib import Path

import pytest
from django.db import connection

from doorzicht.doors.cli.migrate import _take_password_made_just_now
from doorzicht.doors.cli.server.account import current_account
from doorzicht.doors.cli.server.cluster import Cluster
from doorzicht.doors.cli.server.connections import connection_options, connection_settings
from doorzicht.doors.cli.server.errors import ServerFout
from doorzicht.doors.cli.server.external import prepare_external, read_passwords, without_administrator
from doorzicht.doors.cli.server.places import place_of
from doorzicht.doors.cli.server.supervisor import ensure_running, remove


@pytest.fixture
def url(cluster_dir: Path) -> str:
    """A server on which `beheerder` may make roles and databases, and nothing more."""
    server = ensure_running(cluster_dir, durable=False)
    cluster = Cluster.at(place_of(cluster_dir))
    with cluster.superuser() as options:
        make = "CREATE ROLE beheerder LOGIN CREATEROLE CREATEDB"
        psql = [cluster.binaries["psql"], *options, "-d", "postgres", "-c", make]
        assert cluster.account.run(psql).returncode == 0
    ident = cluster.place.data / "pg_ident.conf"
    with ident.open("a") as lines:
        lines.writelines(
            f"doorzicht {current_account().name} {role}\n"
            for role in ("beheerder", "zuid_app", "zuid_eigenaar")
        )
    cluster.account.run([cluster.binaries["pg_ctl"], "reload", "-D", cluster.place.data])
    return f"postgres://beheerder@/zuid?host={server.socket_dir}&port={server.port}"


def test_roles_are_named_after_the_database_and_passwords_are_kept(url, tmp_path, cluster_dir, connect):
    secrets = tmp_path / "geheimen"
    prepare_external(url, secrets_dir=secrets)
    first = read_passwords(url, secrets_dir=secrets)
    prepare_external(url, secrets_dir=secrets)

    assert read_passwords(url, secrets_dir=secrets) == first
    assert sorted(first) == ["app", "eigenaar", "zegel"]
    assert stat.S_IMODE((secrets / "database.json").stat().st_mode) == 0o600
    server = ensure_running(cluster_dir)
    with connect(server, "zuid_app", "zuid") as db:
        assert db.execute("SELECT has_schema_privilege('public', 'CREATE')").fetchone() == (False,)
    with connect(server, "zuid_eigenaar", "zuid") as db:
        db.execute("CREATE TABLE van_de_eigenaar (x int)")


def test_django_gets_the_role_and_its_password_and_never_the_administrators(tmp_path):
    url = "postgres://beheer:geheim@db.voorbeeld:5433/noord?sslmode=verify-full"
    found = connection_settings(
        postgres_dir=tmp_path, secrets_dir=tmp_path, database="noord", url=url, role="app"
    )
    assert found == {
        "NAME": "noord", "USER": "noord_app", "PASSWORD": "", "HOST": "db.voorbeeld", "PORT": "5433",
    }  # fmt: skip
    assert connection_options(url=url) == {"sslmode": "verify-full"}


def test_the_programs_are_not_told_the_administrators_password():
    url = "postgres://beheer:geheim@db.voorbeeld:5433/noord?sslmode=verify-full"
    assert without_administrator(url) == "dbname=noord host=db.voorbeeld port=5433 sslmode=verify-full"


@pytest.mark.parametrize("url", ["postgres://x@host", "geen url"])
def test_a_url_without_a_database_is_refused_in_a_sentence(url, tmp_path):
    with pytest.raises(ServerFout, match="write postgres://"):
        prepare_external(url, secrets_dir=tmp_path)


def test_a_server_that_does_not_answer_is_said_so(tmp_path):
    with pytest.raises(ServerFout, match="does not answer"):
        prepare_external("postgres://x@127.0.0.1:1/noord", secrets_dir=tmp_path)


def test_removing_what_was_never_there_is_no_error(tmp_path):
    remove(tmp_path / "nooit" / "postgres")


def test_the_first_migrate_uses_the_password_that_it_had_made_just_now(monkeypatch, tmp_path, settings):
    """The settings are read before there is one: a first `doorzicht migrate` connected without."""
    settings.DOORZICHT_DATABASE_URL, settings.GEHEIMEN_DIR = "postgres://db.voorbeeld/noord", tmp_path
    made = {"db.voorbeeld:5432/noord": {"eigenaar": "net-gemaakt"}}
    (tmp_path / "database.json").write_text(json.dumps(made))
    monkeypatch.setitem(connection.settings_dict, "PASSWORD", "")

    _take_password_made_just_now()

    assert connection.settings_dict["PASSWORD"] == "net-gemaakt"
