"""The wing of the regisseur: deciding together and following what happens."""

from django.apps import AppConfig


class RegieConfig(AppConfig):
    """Rooms: overleg."""

    name = "doorzicht.wings.regie"
    label = "regie"

    def ready(self) -> None:
        """Tell the house what work lies here when somebody leaves."""
        from doorzicht.wings.regie.overleg.overdragen import register_open_work

        register_open_work()
