"""The list of destroyed dossiers, beside the key store and beside its copy: what an older copy may not bring back.

Each line is a dossier's number and 16 bytes of HMAC, so that nobody can have a dossier destroyed by writing its
number there. Lines are added and never taken away.
"""

import hmac
import logging
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from doorzicht.ground.vault.crypto import derive

log = logging.getLogger(__name__)
NAAM = "vernietigd.txt"


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What a list says: the dossiers, and how many lines are not of this installation or were damaged."""

    dossiers: set[UUID] = field(default_factory=set)
    vreemd: int = 0


class Vernietigdlijst:
    """One list in one file. `root` is the secret that its lines are made with (the index key)."""

    def __init__(self, path: Path, *, root: bytes) -> None:
        self.path = path
        self._key = derive(root, b"doorzicht vernietigd")

    def add(self, dossiers: Iterable[UUID]) -> int:
        """Write down those that are not there yet, durably; answers how many. Raises `OSError`."""
        known = self.read().dossiers
        new = sorted(set(dossiers) - known)
        self._append("".join(f"{dossier} {self._mark(dossier)}\n" for dossier in new))
        return len(new)

    def add_one(self, dossier: UUID) -> None:
        """Write one down without looking whether it is there. Raises `OSError`."""
        self._append(f"{dossier} {self._mark(dossier)}\n")

    def read(self) -> Gelezen:
        """What the list says; an absent one says nothing."""
        if not self.path.exists():
            return Gelezen()
        found, strange = set(), 0
        for line in self.path.read_text(encoding="ascii", errors="replace").splitlines():
            text, _, mark = line.partition(" ")
            try:
                dossier = UUID(text)
            except ValueError:
                strange += bool(line.strip())
                continue
            if hmac.compare_digest(mark, self._mark(dossier)):
                found.add(dossier)
            else:
                strange += 1
        return Gelezen(found, strange)

    def _append(self, text: str) -> None:
        if not text:
            return
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fd = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            size = os.fstat(fd).st_size
            half = size and os.pread(fd, 1, size - 1) != b"\n"  # of a write that a power cut broke off
            os.write(fd, (("\n" if half else "") + text).encode("ascii"))
            os.fsync(fd)
        finally:
            os.close(fd)

    def _mark(self, dossier: UUID) -> str:
        return hmac.digest(self._key, dossier.bytes, "sha256")[:16].hex()


def write_down(dossier: UUID, *, root: bytes, beside: Path, copies: Path) -> None:
    """Before a dossier's part is destroyed: beside the store, and where its copies are when that can be reached.

    Raises `OSError` when the first fails. A copy's folder that is away is caught up with at the next backup.
    """
    Vernietigdlijst(beside, root=root).add_one(dossier)
    if copies.is_dir():
        try:
            Vernietigdlijst(copies / NAAM, root=root).add_one(dossier)
        except OSError as error:
            log.warning("the list of destroyed dossiers at the copies is behind: error %s", error.errno)
