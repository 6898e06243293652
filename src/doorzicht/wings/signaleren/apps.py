"""The wing of the signaleerder: what came in, what was seen, what it weighs."""

from django.apps import AppConfig


class SignalerenConfig(AppConfig):
    """Rooms: melding, weging."""

    name = "doorzicht.wings.signaleren"
    label = "signaleren"

    def ready(self) -> None:
        """Tell the house what work lies here when somebody leaves."""
        from doorzicht.wings.signaleren.openwerk import register_open_work

        register_open_work()
