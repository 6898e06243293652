"""Second factors of accounts lie encrypted under the master key: they rotate with it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import psycopg

VELDEN = ("secret", "seed")
"""Where allauth keeps what its adapter encrypted: the secret of an app, the seed of recovery codes."""


def rewrap_second_factors(versie: int) -> tuple[int, int]:
    """Encrypt every second factor under the newest version; how many were, and how many cannot be because they are
    damaged. Those keep their old version: their owner gets a new one. May run again."""
    from allauth.mfa.models import Authenticator
    from cryptography.exceptions import InvalidTag
    from django.db import transaction

    done = damaged = 0
    for pk in Authenticator.objects.order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            # Under a lock: a recovery code that is used at this moment must stay used.
            found = Authenticator.objects.select_for_update().filter(pk=pk).first()
            if found is None or not _behind(found.data, versie):
                continue
            try:
                found.data = _mapped(found.data, _again)
            except (InvalidTag, ValueError):  # another byte, or no text of ours at all
                damaged += 1
                continue
            found.save(update_fields=["data"])
            done += 1
    return done, damaged


def refuse_older(db: "psycopg.Connection[Any]", versie: int) -> None:
    """Raise `NogInGebruik` when a second factor is under this version or an older one.

    Waits for whoever is writing one now, and keeps others from it until the caller's transaction ends.
    """
    from doorzicht.ground.vault.rotatie import NogInGebruik

    db.execute("LOCK TABLE mfa_authenticator IN SHARE MODE")
    rows = db.execute("SELECT data FROM mfa_authenticator").fetchall()
    if any(_behind(data, versie + 1) for (data,) in rows):
        raise NogInGebruik(
            f"Second factors are still under master key {versie}: run `doorzicht rotate-sleutels` first."
        )


def versions_of(data: dict[str, Any]) -> set[int]:
    """The versions of the master key that one second factor needs."""
    from doorzicht.ground.vault.api import secret_version

    found: set[int] = set()

    def look(sealed: str) -> str:
        found.add(secret_version(sealed))
        return sealed

    _mapped(data, look)
    return found


def _behind(data: dict[str, Any], versie: int) -> bool:
    return any(used < versie for used in versions_of(data))


def _mapped(data: dict[str, Any], change: Callable[[str], str]) -> dict[str, Any]:
    """The data of an authenticator with every encrypted text in it changed."""
    new = {key: change(value) if key in VELDEN and value else value for key, value in data.items()}
    if codes := data.get("migrated_codes"):
        new["migrated_codes"] = [change(code) for code in codes]
    return new


def _again(sealed: str) -> str:
    from allauth.mfa.adapter import get_adapter

    adapter = get_adapter()
    text: str = adapter.encrypt(adapter.decrypt(sealed))
    return text
