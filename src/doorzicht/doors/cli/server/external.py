"""An external PostgreSQL (15 or newer) by an administrator's URL: the same roles, with passwords."""

import json
import os
import secrets
from pathlib import Path
from typing import TypedDict

from psycopg.conninfo import conninfo_to_dict
from psycopg.errors import Error

from doorzicht.doors.cli.server.account import current_account
from doorzicht.doors.cli.server.binaries import bundled
from doorzicht.doors.cli.server.errors import ServerFout
from doorzicht.doors.cli.server.roles import LOGIN_ROLES, role_variables, roles_sql

_ENVIRONMENT = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD",
                "sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT"}  # fmt: skip
_FILE = "database.json"
_OLDEST = 15
_EXAMPLE = "write postgres://user:password@host:port/name"


class Stored(TypedDict):
    """What `database.json` holds: for which database the passwords are, and the passwords per role."""

    database: str
    wachtwoorden: dict[str, str]


def parse_url(url: str) -> dict[str, str]:
    """The parts of a DATABASE_URL in libpq's words; refuses one without a database name."""
    try:
        parts = {key: str(value) for key, value in conninfo_to_dict(url).items() if value}
    except Error:
        raise ServerFout(f"DATABASE_URL cannot be read; {_EXAMPLE}") from None
    if "dbname" not in parts:
        raise ServerFout(f"DATABASE_URL names no database; {_EXAMPLE}")
    return parts


def prepare_external(url: str, *, secrets_dir: Path) -> None:
    """Make the database and the roles on the administrator's server. May run again: passwords are kept."""
    parts = parse_url(url)
    stored = read_passwords(url, secrets_dir=secrets_dir) or {
        role: secrets.token_urlsafe(32) for role in LOGIN_ROLES
    }
    environment = {_ENVIRONMENT[key]: value for key, value in parts.items() if key in _ENVIRONMENT}
    environment |= {f"DOORZICHT_WACHTWOORD_{role.upper()}": word for role, word in stored.items()}
    _write(secrets_dir / _FILE, Stored(database=_label(parts), wachtwoorden=stored))
    psql = [bundled()["psql"], "-X", "-q", "-w", "-d", "postgres"]
    me = current_account()
    version = me.run([*psql, "-A", "-t", "-c", "SHOW server_version_num"], env=environment)
    if version.returncode != 0:
        raise ServerFout(f"The external database server does not answer: {version.stderr.strip()[-500:]}")
    if int(version.stdout) < _OLDEST * 10000:
        raise ServerFout(f"The external PostgreSQL is older than {_OLDEST}: upgrade it first.")
    flags = role_variables(database=parts["dbname"], prefix=parts["dbname"], with_passwords=True)
    done = me.run([*psql, *flags], env=environment, stdin=roles_sql())
    if done.returncode != 0:
        raise ServerFout(f"The database roles could not be made: {done.stderr.strip()[-1000:]}")


def read_passwords(url: str, *, secrets_dir: Path) -> dict[str, str] | None:
    """The roles' passwords for this database, or None when it was not prepared from here."""
    try:
        stored: Stored = json.loads((secrets_dir / _FILE).read_text())
    except FileNotFoundError:
        return None
    return stored["wachtwoorden"] if stored["database"] == _label(parse_url(url)) else None


def _label(parts: dict[str, str]) -> str:
    return f"{parts.get('host', '')}:{parts.get('port', '5432')}/{parts['dbname']}"


def _write(path: Path, stored: Stored) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as handle:
        json.dump(stored, handle, indent=1)
    scratch.replace(path)
