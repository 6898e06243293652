"""Do the keys and the key store belong to the database? Asked before anything starts that could do harm without."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from doorzicht.doors.cli.errors import BeheerFout
from doorzicht.doors.cli.verbinding import connect

if TYPE_CHECKING:
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


def refuse_wrong_keys() -> None:
    """Raise `VerkeerdeSleutels` when something is missing or does not belong here. Changes nothing."""
    from doorzicht.ground.vault.merken import problems

    with connect() as db:
        found = problems(db, plaats())
    if found:
        raise VerkeerdeSleutels("the keys and the database do not belong together.\n  " + "\n  ".join(found))


def refuse_wrong_keys_when_it_answers() -> None:
    """As `refuse_wrong_keys`, for what must also start while the database is away and waits for it."""
    with contextlib.suppress(psycopg.OperationalError):
        refuse_wrong_keys()


def note_keys() -> None:
    """As the owner: remember which keys and which key store this database is used with."""
    from doorzicht.ground.vault.merken import is_prepared, register

    with connect() as db:
        if is_prepared(db):
            register(db, plaats())


def require_prepared() -> None:
    """Raise `BeheerFout` for a database that is empty or of an older version."""
    from doorzicht.ground.vault.merken import is_prepared

    with connect() as db:
        if not is_prepared(db):
            raise BeheerFout("this database is empty or of an older version: run `doorzicht migrate` first.")
