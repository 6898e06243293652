"""The chain: what a seal covers, and how the next one follows from it. No state and no database here.

A seal is HMAC-SHA256 (RFC 2104) with a key that is not in the database, over the seal before it, its own
number and the row text: every column, as PostgreSQL writes `ROW(...)::text`. Whoever changes, removes, inserts
or moves a row without the key breaks the chain at that row.
"""

import hmac
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from doorzicht.ground.lib.queries import read_queries
from doorzicht.ground.vault.crypto import derive

BEGIN = bytes(32)
"""The seal before the first one."""

REGEL_KOLOMMEN = (
    "id", "organisatie_id", "medewerker_id", "rol", "handeling", "recht", "object_soort", "object_ids", "doel",
    "uitkomst", "bijzonderheden", "trace_id", "xid", "tijd", "incarnatie", "van_organisatie_id",
)  # fmt: skip
ANONIEM_KOLOMMEN = ("id", "dag", "organisatie_id", "handeling", "object_soort")

# A moment is written as microseconds and a day as a number: their text depends on settings of the session.
_VORM = {"tijd": "(extract(epoch FROM tijd) * 1000000)::bigint", "dag": "dag - DATE '2000-01-01'"}


def _row_text(columns: tuple[str, ...]) -> str:
    return f"ROW({', '.join(_VORM.get(c, c) for c in columns)})::text"


QUERIES = {
    name: text.format(regel=_row_text(REGEL_KOLOMMEN), anoniem=_row_text(ANONIEM_KOLOMMEN))
    for name, text in read_queries("doorzicht.ground.logboek", "verzegelen.sql").items()
}


@dataclass(frozen=True, slots=True)
class Sleutels:
    """The keys of the three kinds of seal, so that one can never stand for another."""

    regel: bytes
    dag: bytes
    incarnatie: bytes

    @classmethod
    def of(cls, root: bytes) -> "Sleutels":
        """Derive them from the logboek's key."""
        return cls(
            *(derive(root, b"doorzicht logboek " + kind) for kind in (b"regel", b"dag", b"incarnatie"))
        )


def seal_row(key: bytes, vorige: bytes, volgnummer: int, row_text: str) -> bytes:
    """The seal of a row: 32 bytes that follow from the row and from everything sealed before it."""
    return hmac.digest(key, vorige + volgnummer.to_bytes(8, "big") + row_text.encode(), "sha256")


def seal_incarnation(key: bytes, vorige: bytes, *, nummer: int, begonnen_us: int, reden: str) -> bytes:
    """Where the chain of a new incarnation begins: only who holds the key can start one."""
    return hmac.digest(key, vorige + f"{nummer}|{begonnen_us}|{reden}".encode(), "sha256")


def check_number(key: bytes, row_text: str) -> bytes:
    """16 bytes over one anonymous row, without order, to name the row when the block does not fit."""
    return hmac.digest(key, b"rij" + row_text.encode(), "sha256")[:16]


def seal_day(key: bytes, vorige: bytes, dag: date, ids: list[UUID], numbers: list[bytes]) -> bytes:
    """The seal of one day of anonymous rows as one block, chained to the day before."""
    block = b"".join(i.bytes + bytes(n) for i, n in zip(ids, numbers, strict=True))
    return hmac.digest(key, b"dag" + vorige + dag.isoformat().encode() + block, "sha256")
