"""allauth's adapters: no self sign-up, TOTP secrets encrypted, login only with a second factor."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest

from doorzicht.ground.vault import crypto


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the functional manager, never by a visitor."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class MFAAdapter(DefaultMFAAdapter):
    """Second-factor secrets lie encrypted in the database, under a key derived from the master key."""

    def encrypt(self, text: str) -> str:
        return crypto.encrypt(_key(), text.encode(), b"mfa").hex()

    def decrypt(self, encrypted_text: str) -> str:
        return crypto.decrypt(_key(), bytes.fromhex(encrypted_text), b"mfa").decode()

    def get_totp_label(self, user: Any) -> str:
        return str(user.gebruikersnaam)


def _key() -> bytes:
    return crypto.derive(settings.DOORZICHT_HOOFDSLEUTELS[1], b"doorzicht mfa")
