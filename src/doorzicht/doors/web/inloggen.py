"""allauth's adapters: no self sign-up, TOTP secrets encrypted, login only with a second factor."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.utils import timezone

from doorzicht.ground.lib.datums import format_date
from doorzicht.ground.organisaties.api import fold_gebruikersnaam
from doorzicht.ground.vault import api as vault


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the functional manager, never by a visitor. A typed name is folded here, before the
    counter of failures or the database sees it, so that both mean the same account by it."""

    error_messages: ClassVar = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": (
            "Deze naam en dit wachtwoord horen niet bij elkaar. Typ ze allebei opnieuw. Lukt het niet? Bel je "
            "functioneel beheerder."
        ),
        "too_many_login_attempts": (
            "Te veel pogingen met deze naam. Wacht een kwartier en probeer het opnieuw. Haast? Bel je functioneel "
            "beheerder."
        ),
        "enter_current_password": "Dit is niet het wachtwoord dat je nu hebt. Typ het opnieuw.",
        "incorrect_password": "Dit is niet je wachtwoord. Typ het opnieuw.",
        "rate_limited": "Dat ging te snel achter elkaar. Wacht even en probeer het opnieuw.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """Look for the one spelling of the name, and count a failure under it. A closed account answers as one that
        does not exist: nobody learns from here which accounts there are or were."""
        if "username" in credentials:
            credentials["username"] = fold_gebruikersnaam(credentials["username"])
        user = super().authenticate(request, **credentials)
        return user if user is not None and user.is_active else None

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """The name alone. allauth puts the Host header before it, which whoever guesses can vary (its port)."""
        return str(credentials.get("username", ""))


class MFAAdapter(DefaultMFAAdapter):
    """Second-factor secrets lie encrypted in the database, under a key derived from the master key."""

    error_messages: ClassVar = DefaultMFAAdapter.error_messages | {
        "incorrect_code": (
            "Dit klopt niet, of de code is al gebruikt. Wacht op de volgende 6 cijfers en typ die over, of gebruik je "
            "sleutel opnieuw."
        ),
    }

    def encrypt(self, text: str) -> str:
        return vault.encrypt_secret(text, doel="mfa")

    def decrypt(self, encrypted_text: str) -> str:
        return vault.decrypt_secret(encrypted_text, doel="mfa")

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """What a key is called when its owner gives it no name: the day, which they remember best."""
        return f"Sleutel van {format_date(timezone.localdate())}"

    def get_totp_label(self, user: Any) -> str:
        return str(user.gebruikersnaam)
