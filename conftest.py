"""Test set-up for the whole house: the owner makes a database, the tests work in it as the application's role.

A template is migrated and filled with the invented cast once per state of the migrations; every worker gets a
clone. Tests that commit get a fresh clone afterwards, because the application may not empty tables.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection, connections
from tests.support.rollen import password_of

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.organisaties.models import Medewerker

ROOT = Path(__file__).parent
MAINTENANCE = str(settings.DATABASES["default"]["NAME"])
"""The database one stands in while making or dropping others."""


def _fingerprint() -> str:
    digest = hashlib.sha256()
    digest.update((ROOT / "tests" / "support" / "template.py").read_bytes())
    patterns = ("migrations/*.py", "sql/*.sql", "data/*.y*ml", "protect.py", "inrichten.py", "tabellen.py")
    for pattern in patterns:
        for path in sorted((ROOT / "src").rglob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def role_connection(database: str, role: str) -> psycopg.Connection:
    """A connection as one of the database roles (`eigenaar`, `app`, `zegel`), outside Django."""
    db = settings.DATABASES["default"]
    user = settings.DOORZICHT_DB_ROLLEN[role]
    return psycopg.connect(
        host=db["HOST"],
        port=db["PORT"],
        user=user,
        dbname=database,
        autocommit=True,
        password=password_of(role),
    )


def owner_connection(database: str) -> psycopg.Connection:
    """A connection as the owner of the schema, outside Django."""
    return role_connection(database, "eigenaar")


def _end_sessions(name: str) -> None:
    """End what threads of an earlier test left open. A role may end its own sessions, nobody else's."""
    for role in ("app", "zegel"):
        with role_connection(MAINTENANCE, role) as db:
            db.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = %s AND usename = current_user AND pid <> pg_backend_pid()",
                [name],
            )


def clone_database(template: str, name: str) -> None:
    """Make (again) a database `name` out of the template."""
    _end_sessions(name)
    with owner_connection(MAINTENANCE) as db:
        # Without FORCE: the owner may not end the application's sessions, and a closed one needs a moment to go.
        db.execute(f"DROP DATABASE IF EXISTS {name}")
        db.execute(f"CREATE DATABASE {name} TEMPLATE {template}")


def _ensure_template(lock_dir: Path) -> str:
    name = f"dz_sjabloon_{_fingerprint()}"
    with (lock_dir / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with owner_connection(MAINTENANCE) as db:
            if db.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                return name
            for (old,) in db.execute(
                "SELECT datname FROM pg_database WHERE datname LIKE 'dz\\_sjabloon%%' ORDER BY oid DESC OFFSET 3"
            ).fetchall():  # the newest few may be in use by runs that began before a migration was changed
                db.execute(f"DROP DATABASE IF EXISTS {old} WITH (FORCE)")
            db.execute(f"DROP DATABASE IF EXISTS {name}_half WITH (FORCE)")
            db.execute(f"CREATE DATABASE {name}_half TEMPLATE template0")
        # On PostgreSQL 15 a role that inherits nothing does not get this by owning the database.
        with owner_connection(f"{name}_half") as db:
            owner = settings.DOORZICHT_DB_ROLLEN["eigenaar"]
            db.execute("SET ROLE pg_database_owner")
            db.execute(f'GRANT ALL ON SCHEMA public TO "{owner}" WITH GRANT OPTION')
        environ = {**os.environ, "DOORZICHT_DB_NAAM": f"{name}_half", "DOORZICHT_DB_ROL": "eigenaar"}
        subprocess.run([sys.executable, "-m", "tests.support.template"], env=environ, cwd=ROOT, check=True)
        with owner_connection(MAINTENANCE) as db:
            db.execute(f"ALTER DATABASE {name}_half RENAME TO {name}")
    return name


@pytest.fixture(scope="session")
def template_database() -> str:
    """The name of the migrated template with the cast in it."""
    settings.VAR_DIR.mkdir(exist_ok=True)
    return _ensure_template(settings.VAR_DIR)


@pytest.fixture(scope="session")
def django_db_setup(template_database: str, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """Give this worker its own clone, and its own key store."""
    name = f"dz_test_{os.environ.get('PYTEST_XDIST_WORKER', 'enkel')}_{os.getpid()}"
    settings.DOORZICHT_SLEUTELKLUIS = tmp_path_factory.mktemp("kluis") / "kluis.sqlite3"
    settings.DOORZICHT_BESTANDEN = tmp_path_factory.mktemp("bestanden")
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    with django_db_blocker.unblock():
        connections.close_all()
        clone_database(template_database, name)
        connection.settings_dict["NAME"] = name
    yield
    with django_db_blocker.unblock():
        connections.close_all()
        _end_sessions(name)
        with owner_connection(MAINTENANCE) as db:
            db.execute(f"DROP DATABASE IF EXISTS {name}")


@pytest.fixture(autouse=True)
def _fresh_clone_after_commits(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Django would empty all tables after a committing test; the application may not, so clone again."""
    from django.test import TransactionTestCase

    def reclone(self: TransactionTestCase) -> None:
        connections.close_all()
        clone_database(request.getfixturevalue("template_database"), connection.settings_dict["NAME"])

    monkeypatch.setattr(TransactionTestCase, "_fixture_teardown", reclone)


@pytest.fixture
def actor(db: None) -> Callable[[str], Actor]:
    """`actor("noor.voorbeeld")`: the actor a member of the cast is today."""

    def find(gebruikersnaam: str) -> Actor:
        medewerker = Medewerker.objects.get(gebruikersnaam=gebruikersnaam)
        rollen = medewerker.aanstellingen.values_list("rol", flat=True)
        return Actor.of(medewerker, rollen, medewerker.organisatie_id)

    return find


@pytest.fixture
def acting_as(actor: Callable[[str], Actor]):
    """`with acting_as("noor.voorbeeld") as noor:` opens the database context of a member of the cast."""
    return lambda gebruikersnaam: context(actor(gebruikersnaam))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None, None, None]:
    """Mark what stands in a database, directly or by another fixture: `-m database` runs exactly that.

    The long walks come first, whatever the plugins make of the order: workers that are handed whole files end together.
    """
    needs = {"db", "transactional_db", "django_db_setup", "template_database"}
    for item in items:
        if item.get_closest_marker("django_db") or needs & set(getattr(item, "fixturenames", ())):
            item.add_marker("database")
    yield
    first = ("passes_axe", "/journeys/", "/cli/")
    items.sort(key=lambda item: [part not in item.nodeid for part in first])
