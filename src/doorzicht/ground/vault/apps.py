"""Keys and ciphertext: every dossier has its own key, and the key can die."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    """The vault: data keys per dossier, encrypted fields, blind indexes."""

    name = "doorzicht.ground.vault"
    label = "vault"
