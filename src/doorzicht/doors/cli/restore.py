"""`doorzicht restore`: put a backup in place of the database, or make the key store of its copy."""

import os
import subprocess
from pathlib import Path

import click

from doorzicht.doors.cli.children import doorzicht
from doorzicht.doors.cli.errors import BeheerFout
from doorzicht.doors.cli.migrate import start_django_as


@click.command()
@click.argument("bestand", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--sleutelkluis", is_flag=True, help="only the key store, of its copy (or of BESTAND)")
@click.option(
    "--vervang", default="", metavar="NAAM", help="replace what is there: say the name of the database"
)
def command(bestand: Path | None, sleutelkluis: bool, vervang: str) -> None:
    """Put back BESTAND. The old database stays as it is until the new one was looked at and can take its place.

    Exit code 0: it is in place, sealed on in a new incarnation. Exit code 1: nothing was changed, unless the sentence
    says so. Stop Doorzicht first; start it again afterwards.
    """
    start_django_as("eigenaar")
    from doorzicht.doors.cli.kopie import plaats, terugzetten

    with plaats.alone():
        if sleutelkluis:
            click.echo(terugzetten.restore_store(bestand, vervang=vervang))
            return
        if bestand is None:
            raise BeheerFout("which backup? doorzicht restore var/back-up/doorzicht-….age")
        for line in terugzetten.restore_backup(bestand, vervang=vervang):
            click.echo(line)
    _afterwards()


def _afterwards() -> None:
    """In processes of their own, with the role each needs: bring the schema up to date, destroy what came back."""
    for step in (["migrate", "--verbosity", "0"], ["vernietig-opnieuw"]):
        done = subprocess.run(doorzicht(*step), env=os.environ | {"DOORZICHT_DB_ROL": "app"}, check=False)  # noqa: S603
        if done.returncode != 0:
            raise BeheerFout(
                f"the backup is in place, but `doorzicht {' '.join(step)}` failed: mend what the lines above say and "
                "run it before you start."
            )
