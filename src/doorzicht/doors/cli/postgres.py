"""`doorzicht postgres`: the database server by hand, for developers and administrators.

The settings and the other commands find the server through this module too.
"""

import sys
from pathlib import Path

import click
from django.conf import settings

from doorzicht.doors.cli.server.connections import connection_settings
from doorzicht.doors.cli.server.errors import ServerFout
from doorzicht.doors.cli.server.external import prepare_external
from doorzicht.doors.cli.server.places import ServerAddress
from doorzicht.doors.cli.server.supervisor import (
    address_of,
    ensure_running,
    remove,
    run_as_role,
    run_as_superuser,
    running_pid,
    stop,
)

__all__ = [
    "ServerAddress", "ServerFout", "address_of", "connection_settings", "ensure_running", "prepare_database",
    "remove", "running_pid", "stop",
]  # fmt: skip


def data_dir() -> Path:
    """Where the settings put the embedded server's data."""
    return Path(settings.DOORZICHT_POSTGRES)


def prepare_database() -> str:
    """Start the embedded server, or prepare the external one; says in a line where the database is."""
    if settings.DOORZICHT_DATABASE_URL:
        prepare_external(settings.DOORZICHT_DATABASE_URL, secrets_dir=Path(settings.GEHEIMEN_DIR))
        base = settings.DATABASES["default"]
        return f"external PostgreSQL at {base['HOST']}, database {base['NAME']}"
    address = ensure_running(data_dir(), durable=settings.DOORZICHT_DUURZAAM)
    return f"PostgreSQL runs: socket {address.socket_dir}, port {address.port}, database {address.database}"


@click.group()
def command() -> None:
    """The embedded database server: start, stop, status, psql, dump."""


@command.command("start")
def start_command() -> None:
    """Make cluster, database and roles when needed, and start the server (or prepare DATABASE_URL's)."""
    click.echo(prepare_database())


@command.command("stop")
def stop_command() -> None:
    """Stop the server; open transactions are rolled back."""
    click.echo("PostgreSQL stopped." if stop(data_dir()) else "PostgreSQL did not run.")


@command.command("status")
def status_command() -> None:
    """Say whether the server runs; exit code 3 when it does not."""
    pid = running_pid(data_dir())
    click.echo(f"PostgreSQL runs as process {pid}." if pid else "PostgreSQL does not run.")
    sys.exit(0 if pid else 3)


@command.command("psql", context_settings={"ignore_unknown_options": True})
@click.option("--superuser", is_flag=True, help="as the server's superuser: for maintenance, sees everything")
@click.option("--rol", type=click.Choice(["app", "eigenaar", "zegel"]), default="app", help="as which role")
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def psql_command(superuser: bool, rol: str, arguments: tuple[str, ...]) -> None:
    """Open psql on the embedded database as one of the application's roles."""
    database = settings.DATABASES["default"]["NAME"]
    if superuser:
        sys.exit(run_as_superuser(data_dir(), "psql", "-d", database, *arguments))
    sys.exit(run_as_role(data_dir(), "psql", "-d", database, *arguments, role=rol))


@command.command("dump")
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
def dump_command(target: Path) -> None:
    """Write a dump of the whole database (pg_dump, custom format). It holds no readable personal data."""
    database = settings.DATABASES["default"]["NAME"]
    sys.exit(run_as_superuser(data_dir(), "pg_dump", "-d", database, "-Fc", output=target))


@command.command("remove")
@click.confirmation_option(prompt="Destroy the embedded database and everything in it?")
def remove_command() -> None:
    """Stop the server and destroy the cluster and its system account."""
    remove(data_dir())
    click.echo("The embedded database is gone.")
