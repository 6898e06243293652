"""A copy of the key store as bytes, and a key store made of such a copy.

The copy is a plain form of its own and not the store's file: a header of one line of JSON, 48 bytes for every part
(dossier, part) and 16 for every destroyed dossier, each in order of the random numbers. Another kind of store can read
it as well. It is never written anywhere unencrypted.
"""

import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from doorzicht.ground.vault.sleutelkluis import SqliteKluis

_FORMAAT = 1
_DEEL, _NUMMER = 48, 16


class GeenKopie(ValueError):
    """These bytes are not a copy of a key store, or of a newer kind."""


@dataclass(frozen=True, slots=True)
class Inhoud:
    """All that a key store holds. It is secret: `repr` shows numbers only."""

    nummer: bytes
    delen: dict[UUID, bytes]
    vernietigd: set[UUID]

    def __repr__(self) -> str:
        return f"Inhoud({len(self.delen)} delen, {len(self.vernietigd)} vernietigd)"

    def without(self, gone: set[UUID]) -> "Inhoud":
        """The same, with these dossiers destroyed."""
        return Inhoud(
            self.nummer, {i: d for i, d in self.delen.items() if i not in gone}, self.vernietigd | gone
        )


def contents(kluis: SqliteKluis) -> Inhoud:
    """What the store holds at one moment, while others write."""
    nummer, delen, vernietigd = kluis.everything()
    return Inhoud(nummer, delen, vernietigd)


def pack(inhoud: Inhoud) -> bytes:
    """The copy as bytes."""
    header = {
        "formaat": _FORMAAT, "nummer": inhoud.nummer.hex(), "delen": len(inhoud.delen),
        "vernietigd": len(inhoud.vernietigd),
    }  # fmt: skip
    parts = b"".join(i.bytes + inhoud.delen[i] for i in sorted(inhoud.delen))
    return json.dumps(header).encode() + b"\n" + parts + b"".join(i.bytes for i in sorted(inhoud.vernietigd))


def unpack(copy: bytes) -> Inhoud:
    """What a copy holds. Raises `GeenKopie`."""
    line, _, body = copy.partition(b"\n")
    try:
        header = json.loads(line)
        if header["formaat"] != _FORMAAT:
            raise GeenKopie(f"this copy of a key store has format {header['formaat']}: use a newer Doorzicht")
        parts, gone = int(header["delen"]), int(header["vernietigd"])
        nummer = bytes.fromhex(header["nummer"])
    except (ValueError, KeyError, TypeError) as error:
        raise error if isinstance(error, GeenKopie) else GeenKopie("this is no copy of a key store") from None
    if len(body) != parts * _DEEL + gone * _NUMMER:
        raise GeenKopie("this copy of a key store is not whole")
    split = parts * _DEEL
    rows = (body[at : at + _DEEL] for at in range(0, split, _DEEL))
    return Inhoud(
        nummer,
        {UUID(bytes=row[:_NUMMER]): row[_NUMMER:] for row in rows},
        {UUID(bytes=body[at : at + _NUMMER]) for at in range(split, len(body), _NUMMER)},
    )


def number_of(path: Path) -> bytes | None:
    """The number of the store in a file; None when there is none, or when it is damaged."""
    if not path.exists():
        return None
    try:
        return SqliteKluis(path).number()
    except sqlite3.DatabaseError:
        return None


def make_store(path: Path, inhoud: Inhoud) -> None:
    """Make a store of a copy, whole or not at all. Raises `FileExistsError` when one stands there."""
    if path.exists():
        raise FileExistsError(path)
    scratch = path.with_name(f".{path.name}.nieuw")
    for suffix in ("", "-wal", "-shm"):
        Path(f"{scratch}{suffix}").unlink(missing_ok=True)
    SqliteKluis(scratch).fill(inhoud.nummer, inhoud.delen, inhoud.vernietigd)
    for suffix in ("-wal", "-shm"):
        Path(f"{scratch}{suffix}").unlink(missing_ok=True)
        Path(f"{path}{suffix}").unlink(missing_ok=True)
    scratch.rename(path)
