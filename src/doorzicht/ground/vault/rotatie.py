"""Rotation: a new version of the master key, every dossier's key wrapped anew, while people work.

Nothing is kept about the progress but the dossiers themselves: each says with which version it is wrapped. So a
rotation that was killed goes on where it was. Everything runs on a psycopg connection of the owner.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from cryptography.exceptions import InvalidTag

from doorzicht.ground.lib.queries import read_queries
from doorzicht.ground.vault import crypto
from doorzicht.ground.vault.geheimen import HOOFDSLEUTEL, erase, new_secret, versions_in, write_once
from doorzicht.ground.vault.hoofdsleutels import HoofdsleutelOntbreekt, master
from doorzicht.ground.vault.sleutelkluis import Sleutelkluis

QUERIES = read_queries("doorzicht.ground.vault", "rotatie.sql")
PER_GREEP = 1_000
"""Keys in one transaction: about 20 ms in which nobody else can move or destroy just these dossiers."""
RUST_SECONDEN = 60
"""A version is removed only so long after the newest one was complete: no transaction lasts longer than 30 s."""


class RotatieBezig(RuntimeError):
    """Another process is rotating the master key of this database."""


class NogInGebruik(RuntimeError):
    """A version of the master key cannot be removed yet; the message says why."""


@dataclass(slots=True)
class Voortgang:
    """What a rotation did so far. `onleesbaar`: dossiers whose part is not in the key store, so that their key can
    be wrapped by nobody; `beschadigd`: dossiers whose wrapped key does not open. Both keep their old version."""

    versie: int
    hervat: bool
    verpakt: int = 0
    onleesbaar: set[UUID] = field(default_factory=set)
    beschadigd: set[UUID] = field(default_factory=set)


def lock(db: psycopg.Connection[Any]) -> None:
    """One rotation at a time; held until the connection closes. Raises `RotatieBezig`."""
    if not _value(db, "slot"):
        raise RotatieBezig("Another `doorzicht rotate-sleutels` is at work on this database.")


def begin(
    db: psycopg.Connection[Any], *, folder: Path, before_use: Callable[[int, bytes], None]
) -> Voortgang:
    """Go on with an unfinished rotation, or make the next version of the master key.

    The database knows the version before the file is there: from the moment the file stands, whoever wraps uses
    it. `before_use` gets the key before that moment, to keep it for recovery. Raises `HoofdsleutelOntbreekt` when
    dossiers were wrapped with a newest version whose file is gone: it was lost, and is not made anew.
    """
    known = [(versie, gereed) for versie, gereed in db.execute(QUERIES["versies"]).fetchall()]
    newest = max([*versions_in(folder), *(versie for versie, _ in known)])
    hervat = (newest, True) not in known
    versie = newest if hervat else newest + 1
    db.execute(QUERIES["begin"], {"versie": versie})
    if versie not in versions_in(folder):
        if _value(db, "ingepakt_met", versie=versie):
            raise HoofdsleutelOntbreekt(folder / f"{HOOFDSLEUTEL}{versie}")
        key = new_secret()
        before_use(versie, key)
        write_once(folder / f"{HOOFDSLEUTEL}{versie}", key)
    return Voortgang(versie, hervat)


def remaining(db: psycopg.Connection[Any], versie: int) -> int:
    """How many dossiers are wrapped with an older version."""
    return int(_value(db, "resterend", versie=versie))


def rewrap_all(db: psycopg.Connection[Any], voortgang: Voortgang, *, kluis: Sleutelkluis) -> Iterator[int]:
    """Walk once along all dossiers and wrap what is behind; yields after every commit how many were done.

    Dossiers somebody works on at that moment are passed over: walk again until `remaining` says there are none.
    """
    na = UUID(int=0)
    while True:
        with db.transaction():
            rows = db.execute(
                QUERIES["greep"], {"na": na, "versie": voortgang.versie, "aantal": PER_GREEP}
            ).fetchall()
            if not rows:
                return
            done = _rewrap(rows, voortgang, kluis=kluis)
            ids, wrapped = list(done.keys()), list(done.values())
            db.execute(QUERIES["schrijf"], {"versie": voortgang.versie, "ids": ids, "ingepakt": wrapped})
        na = rows[-1][0]
        voortgang.verpakt += len(done)
        yield len(done)


def _rewrap(
    rows: Sequence[tuple[UUID, bytes | None, int]], voortgang: Voortgang, *, kluis: Sleutelkluis
) -> dict[UUID, bytes | None]:
    """The rows that can go to the new version, with their newly wrapped key (None for a destroyed dossier)."""
    new, parts = master(voortgang.versie), kluis.get_many([row[0] for row in rows])
    done: dict[UUID, bytes | None] = {}
    for dossier_id, ingepakt, versie in rows:
        part = parts.get(dossier_id)
        if ingepakt is None:
            done[dossier_id] = None
        elif part is None:
            voortgang.onleesbaar.add(dossier_id)
        else:
            try:
                key = crypto.unwrap(bytes(ingepakt), master=master(versie), part=part, dossier_id=dossier_id)
            except InvalidTag:
                voortgang.beschadigd.add(dossier_id)
                continue
            done[dossier_id] = crypto.wrap(key, master=new, part=part, dossier_id=dossier_id)
    return done


def next_transaction(db: psycopg.Connection[Any]) -> str:
    """A mark in time, for `has_ended_before`."""
    return str(_value(db, "nu"))


def has_ended_before(db: psycopg.Connection[Any], nummer: str) -> bool:
    """Whether every transaction that was open at that mark has ended: then nothing it wrote can still appear."""
    return bool(_value(db, "voorbij", nummer=nummer))


def finish(db: psycopg.Connection[Any], versie: int) -> None:
    """Note that nothing needs an older version any more."""
    db.execute(QUERIES["gereed"], {"versie": versie})


def old_versions(db: psycopg.Connection[Any], *, folder: Path) -> list[int]:
    """Versions that are not the newest, in the database or as a file."""
    known = {versie for versie, _ in db.execute(QUERIES["versies"]).fetchall()}
    everything = known | set(versions_in(folder))
    return sorted(everything - {max(everything)})


def retire(db: psycopg.Connection[Any], versie: int, *, folder: Path, check: Callable[[], None]) -> None:
    """Remove an old version of the master key: first the right to use it, then the key itself.

    `check` raises when something outside the dossiers still needs it. Raises `NogInGebruik`. May run again.
    """
    if not _value(db, "lang_genoeg", seconden=RUST_SECONDEN):
        raise NogInGebruik(
            f"The newest master key must have been complete for {RUST_SECONDEN} seconds; run this again then."
        )
    try:
        with db.transaction():
            check()
            db.execute(QUERIES["verwijder"], {"versie": versie})
    except psycopg.errors.ForeignKeyViolation:
        raise NogInGebruik(
            f"Dossiers are still wrapped with master key {versie}: run `doorzicht rotate-sleutels` first."
        ) from None
    erase(folder / f"{HOOFDSLEUTEL}{versie}")


def _value(db: psycopg.Connection[Any], query: str, **parameters: object) -> Any:
    row = db.execute(QUERIES[query], parameters).fetchone()
    return row[0] if row else None
