"""Second factors of accounts lie encrypted under the master key: they rotate with it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import psycopg

VELDEN = ("secret", "seed")
"""Where allauth keeps what its adapter encrypted: the secret of an app, the seed of recovery codes."""


def rewrap_second_factors(versie: int) -> int:
    """Encrypt every second factor under the newest version; answers how many. May run again."""
    from allauth.mfa.models import Authenticator
    from django.db import transaction

    done = 0
    for pk in Authenticator.objects.order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            # Under a lock: a recovery code that is used at this moment must stay used.
            found = Authenticator.objects.select_for_update().filter(pk=pk).first()
            if found is not None and _behind(found.data, versie):
                found.data = _mapped(found.data, _again)
                found.save(update_fields=["data"])
                done += 1
    return done


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


def _behind(data: dict[str, Any], versie: int) -> bool:
    from doorzicht.ground.vault.api import secret_version

    found: list[int] = []

    def look(sealed: str) -> str:
        found.append(secret_version(sealed))
        return sealed

    _mapped(data, look)
    return any(version < versie for version in found)


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
