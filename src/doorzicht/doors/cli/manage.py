"""`doorzicht manage`: any management command of Django, as one of the database roles."""

import click

from doorzicht.doors.cli.migrate import start_django_as


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.option("--rol", type=click.Choice(["app", "eigenaar", "zegel"]), default="app", help="database role")
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(rol: str, arguments: tuple[str, ...]) -> None:
    """Pass everything on to Django: doorzicht manage [--rol eigenaar] COMMAND ..."""
    start_django_as(rol)
    from django.core.management import execute_from_command_line

    execute_from_command_line(["doorzicht manage", *arguments])
