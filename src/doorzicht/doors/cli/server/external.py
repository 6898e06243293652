"""An external PostgreSQL (15 or newer) by an administrator's URL: the same roles, with passwords."""

import json
import os
import secrets
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from doorzicht.doors.cli.server.account import current_account
from doorzicht.doors.cli.server.binaries import bundled
from doorzicht.doors.cli.server.errors import ServerFout
from doorzicht.doors.cli.server.roles import LOGIN_ROLES, role_variables, roles_sql

_ENVIRONMENT = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD",
                "sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT"}  # fmt: skip
_FILE = "database.json"
_OLDEST = 15
_EXAMPLE = "write postgres://user:password@host:port/name"


def parse_url(url: str) -> dict[str, str]:
    """The parts of a DATABASE_URL in libpq's words; refuses one without a database name."""
    try:
        parts = {key: str(value) for key, value in conninfo_to_dict(url).items() if value}
    except psycopg.Error:
        raise ServerFout(f"DATABASE_URL cannot be read; {_EXAMPLE}") from None
    if "dbname" not in parts:
        raise ServerFout(f"DATABASE_URL names no database; {_EXAMPLE}")
    return parts


def without_administrator(url: str) -> str:
    """The same database without the administrator's name and password: all that the programs need."""
    return make_conninfo(
        **{key: value for key, value in parse_url(url).items() if key not in ("user", "password")}
    )


def prepare_external(url: str, *, secrets_dir: Path) -> None:
    """Make the database and the roles on the administrator's server. May run again: passwords are kept."""
    parts = parse_url(url)
    stored = read_passwords(url, secrets_dir=secrets_dir) or {
        role: secrets.token_urlsafe(32) for role in LOGIN_ROLES
    }
    _write(secrets_dir / _FILE, {**_read(secrets_dir), _label(parts): stored})
    environment = {_ENVIRONMENT[key]: value for key, value in parts.items() if key in _ENVIRONMENT}
    environment |= _hashed(parts, passwords=stored)
    flags = role_variables(database=parts["dbname"], prefix=parts["dbname"], with_passwords=True)
    psql: list[str | Path] = [bundled()["psql"], "-X", "-q", "-w", "-d", "postgres", *flags]
    done = current_account().run(psql, env=environment, stdin=roles_sql())
    if done.returncode != 0:
        raise ServerFout(f"The database roles could not be made: {done.stderr.strip()[-1000:]}")


def _hashed(parts: dict[str, str], *, passwords: dict[str, str]) -> dict[str, str]:
    """The passwords as SCRAM hashes, for the script's environment: the words never reach the server's log."""
    url = make_conninfo(**{**parts, "dbname": "postgres", "connect_timeout": "20"})
    try:
        connection = psycopg.connect(url)
    except psycopg.OperationalError as error:
        raise ServerFout(f"The external database server does not answer: {error}") from None
    with connection:
        if connection.info.server_version < _OLDEST * 10000:
            raise ServerFout(f"The external PostgreSQL is older than {_OLDEST}: upgrade it first.")
        hashed = {}
        for role, word in passwords.items():
            name = f"{parts['dbname']}_{role}"
            verifier = connection.pgconn.encrypt_password(word.encode(), name.encode(), b"scram-sha-256")
            hashed[f"DOORZICHT_WACHTWOORD_{role.upper()}"] = verifier.decode()
    return hashed


def read_passwords(url: str, *, secrets_dir: Path) -> dict[str, str] | None:
    """The roles' passwords for this database, or None when it was not prepared from here."""
    return _read(secrets_dir).get(_label(parse_url(url)))


def _read(secrets_dir: Path) -> dict[str, dict[str, str]]:
    """What the file holds: per database the password of each role."""
    try:
        stored: dict[str, dict[str, str]] = json.loads((secrets_dir / _FILE).read_text())
    except FileNotFoundError:
        return {}
    return stored


def _label(parts: dict[str, str]) -> str:
    return f"{parts.get('host', '')}:{parts.get('port', '5432')}/{parts['dbname']}"


def _write(path: Path, stored: dict[str, dict[str, str]]) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as handle:
        json.dump(stored, handle, indent=1)
    scratch.replace(path)
