"""The database's side: dump it, put a dump in a database of its own, let that take the place of the old one.

All as the owner, who needs no superuser for it. The one thing an owner cannot restore is what it gave away: the
functions of the role `herken`. They are restored as the owner's own and handed over again, as the migrations did.
"""

import contextlib
import subprocess
from collections.abc import Iterator
from typing import IO, Any

import psycopg
from django.conf import settings
from psycopg import sql

from doorzicht.doors.cli.kopie.fouten import KopieAfgekeurd, KopieFout
from doorzicht.doors.cli.kopie.programmas import Programmas, connection_string, environment
from doorzicht.ground.lib.queries import read_queries

QUERIES = read_queries("doorzicht.doors.cli", "kopie.sql")
_OUD = "_plaatsgemaakt"
"""Behind the name of the database that makes room, for the moment that takes."""
PROEF = "_proef_"
"""Behind the name, before the number of a process: a database in which a backup is tried."""
_ELDERS = "postgres"
"""The database one stands in while making, renaming or dropping others."""


def connect(database: str) -> psycopg.Connection[Any]:
    """A connection as the owner. Raises `KopieFout` when there is no such database or no server."""
    password = settings.DATABASES["default"]["PASSWORD"]
    try:
        return psycopg.connect(connection_string(database), password=password or None, autocommit=True)
    except psycopg.OperationalError as error:
        raise KopieFout(f"the database does not answer: {str(error).splitlines()[0]}") from None


def value(db: psycopg.Connection[Any], query: str, **parameters: object) -> Any:
    """The one value a query gives."""
    row = db.execute(QUERIES[query], parameters or None).fetchone()
    return row[0] if row else None


def column(db: psycopg.Connection[Any], query: str, **parameters: object) -> list[Any]:
    """The first column of what a query gives."""
    return [row[0] for row in db.execute(QUERIES[query], parameters or None).fetchall()]


def functions(db: psycopg.Connection[Any]) -> list[list[str]]:
    """Functions that do not belong to the owner: their signature and the end of their owner's name.

    Raises `KopieFout` for other things that are somebody else's: a copy would not know whose they were.
    """
    if strange := value(db, "vreemd"):
        raise KopieFout(
            f"{strange} in this database does not belong to Doorzicht: give it a place elsewhere first."
        )
    return [list(row) for row in db.execute(QUERIES["functies"], {"rollen": prefix()}).fetchall()]


def prefix() -> str:
    """What the names of the roles begin with."""
    return str(settings.DOORZICHT_DB_ROLLEN["app"]).removesuffix("_app")


@contextlib.contextmanager
def dumping(programmas: Programmas, database: str) -> Iterator[IO[bytes]]:
    """The dump as a stream. Raises `KopieFout` when pg_dump fails, at the latest when the block ends."""
    command = [
        programmas.path("pg_dump"), "-Fc", "-Z1", "--no-password", "--lock-wait-timeout=60000",
        "-d", connection_string(database),
    ]  # fmt: skip
    with _running(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        yield process.stdout


@contextlib.contextmanager
def loading(programmas: Programmas, database: str) -> Iterator[IO[bytes]]:
    """A stream to write a dump to; it becomes the contents of an empty database, or nothing does."""
    command = [
        programmas.path("pg_restore"), "--no-owner", "--no-password", "--exit-on-error", "--single-transaction",
        "-d", connection_string(database),
    ]  # fmt: skip
    with _running(command, stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # its own words follow
            yield process.stdin
        with contextlib.suppress(BrokenPipeError):
            process.stdin.close()


@contextlib.contextmanager
def _running(command: list[str], **pipes: int) -> Iterator[subprocess.Popen[bytes]]:
    """A program whose failure is an error here, and that never outlives the block."""
    process = subprocess.Popen(command, env=environment(), stderr=subprocess.PIPE, **pipes)  # type: ignore[call-overload]  # noqa: S603
    try:
        yield process
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
        said = process.stderr.read().decode(errors="replace")
        if process.wait() != 0:
            raise KopieFout(f"{command[0].rpartition('/')[2]} failed: {_first_line(said)}")
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        process.stderr.close()


def _first_line(said: str) -> str:
    """What went wrong and where, and never a value: the detail and context of an error quote rows."""
    lines = [line for line in said.splitlines() if "error" in line.lower()]
    return lines[0][:300] if lines else "it gave no reason"


@contextlib.contextmanager
def scratch(naam: str) -> Iterator[str]:
    """An empty database for the time of the block; what a killed run left behind goes first."""
    create(naam)
    try:
        yield naam
    finally:
        drop(naam)


def create(naam: str) -> None:
    """Make an empty database like the application's own: roles may connect, nobody else may."""
    drop(naam)
    with connect(_ELDERS) as db:
        db.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(sql.Identifier(naam))
        )
        db.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(naam)))
        for role in ("app", "zegel"):
            who = sql.Identifier(settings.DOORZICHT_DB_ROLLEN[role])
            db.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(sql.Identifier(naam), who))
    with connect(naam) as db:
        # A new schema instead of the one of template0, which belongs to a role that the owner is a member of by owning
        # the database: on PostgreSQL 15 it does not inherit that, and cannot give away what is not its own.
        db.execute("SET ROLE pg_database_owner")
        db.execute("DROP SCHEMA public")
        db.execute("RESET ROLE")
        db.execute("CREATE SCHEMA public")
        db.execute("COMMENT ON SCHEMA public IS 'standard public schema'")
        db.execute("GRANT USAGE ON SCHEMA public TO PUBLIC")


