"""`doorzicht verify-bestanden`: is every file that a row promises on the disk, and still what it was?"""

import sys

import click

from doorzicht.doors.cli.migrate import start_django_as


@click.command()
@click.option("--snel", "quick", is_flag=True, help="look at presence and length only, read no file")
def command(quick: bool) -> None:
    """Check rows against the disk, for every organisation. Exit code 0: whole. Exit code 1: what is wrong is named."""
    start_django_as("app")
    from doorzicht.ground.access.api import context
    from doorzicht.ground.bestanden.models import Bestand
    from doorzicht.ground.bestanden.selectors import damage
    from doorzicht.ground.organisaties.api import houses

    looked, wrong = 0, 0
    for house in houses():
        with context(house):
            looked += Bestand.objects.filter(organisatie_id=house.organisatie_id).count()
            for file_id, what in damage(of=house, read=not quick):
                wrong += 1
                click.echo(f"bestand {file_id} of {house.organisatie_id}: {what}")
    if wrong:
        click.echo(f"bestanden BROKEN: {wrong} of {looked} files are missing or changed")
        sys.exit(1)
    click.echo(f"bestanden whole: {looked} files")
