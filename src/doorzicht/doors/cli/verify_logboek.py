"""`doorzicht verify-logboek`: is every sealed row of the logboek still what it was?"""

import sys
from pathlib import Path

import click

from doorzicht.doors.cli.migrate import start_django_as
from doorzicht.doors.cli.verbinding import connect


@click.command()
@click.option(
    "--anker",
    "ankerbestand",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="also compare with the heads in this file: without it a cut tail cannot be seen",
)
def command(ankerbestand: Path | None) -> None:
    """Check the chain. Exit code 0: whole. Exit code 1: the first row that is wrong is named."""
    start_django_as("zegel")
    from django.conf import settings

    from doorzicht.ground.logboek.gebroken import KetenGebroken
    from doorzicht.ground.logboek.keten import Sleutels
    from doorzicht.ground.logboek.verify import verify

    sleutels = Sleutels.of(settings.DOORZICHT_LOGBOEKSLEUTEL)
    try:
        with connect() as db:
            uitslag = verify(db, sleutels=sleutels, ankerbestand=ankerbestand)
    except KetenGebroken as broken:
        click.echo(f"logboek BROKEN: {broken}")
        sys.exit(1)
    anchored = f"{uitslag.ankers} anchored heads met" if ankerbestand else "not compared with an anchor"
    lost = f", {uitslag.verloren_koppen} heads lost by a restore" if uitslag.verloren_koppen else ""
    click.echo(
        f"logboek whole: {uitslag.regels} rows, {uitslag.anonieme_regels} anonymous rows of {uitslag.dagen} "
        f"days, {uitslag.incarnaties} incarnation(s), {anchored}{lost}"
    )
