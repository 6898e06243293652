"""The lowest floor: small things every room needs, and the database context every policy reads."""

from django.apps import AppConfig


class LibConfig(AppConfig):
    """Holds the schema `ctx` that row-level security reads."""

    name = "doorzicht.ground.lib"
    label = "lib"
