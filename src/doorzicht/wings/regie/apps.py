"""The wing of the regisseur: deciding together and following what happens."""

from django.apps import AppConfig


class RegieConfig(AppConfig):
    """Rooms: overleg."""

    name = "doorzicht.wings.regie"
    label = "regie"