def drop(naam: str) -> None:
    """Remove a database of ours; nothing happens when it is not there."""
    with connect(_ELDERS) as db:
        db.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(naam)))


def drop_trials(naam: str) -> list[str]:
    """Remove the trial databases that killed runs left behind; answers their names."""
    with connect(_ELDERS) as db:
        found = column(db, "proeven", patroon=f"{naam}{PROEF}%".replace("_", "\\_"))
    for trial in found:
        drop(trial)
    return found


def own_name() -> str:
    """The name of this installation's database."""
    return str(settings.DATABASES["default"]["NAME"])


def hand_over(database: str, functies: list[list[str]]) -> None:
    """Give functions back to the role they belonged to. That role may make things in a schema for the moment."""
    with connect(database) as db, db.transaction():
        for signature, role in functies:
            if role not in settings.DOORZICHT_DB_ROLLEN:
                raise KopieAfgekeurd(f"function {signature} belongs to a role that is not here: {role}.")
            schema = sql.Identifier(value(db, "schemas", functie=signature))
            who = sql.Identifier(settings.DOORZICHT_DB_ROLLEN[role])
            db.execute(sql.SQL("GRANT CREATE ON SCHEMA {} TO {}").format(schema, who))
            # The signature is PostgreSQL's own text of a regprocedure; it is looked up above.
            db.execute(sql.SQL("ALTER FUNCTION {} OWNER TO {}").format(sql.SQL(signature), who))
            db.execute(sql.SQL("REVOKE CREATE ON SCHEMA {} FROM {}").format(schema, who))


def exists(naam: str) -> bool:
    """Whether there is a database of this name."""
    with connect(_ELDERS) as db:
        return bool(value(db, "bestaat", naam=naam))


def guests(naam: str) -> int:
    """How many others are connected to a database."""
    with connect(_ELDERS) as db:
        return int(value(db, "gasten", naam=naam))


def take_place(nieuw: str, naam: str) -> None:
    """Let the new database bear the name, and remove the old one. After a kill in between, `finish_swap` mends it."""
    oud = f"{naam}{_OUD}"
    with connect(_ELDERS) as db:
        if value(db, "bestaat", naam=naam):
            _rename(db, naam, oud)
        _rename(db, nieuw, naam)
    drop(oud)


def finish_swap(naam: str) -> None:
    """After a kill: the old database gets its name back when the new one had not taken it yet."""
    oud = f"{naam}{_OUD}"
    with connect(_ELDERS) as db:
        if value(db, "bestaat", naam=oud) and not value(db, "bestaat", naam=naam):
            _rename(db, oud, naam)
    drop(oud)


def _rename(db: psycopg.Connection[Any], one: str, other: str) -> None:
    try:
        db.execute(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(one), sql.Identifier(other))
        )
    except psycopg.errors.ObjectInUse:
        raise KopieFout(f"somebody is connected to database {one}: stop Doorzicht first.") from None
