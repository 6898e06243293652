"""The wing of the beleidsmaker: the plan and whether it works, and the register of breaches."""

from django.apps import AppConfig


class BeleidConfig(AppConfig):
    """Rooms: plan, datalek."""

    name = "doorzicht.wings.beleid"
    label = "beleid"
