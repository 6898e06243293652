"""The only place where wings and organisations meet: what was released to whom, why, and until when."""

from django.apps import AppConfig


class VerstrekkingConfig(AppConfig):
    """Verstrekkingen: an encrypted copy of exactly the released fields, with ground, purpose and end."""

    name = "doorzicht.ground.verstrekking"
    label = "verstrekking"
