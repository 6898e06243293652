"""`doorzicht migrate`: bring the database to the newest schema, as the role that owns it."""

import os
from pathlib import Path

import click

from doorzicht.doors.cli.postgres import prepare_database
from doorzicht.doors.cli.server.external import read_passwords


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> None:
    """Start or prepare the database and run Django's migrate as its owner.

    Refused, before anything is changed, when keys or key store do not belong to the database.
    """
    start_django_as("eigenaar")
    prepare_database()
    _take_password_made_just_now()
    from django.core.management import call_command

    from doorzicht.doors.cli.sleutelproef import note_keys, refuse_wrong_keys

    refuse_wrong_keys()
    call_command("migrate", *arguments, interactive=False)
    note_keys()


def _take_password_made_just_now() -> None:
    """The settings were read before the roles of an external server were made, and know no password the first time."""
    from django.conf import settings
    from django.db import connection

    url = settings.DOORZICHT_DATABASE_URL
    stored = read_passwords(url, secrets_dir=Path(settings.GEHEIMEN_DIR)) if url else None
    if stored:
        connection.settings_dict["PASSWORD"] = stored["eigenaar"]


def start_django_as(role: str) -> None:
    """Start Django with the connection of this role. Only before the settings are read: a later call is refused."""
    os.environ["DOORZICHT_DB_ROL"] = role
    import django
    from django.conf import settings

    if settings.configured and role != settings.DOORZICHT_DB_ROL:
        raise RuntimeError(
            f"Django runs as {settings.DOORZICHT_DB_ROL}, too late for {role}: see main.OWN_SETUP"
        )
    django.setup()
