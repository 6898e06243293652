"""allauth's adapters: no self sign-up, TOTP secrets encrypted, login only with a second factor."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from doorzicht.ground.organisaties.api import fold_gebruikersnaam
from doorzicht.ground.vault import api as vault


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the functional manager, never by a visitor. A typed name is folded here, before the
    counter of failures or the database sees it, so that both mean the same account by it."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """Look for the one spelling of the name, and count a failure under it."""
        if "username" in credentials:
            credentials["username"] = fold_gebruikersnaam(credentials["username"])
        return super().authenticate(request, **credentials)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """The name alone. allauth puts the Host header before it, which whoever guesses can vary (its port)."""
        return str(credentials.get("username", ""))


class MFAAdapter(DefaultMFAAdapter):
    """Second-factor secrets lie encrypted in the database, under a key derived from the master key."""

    def encrypt(self, text: str) -> str:
        return vault.encrypt_secret(text, doel="mfa")

    def decrypt(self, encrypted_text: str) -> str:
        return vault.decrypt_secret(encrypted_text, doel="mfa")

    def get_totp_label(self, user: Any) -> str:
        return str(user.gebruikersnaam)
