"""Do the keys and the key store belong to the database? Asked before anything starts that could do harm without."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from doorzicht.doors.cli.errors import BeheerFout

if TYPE_CHECKING:
    import psycopg

    from doorzicht.ground.vault.merken import Plaats
    from doorzicht.ground.vault.sleutelkluis import Sleutelkluis


class VerkeerdeSleutels(BeheerFout):
    """Keys or key store are missing or of another installation; every line says what to do."""


def plaats() -> "Plaats":
    """Where this installation keeps its secrets and its key store."""
    from django.conf import settings

    from doorzicht.ground.vault.merken import Plaats

    return Plaats(geheimen=Path(settings.GEHEIMEN_DIR), kluis=Path(settings.DOORZICHT_SLEUTELKLUIS))


def kluis() -> "Sleutelkluis":
    """The key store of this installation."""
    from doorzicht.ground.vault import api as vault

    return vault.kluis()


def refuse_wrong_keys(db: "psycopg.Connection[Any]") -> None:
    """Raise `VerkeerdeSleutels` when something is missing or does not belong here. Changes nothing."""
    from doorzicht.ground.vault.merken import problems

    if found := problems(db, plaats()):
        raise VerkeerdeSleutels("the keys and the database do not belong together.\n  " + "\n  ".join(found))


def require_prepared(db: "psycopg.Connection[Any]") -> None:
    """Raise `BeheerFout` for a database that is empty or of an older version."""
    from doorzicht.ground.vault.merken import is_prepared

    if not is_prepared(db):
        raise BeheerFout("this database is empty or of an older version: run `doorzicht migrate` first.")
