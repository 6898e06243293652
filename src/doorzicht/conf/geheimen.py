"""Keys and secrets as files outside the database, one secret a file, readable by the service alone."""

from pathlib import Path

from doorzicht.doors.cli.errors import BeheerFout
from doorzicht.ground.vault.geheimen import (
    HOOFDSLEUTEL,
    LENGTE,
    new_secret,
    versions_in,
    write_once,
)


class GeheimOntbreekt(BeheerFout):
    """A secret that must exist is not there; the message names the file to restore."""


def read_geheim(folder: Path, naam: str, *, create: bool, herstel: bool = False) -> bytes:
    """Return the 32 bytes of secret `naam`; make it first when `create` (first start, never over an old one).

    With `herstel` a missing one reads as zeros and is not made: the command that asks is about to put it back.
    """
    path = folder / naam
    if not path.exists():
        if herstel:
            return bytes(LENGTE)
        if not create:
            raise GeheimOntbreekt(
                f"Secret file {path} is missing: put it back from your key backup, or with "
                "`doorzicht herstelsleutel gebruik` (docs/beheer/sleutels.md)."
            )
        write_once(path, new_secret())
    value = path.read_bytes()
    if len(value) != LENGTE:
        raise GeheimOntbreekt(f"Secret file {path} must hold exactly {LENGTE} bytes, it holds {len(value)}.")
    return value


def ensure_hoofdsleutel(folder: Path, *, create: bool, herstel: bool = False) -> None:
    """See to it that there is a master key, of whatever version, and that each version can be read."""
    for version in versions_in(folder) or [1]:
        read_geheim(folder, f"{HOOFDSLEUTEL}{version}", create=create, herstel=herstel)
