"""The wing of the beleidsmaker: the plan and whether it works."""

from django.apps import AppConfig


class BeleidConfig(AppConfig):
    """Rooms: plan."""

    name = "doorzicht.wings.beleid"
    label = "beleid"
