"""The master key and its versions, read from files when they are needed.

A process that started before a rotation finds the new version by itself: the newest one is looked up for every
key that is wrapped, an older one is kept in memory once it was read.
"""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from doorzicht.ground.vault.geheimen import HOOFDSLEUTEL, LENGTE, versions_in


class HoofdsleutelOntbreekt(RuntimeError):
    """A version of the master key that something was wrapped with is not there (or is no key)."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is missing or damaged: put it back from the recovery key or your key backup."
        )
        self.path = path


def folder() -> Path:
    """Where the secrets of this installation lie."""
    return Path(settings.GEHEIMEN_DIR)


def newest_master() -> tuple[int, bytes]:
    """The version that wraps new keys, and its 32 bytes. A version counts from the moment its file is whole."""
    versions = versions_in(folder())
    if not versions:
        raise HoofdsleutelOntbreekt(folder() / f"{HOOFDSLEUTEL}1")
    return versions[-1], master(versions[-1])


def master(version: int) -> bytes:
    """The 32 bytes of one version. Raises `HoofdsleutelOntbreekt`."""
    return _read(folder() / f"{HOOFDSLEUTEL}{version}")


@lru_cache(maxsize=64)
def _read(path: Path) -> bytes:
    try:
        value = path.read_bytes()
    except FileNotFoundError:
        raise HoofdsleutelOntbreekt(path) from None
    if len(value) != LENGTE:
        raise HoofdsleutelOntbreekt(path)
    return value
