"""`doorzicht migrate`: bring the database to the newest schema, as the role that owns it."""

import os

import click

from doorzicht.doors.cli.postgres import prepare_database


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> None:
    """Start or prepare the database and run Django's migrate as its owner."""
    start_django_as("eigenaar")
    prepare_database()
    from django.core.management import call_command

    call_command("createcachetable", verbosity=0)
    call_command("migrate", *arguments, interactive=False)


def start_django_as(role: str) -> None:
    """Start Django with the connection of another role than the application's; before settings are read."""
    os.environ["DOORZICHT_DB_ROL"] = role
    import django

    django.setup()
