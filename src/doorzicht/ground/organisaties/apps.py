"""Who works here: municipalities, partners, staff and their roles."""

from django.apps import AppConfig


class OrganisatiesConfig(AppConfig):
    """Organisations, staff and appointments."""

    name = "doorzicht.ground.organisaties"
    label = "organisaties"
