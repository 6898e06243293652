"""Do these keys and this key store belong to this database? Looked at when something starts, told in a sentence.

A mark is 16 bytes of HMAC of a secret with a label; of the key store, of the random number it was given when it
was made. The database keeps the marks of what it was first used with. Wrong keys make no error by themselves: a
search finds nothing, a seal breaks, a new dossier goes into a store that is about to be replaced.
"""

import hmac
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from doorzicht.ground.lib.queries import read_queries
from doorzicht.ground.vault.geheimen import HOOFDSLEUTEL, versions_in
from doorzicht.ground.vault.sleutelkluis import SqliteKluis

QUERIES = read_queries("doorzicht.ground.vault", "merken.sql")
KLUIS = "sleutelkluis"
GEHEIMEN = ("index", "logboek", "ontvangst", "regio")
"""Secrets that the contents of the database depend on, beside the master key."""

_BACK = "`doorzicht herstelsleutel gebruik` puts the secrets back; docs/beheer/sleutels.md says what else can be done."


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where the secrets and the key store of this installation lie."""

    geheimen: Path
    kluis: Path


def is_prepared(db: psycopg.Connection[Any]) -> bool:
    """Whether this database has the tables of the vault; an empty one, or an older one, has not."""
    return bool(_value(db, "bestaat"))


def problems(db: psycopg.Connection[Any], plaats: Plaats) -> list[str]:
    """What does not belong to this database or is missing, each as one sentence; empty when all is well.

    Makes nothing: a key store that is not there is not made. An empty database belongs to everything.
    """
    if not is_prepared(db):
        return []
    known = {naam: bytes(merk) for naam, merk in db.execute(QUERIES["merken"]).fetchall()}
    found = [_about_store(plaats.kluis, known[KLUIS])] if KLUIS in known else []
    for naam in known:
        if naam in GEHEIMEN or naam.startswith(HOOFDSLEUTEL):
            found.append(_about_secret(plaats.geheimen / naam, known[naam]))
    return [sentence for sentence in found if sentence]


def register(db: psycopg.Connection[Any], plaats: Plaats) -> None:
    """As the owner: note the marks of what is used with this database for the first time, and the versions of the
    master key that an older database does not know yet. Makes the key store when there was none."""
    store = SqliteKluis(plaats.kluis)
    marks = {KLUIS: _mark(KLUIS, store.number())}
    versions = versions_in(plaats.geheimen)
    for naam in (*GEHEIMEN, *(f"{HOOFDSLEUTEL}{versie}" for versie in versions)):
        marks[naam] = _mark(naam, (plaats.geheimen / naam).read_bytes())
    with db.transaction():
        newest = max((versie for (versie,) in db.execute(QUERIES["versies"]).fetchall()), default=0)
        for versie in versions:
            if versie > newest:  # an older one was removed: its file waits for the end of that
                db.execute(QUERIES["meld_versie"], {"versie": versie})
        for naam, merk in marks.items():
            db.execute(QUERIES["noteer"], {"naam": naam, "merk": merk})


def forget(db: psycopg.Connection[Any], versie: int) -> None:
    """A version of the master key was removed."""
    db.execute(QUERIES["vergeet"], {"naam": f"{HOOFDSLEUTEL}{versie}"})


def _about_store(path: Path, merk: bytes) -> str:
    if not path.exists():
        return (
            f"The key store {path} is missing. Without it no dossier can be read. Nothing was changed; put the "
            "newest copy back: `doorzicht restore --sleutelkluis`."
        )
    try:
        number = SqliteKluis(path).number()
    except sqlite3.DatabaseError:
        return (
            f"The key store {path} is damaged. Nothing was changed; put the newest copy back: "
            "`doorzicht restore --sleutelkluis`."
        )
    if not hmac.compare_digest(_mark(KLUIS, number), merk):
        return (
            f"The key store {path} is of another installation, or was made anew; its dossiers are not those of "
            "this database. Nothing was changed; put the right one back: `doorzicht restore --sleutelkluis`."
        )
    return ""


def _about_secret(path: Path, merk: bytes) -> str:
    if not path.exists():
        return f"The secret {path} is missing. Nothing was changed; {_BACK}"
    if not hmac.compare_digest(_mark(path.name, path.read_bytes()), merk):
        return f"The secret {path} is not the one this database was made with. Nothing was changed; {_BACK}"
    return ""


def _mark(naam: str, secret: bytes) -> bytes:
    return hmac.digest(secret, f"doorzicht merk {naam}".encode(), "sha256")[:16]


def _value(db: psycopg.Connection[Any], query: str, **parameters: object) -> Any:
    row = db.execute(QUERIES[query], parameters).fetchone()
    return row[0] if row else None
