"""Who may do what, and the wall in the database that stops what our code forgot."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccessConfig(AppConfig):
    """The permission table, the database context, recusal and temporary access."""

    name = "doorzicht.ground.access"
    label = "access"

    def ready(self) -> None:
        """Grant the declared rights on the tables of libraries whenever migrations ran."""
        from doorzicht.ground.access.tabellen import grant_library_tables

        post_migrate.connect(grant_library_tables, dispatch_uid="doorzicht-grants")
