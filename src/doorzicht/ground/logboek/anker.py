"""The outside anchor: a file beside the database that remembers heads of the chain.

Who can change the database can cut the end off the logboek and its seals together; no chain shows that. A head
that was written down elsewhere does. The file is meant to be copied to where the database's administrator cannot
write (docs/decisions/0040).
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from doorzicht.ground.logboek.dagzegels import Dag
from doorzicht.ground.logboek.zegels import Stand


@dataclass(frozen=True, slots=True)
class Kop:
    """A head of the chain of rows, as it was written down."""

    incarnatie: int
    volgnummer: int
    kop: bytes


def anchor_rows(path: Path, stand: Stand, *, at: datetime) -> None:
    """Write down the head of the chain of rows."""
    line = {"soort": "regel", "incarnatie": stand.incarnatie, "volgnummer": stand.volgnummer}
    _append(path, [{**line, "kop": stand.kop.hex(), "op": at.isoformat(timespec="seconds")}])


def anchor_days(path: Path, dagen: list[Dag]) -> None:
    """Write down the heads of the chain of days."""
    _append(
        path,
        [{"soort": "dag", "dag": d.dag.isoformat(), "kop": d.kop.hex()} for d in dagen],
    )


def read_heads(path: Path) -> Iterator[Kop]:
    """The heads of the chain of rows in the order in which they were written."""
    for line in _lines(path):
        if line.get("soort") == "regel":
            yield Kop(line["incarnatie"], line["volgnummer"], bytes.fromhex(line["kop"]))


def read_days(path: Path) -> Iterator[tuple[date, bytes]]:
    """The heads of the chain of days."""
    for line in _lines(path):
        if line.get("soort") == "dag":
            yield date.fromisoformat(line["dag"]), bytes.fromhex(line["kop"])


def newest_incarnation(path: Path) -> int:
    """The highest incarnation the anchor knows; 0 without a file."""
    return max((kop.incarnatie for kop in read_heads(path)), default=0) if path.exists() else 0


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    """Every whole line; one that a power cut left half written is skipped."""
    with path.open(encoding="utf-8") as handle:
        for text in handle:
            try:
                line = json.loads(text)
            except ValueError:
                continue
            if isinstance(line, dict):
                yield line


def _append(path: Path, lines: list[dict[str, Any]]) -> None:
    """Add lines at the end, for the owner only, and wait until they are on the disk."""
    if not lines:
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    text = "".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines)
    fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        size = os.fstat(fd).st_size
        if size and os.pread(fd, 1, size - 1) != b"\n":
            text = "\n" + text
        os.write(fd, text.encode())
        os.fsync(fd)
    finally:
        os.close(fd)
