"""Keys and secrets as files outside the database, one secret a file, readable by the service alone."""

import os
import secrets
from pathlib import Path

from doorzicht.doors.cli.errors import BeheerFout

SOORTEN = ("hoofdsleutel-1", "index", "logboek", "django", "ontvangst")


class GeheimOntbreekt(BeheerFout):
    """A secret that must exist is not there; the message names the file to restore."""


def read_geheim(folder: Path, naam: str, *, create: bool) -> bytes:
    """Return the 32 bytes of secret `naam`; make it first when `create` (first start, never over an old one)."""
    path = folder / naam
    if not path.exists():
        if not create:
            raise GeheimOntbreekt(f"Secret file {path} is missing: put it back from your key backup.")
        _write_once(path, secrets.token_bytes(32))
    value = path.read_bytes()
    if len(value) != 32:
        raise GeheimOntbreekt(f"Secret file {path} must hold exactly 32 bytes, it holds {len(value)}.")
    return value


def read_hoofdsleutels(folder: Path, *, create: bool) -> dict[int, bytes]:
    """All versions of the master key, version -> 32 bytes. The highest version wraps new data keys."""
    read_geheim(folder, "hoofdsleutel-1", create=create)
    versions = sorted(int(p.name.rsplit("-", 1)[1]) for p in folder.glob("hoofdsleutel-*"))
    return {v: read_geheim(folder, f"hoofdsleutel-{v}", create=False) for v in versions}


def _write_once(path: Path, value: bytes) -> None:
    """Create the file with mode 0600, whole or not at all: two processes that start together agree."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    fd = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(fd, "wb") as handle:
        handle.write(value)
        handle.flush()
        os.fsync(handle.fileno())
    try:
        os.link(scratch, path)
    except FileExistsError:
        pass
    finally:
        scratch.unlink()
