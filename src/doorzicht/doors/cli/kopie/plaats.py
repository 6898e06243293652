"""The folder of the backups: one command at a time, nothing half done is left, and a list of what lies there."""

import contextlib
import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings

from doorzicht.doors.cli.kopie.fouten import KopieFout, of_disk
from doorzicht.ground.vault.geheimen import replace_durably, sync_folder

_HALF = ".half"
_OVERZICHT = "overzicht.jsonl"


@dataclass(frozen=True, slots=True)
class Regel:
    """One backup that was made: its file, when, how big, and which master keys it needs."""

    bestand: str
    gemaakt: str
    bytes: int
    sha256: str
    uitslag: str
    sleutelversies: list[int]


def folder() -> Path:
    """Where backups go."""
    return Path(settings.DOORZICHT_BACKUP)


@contextlib.contextmanager
def alone() -> Iterator[Path]:
    """The folder, for this process alone; what a killed run left half done is removed first. Raises `KopieFout`."""
    path = folder()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        fd = os.open(path / ".slot", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise of_disk(error, where=path) from None
    try:
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise KopieFout(f"another backup or restore is at work in {path}.") from None
        for half in path.glob(f"*{_HALF}"):
            half.unlink()
        yield path
    finally:
        os.close(fd)


def free_name(stam: str) -> Path:
    """A file in the folder that is not there yet: two backups of one second are two."""
    number, path = 1, folder() / f"{stam}.age"
    while path.exists():
        number += 1
        path = folder() / f"{stam}-{number}.age"
    return path


@contextlib.contextmanager
def half_made(target: Path) -> Iterator[Path]:
    """A file beside the one that is meant; gone when the block fails. Give it its name with `finish`."""
    half = target.with_name(target.name + _HALF)
    half.unlink(missing_ok=True)
    os.close(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        yield half
    finally:
        half.unlink(missing_ok=True)


def finish(half: Path, target: Path) -> None:
    """The half file is whole and durable: it gets its name."""
    half.rename(target)
    sync_folder(target.parent)


def read_overview() -> list[Regel]:
    """The backups that were made and still lie here, oldest first."""
    path = folder() / _OVERZICHT
    lines = path.read_text().splitlines() if path.exists() else []
    rows = [Regel(**json.loads(line)) for line in lines if line.strip()]
    return [row for row in rows if (folder() / row.bestand).exists()]


def row_of(half: Path, naam: str, *, gemaakt: str, versies: list[int]) -> Regel:
    """What the list will say of a file that is about to get its name."""
    with half.open("rb") as handle:
        digest = hashlib.file_digest(handle, "sha256").hexdigest()
    return Regel(naam, gemaakt, half.stat().st_size, digest, "goed", versies)


def note(row: Regel) -> None:
    """Add a backup to the list, and take those off that are gone."""
    lines = [json.dumps(asdict(r)) for r in [*read_overview(), row]]
    replace_durably(folder() / _OVERZICHT, ("\n".join(lines) + "\n").encode())


def prune(keep: int) -> list[str]:
    """Remove the oldest backups until `keep` good ones are left; answers their names."""
    good = [row.bestand for row in read_overview() if row.uitslag == "goed"]
    gone = good[:-keep] if keep else []
    for naam in gone:
        (folder() / naam).unlink(missing_ok=True)
    return gone


def refuse_needed(versie: int) -> None:
    """Raise `KopieFout` when a backup that lies here was made under this version of the master key."""
    needing = [row.bestand for row in read_overview() if versie in row.sleutelversies]
    if needing:
        raise KopieFout(
            f"{len(needing)} back-ups in {folder()} need master key {versie} (the newest: {needing[-1]}). Make a new "
            "one, remove these, or say --ook-voor-back-ups: then only both halves of the recovery key open them."
        )
