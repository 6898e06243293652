"""The disk: encrypted files by a random name, written durably, and telling no clock finer than the day.

Today's files lie together in `vandaag/`; the night copies them, in order of their random names, to their own place and
removes the originals. So neither the number of an inode, nor the moment it was made, nor the order of a folder keeps
what happened during the day (product rule 7; docs/decisions/0091).
"""

import contextlib
import hashlib
import os
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from datetime import time as clock
from pathlib import Path
from typing import IO, BinaryIO, Final
from uuid import UUID

from django.conf import settings
from django.utils import timezone

_VANDAAG: Final = "vandaag"
_HALF: Final = ".half-"
_BLOCK: Final = 1024 * 1024


class BestandKwijt(LookupError):
    """There is a row and no file: lost on the disk, or not restored. Only its number may be told."""

    def __init__(self, file_id: UUID) -> None:
        super().__init__(f"file {file_id} is not on the disk")
        self.file_id = file_id


def write(file_id: UUID, chunks: Iterable[bytes], *, day: date) -> bytes:
    """Write an encrypted file whole and durably, or not at all; answers the SHA-256 of its bytes. Raises `OSError`."""
    folder = _folder(_VANDAAG)
    half, digest = folder / f"{_HALF}{file_id.hex}", hashlib.sha256()
    try:
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as handle:
            for chunk in chunks:
                digest.update(chunk)
                handle.write(chunk)
            _finish(handle, day)
        os.replace(half, folder / file_id.hex)
    except OSError:
        half.unlink(missing_ok=True)
        raise
    _sync_folder(folder, day)
    return digest.digest()


def open_file(file_id: UUID) -> tuple[BinaryIO, int]:
    """The encrypted file and its size. Raises `BestandKwijt`."""
    # Its own place is asked twice: the night may move it between the first look and the second.
    for place in (_own_place(file_id), _root() / _VANDAAG / file_id.hex, _own_place(file_id)):
        try:
            handle = place.open("rb")
        except FileNotFoundError:
            continue
        return handle, os.fstat(handle.fileno()).st_size
    raise BestandKwijt(file_id)


def put_back(file_id: UUID, source: IO[bytes], *, seconds: int) -> None:
    """Give a file of a backup its own place again, with the day it carried, durably. Raises `OSError`."""
    target = _folder(file_id.hex[:2]) / file_id.hex
    half = target.parent / f"{_HALF}{target.name}"
    half.unlink(missing_ok=True)
    day = datetime.fromtimestamp(seconds, tz=timezone.get_default_timezone()).date()
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as new:
        while block := source.read(_BLOCK):
            new.write(block)
        _finish(new, day)
    os.replace(half, target)
    _sync_folder(target.parent, day)


def remove(file_ids: Iterable[UUID]) -> int:
    """Remove files, durably; one that is not there is no error. Answers how many names were removed."""
    removed = 0
    folders = set()
    for file_id in file_ids:
        for place in (_own_place(file_id), _root() / _VANDAAG / file_id.hex):
            with contextlib.suppress(FileNotFoundError):
                place.unlink()
                removed += 1
                folders.add(place.parent)
    for folder in folders:
        _sync(folder)
    return removed


def move_to_own_place(*, before: date) -> int:
    """Give every file of an earlier day its lasting place, as a new copy, in order of the random names."""
    folder, moved = _folder(_VANDAAG), 0
    for name in sorted(os.listdir(folder)):
        source = folder / name
        day = _day_of(source)
        if day >= before:
            continue
        if name.startswith(_HALF):
            source.unlink(missing_ok=True)
            continue
        target = _folder(name[:2]) / name
        _copy(source, target, day)
        source.unlink(missing_ok=True)
        moved += 1
    _sync_folder(folder, before)
    return moved


def all_files() -> Iterator[tuple[UUID, date]]:
    """Every stored file and the day it carries."""
    root = _root()
    for folder in sorted(root.iterdir()) if root.exists() else []:
        for path in sorted(folder.iterdir()):
            with contextlib.suppress(ValueError, FileNotFoundError):
                yield UUID(hex=path.name), _day_of(path)


def digest_of(file_id: UUID) -> tuple[bytes, int]:
    """SHA-256 and size of the encrypted bytes as they lie there. Raises `BestandKwijt`."""
    handle, size = open_file(file_id)
    digest = hashlib.sha256()
    with handle:
        while block := handle.read(_BLOCK):
            digest.update(block)
    return digest.digest(), size


def touch() -> None:
    """Let the disk say that every file of today changed now. Done every few seconds, so that the moment at which the
    last one came is told by nothing but its inode, until the night."""
    with contextlib.suppress(OSError):
        folder = _root() / _VANDAAG
        for place in (folder, *folder.iterdir()):
            seconds = place.stat().st_mtime
            os.utime(place, (seconds, seconds))


def _root() -> Path:
    return Path(settings.DOORZICHT_BESTANDEN)


def _folder(name: str) -> Path:
    folder = _root() / name
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _own_place(file_id: UUID) -> Path:
    """Spread over 256 folders by the first letters of the name, which is random."""
    return _root() / file_id.hex[:2] / file_id.hex


def _copy(source: Path, target: Path, day: date) -> None:
    half = target.parent / f"{_HALF}{target.name}"
    half.unlink(missing_ok=True)
    with source.open("rb") as old, os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as new:
        while block := old.read(_BLOCK):
            new.write(block)
        _finish(new, day)
    os.replace(half, target)
    _sync_folder(target.parent, day)


def _finish(handle: BinaryIO, day: date) -> None:
    """The day as the file's time, and everything on the disk, before it gets its name."""
    handle.flush()
    seconds = _seconds(day)
    os.utime(handle.fileno(), (seconds, seconds))
    os.fsync(handle.fileno())


def _sync_folder(folder: Path, day: date) -> None:
    seconds = _seconds(day)
    os.utime(folder, (seconds, seconds))
    _sync(folder)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _seconds(day: date) -> float:
    return datetime.combine(day, clock.min, tzinfo=timezone.get_default_timezone()).timestamp()


def _day_of(path: Path) -> date:
    return datetime.fromtimestamp(path.stat().st_mtime, tz=timezone.get_default_timezone()).date()
