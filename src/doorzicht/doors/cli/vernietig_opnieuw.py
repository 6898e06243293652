"""`doorzicht vernietig-opnieuw`: after an older backup was put back, destroy again what had been destroyed."""

import click

from doorzicht.doors.cli.migrate import start_django_as


@click.command()
def command() -> None:
    """Destroy every dossier that the key store remembers as destroyed and the database holds as living.

    Asks nobody: two people confirmed it before. The night does the same; `doorzicht restore` does not wait for it.
    """
    start_django_as("app")
    from doorzicht.ground.bewaren.jobs import destroy_what_came_back
    from doorzicht.ground.organisaties.api import houses

    total = sum(destroy_what_came_back(house) for house in houses())
    click.echo(f"{total} dossiers destroyed again.")
