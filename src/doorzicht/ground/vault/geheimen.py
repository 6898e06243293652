"""Secrets as files: one secret a file, 32 bytes, outside the database, readable by the service alone. No Django."""

import contextlib
import os
import secrets
from pathlib import Path

LENGTE = 32
HOOFDSLEUTEL = "hoofdsleutel-"
"""Name of the files of the master key, followed by its version."""


def write_once(path: Path, value: bytes) -> bool:
    """Make the file with mode 0600, whole and durable or not at all; False when it was there already.

    Two processes that start together agree. In a folder of another account the file becomes that account's, so
    that a key made by root can be read by the service.
    """
    scratch = _write_beside(path, value)
    try:
        os.link(scratch, path)
    except FileExistsError:
        return False
    finally:
        scratch.unlink()
        sync_folder(path.parent)
    return True


def replace_durably(path: Path, value: bytes) -> None:
    """Write a file (mode 0600) over what was there: after a crash it is the old one or the new one, whole."""
    scratch = _write_beside(path, value)
    scratch.replace(path)
    sync_folder(path.parent)


def new_secret() -> bytes:
    """A secret from the operating system's randomness."""
    return secrets.token_bytes(LENGTE)


def versions_in(folder: Path) -> list[int]:
    """The versions of the master key that lie in a folder, lowest first."""
    with contextlib.suppress(FileNotFoundError):
        names = os.listdir(folder)
        return sorted(int(n.removeprefix(HOOFDSLEUTEL)) for n in names if _is_version(n))
    return []


def erase(path: Path) -> None:
    """Overwrite a secret where it stands and remove it; nothing happens when it is not there."""
    with contextlib.suppress(FileNotFoundError):
        fd = os.open(path, os.O_WRONLY)
        try:
            os.write(fd, secrets.token_bytes(os.fstat(fd).st_size))
            os.fsync(fd)
        finally:
            os.close(fd)
        path.unlink()
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Wait until names that were made or removed in a folder are on the disk."""
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def _write_beside(path: Path, value: bytes) -> Path:
    """A whole, durable file with mode 0600 beside the one that is meant, which it may become."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    scratch.unlink(missing_ok=True)  # of a process that was killed and had our number
    with os.fdopen(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as handle:
        handle.write(value)
        handle.flush()
        _give_to(handle.fileno(), path.parent)
        os.fsync(handle.fileno())
    return scratch


def _is_version(name: str) -> bool:
    return name.startswith(HOOFDSLEUTEL) and name.removeprefix(HOOFDSLEUTEL).isdecimal()


def _give_to(fd: int, folder: Path) -> None:
    owner = folder.stat()
    if os.geteuid() == 0 and owner.st_uid != 0:
        os.fchown(fd, owner.st_uid, owner.st_gid)
