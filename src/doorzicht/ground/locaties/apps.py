"""Places: which municipality, inside or outside its territory, and how an address is written."""

from django.apps import AppConfig


class LocatiesConfig(AppConfig):
    """Municipalities with their outlines, and addresses as values. No tables: addresses live with their dossier."""

    name = "doorzicht.ground.locaties"
    label = "locaties"
