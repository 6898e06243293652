"""The `doorzicht` command: one small file per subcommand, each loaded only when it is used.

A new command is a file beside this one with a click command named `command`, and a line in COMMANDS.
A command whose file is not installed is simply absent.
"""

import importlib
import importlib.util
import os
import sys

import click

from doorzicht.doors.cli.errors import BeheerFout

_HERE = __package__ or "doorzicht.doors.cli"

# name -> help. The file is the name with underscores. WITHOUT_DJANGO: starts at once, needs no settings.
COMMANDS = {
    "start": "start everything: database, web server, jobs, sealing of the logboek",
    "serve": "the web server alone",
    "migrate": "bring the database to the newest schema, as its owner",
    "demo": "load the demo data (may run again)",
    "code": "the one-time code of a demo account",
    "manage": "any Django management command",
    "postgres": "the embedded database server: start, stop, status, psql, dump",
    "seal": "seal the rows of the logboek",
    "verify-logboek": "check the seals of the logboek",
    "verify-bestanden": "check that every file is on the disk and still what it was",
    "vernietig-opnieuw": "destroy again what came back from an older backup",
    "rotate-sleutels": "a new master key, while people work",
    "backup": "one encrypted file of database and files, tried before it is called good",
    "restore": "put a backup back, or the copy of the key store",
    "herstelsleutel": "the recovery key in two halves: make it, use it, try it",
    "weigh": "weigh the observations of one person from a file",
    "import-plan": "load the plan of the region",
    "import-uitspraken": "load published rulings as meldingen",
    "bench": "measure against the calibrator",
    "docs": "write the documents that are made from the code",
}
WITHOUT_DJANGO = {"weigh"}
# Start Django themselves, or not at all: they choose a database role, or only read the settings.
OWN_SETUP = {
    "start",
    "postgres",
    "migrate",
    "manage",
    "serve",
    "code",
    "seal",
    "verify-logboek",
    "verify-bestanden",
    "rotate-sleutels",
    "herstelsleutel",
    "backup",
    "restore",
    "vernietig-opnieuw",
}


class LazyGroup(click.Group):
    """A group that imports a command when it is asked for, so that `weigh` does not start Django."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command whose file is there, in the order of the table."""
        return [name for name in COMMANDS if is_present(name)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command, with Django when it needs it."""
        if not is_present(cmd_name):
            return None
        if cmd_name not in WITHOUT_DJANGO | OWN_SETUP:
            _start_django()
        found: click.Command = importlib.import_module(_module(cmd_name)).command
        found.name = cmd_name
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands from the table, without loading any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name]) for name in self.list_commands(ctx)])


@click.command(cls=LazyGroup)
@click.version_option(package_name="doorzicht")
def cli() -> None:
    """Doorzicht: van een signaal van mensenhandel naar een besluit."""


def main() -> None:
    """Entry point: errors that an administrator can act on are one sentence, not a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doorzicht.conf.settings")
    try:
        cli()
    except BeheerFout as error:
        click.echo(f"doorzicht: {error}", err=True)
        sys.exit(1)


def _module(name: str) -> str:
    return f"{_HERE}.{name.replace('-', '_')}"


def is_present(name: str) -> bool:
    """True when the command's file is installed."""
    return name in COMMANDS and importlib.util.find_spec(_module(name)) is not None


def _start_django() -> None:
    import django

    django.setup()
