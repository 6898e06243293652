"""Laws, observations, terms and rules as dated data."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CatalogusConfig(AppConfig):
    """The catalogue: files that a lawyer can correct, kept in versions that a weighing refers to."""

    name = "doorzicht.ground.catalogus"
    label = "catalogus"

    def ready(self) -> None:
        """Load the files after migrations: that is when the owner of the database is at work."""
        post_migrate.connect(_load_after_migrations, sender=self, dispatch_uid="doorzicht-catalogus")


def _load_after_migrations(using: str, **_: Any) -> None:
    from django.db import connections
    from django.utils import timezone

    from doorzicht.ground.catalogus.laden import load_catalogus
    from doorzicht.ground.catalogus.models import Catalogusversie

    with connections[using].cursor() as cursor:
        present = connections[using].introspection.table_names(cursor)
    if Catalogusversie._meta.db_table in present:
        load_catalogus(at=timezone.now(), using=using)
