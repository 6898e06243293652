"""The wing of the signaleerder: what came in, what was seen, what it weighs."""

from django.apps import AppConfig


class SignalerenConfig(AppConfig):
    """Rooms: melding, weging."""

    name = "doorzicht.wings.signaleren"
    label = "signaleren"
