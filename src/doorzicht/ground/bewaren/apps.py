"""How long everything stays, and that it is really gone afterwards."""

from django.apps import AppConfig


class BewarenConfig(AppConfig):
    """Retention rules applied to dossiers; destruction by two people and a job; proof without content."""

    name = "doorzicht.ground.bewaren"
    label = "bewaren"
