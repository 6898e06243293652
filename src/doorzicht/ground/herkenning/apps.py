"""Seen before? Exact identifiers, answered by yes or no, after privacycheck 1."""

from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.db import connections
from django.db.models.signals import post_migrate


class HerkenningConfig(AppConfig):
    """Blind indexes of identifiers, the recorded release that a question needs, and the question itself."""

    name = "doorzicht.ground.herkenning"
    label = "herkenning"

    def ready(self) -> None:
        """Write the limit of what is common after migrations: that is when the owner of the database is at work."""
        post_migrate.connect(_write_limit, sender=self, dispatch_uid="doorzicht-regiogrens")


def _write_limit(using: str, **_: Any) -> None:
    with connections[using].cursor() as cursor:
        if "herkenning_regiogrens" in connections[using].introspection.table_names(cursor):
            cursor.execute(
                "INSERT INTO herkenning_regiogrens (id, aantal) VALUES (1, %s) "
                "ON CONFLICT (id) DO UPDATE SET aantal = EXCLUDED.aantal",
                [settings.DOORZICHT_REGIO_ALGEMEEN],
            )
