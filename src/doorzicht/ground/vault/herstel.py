"""The recovery key: all secrets of an installation, encrypted to a key that exists on two papers only.

The public half of the recovery key lies beside the secrets. With it the recovery file is written anew whenever a
secret is made, without anybody's paper. Reading it takes both papers (`helften`). See docs/decisions/0096.
"""

import base64
import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from doorzicht.ground.vault import age
from doorzicht.ground.vault.geheimen import replace_durably, write_once

ONTVANGER = "herstelsleutel"
"""The file with the public recovery key, among the secrets."""
BACKUP = "back-up"
"""The file with the private key to which this installation encrypts its own backups, among the secrets."""
HERSTELBESTAND = "herstel.age"
_FORMAAT = 1


class GeenHerstelsleutel(Exception):
    """There is no recovery key yet: nothing can be encrypted to it."""


@dataclass(frozen=True, slots=True)
class Pakket:
    """What was in a recovery file: the secrets by name, and when they were put in."""

    gemaakt: datetime
    geheimen: dict[str, bytes]

    def __repr__(self) -> str:
        return f"Pakket({self.gemaakt.isoformat()}, {sorted(self.geheimen)})"


def recipient(folder: Path) -> str:
    """The public recovery key. Raises `GeenHerstelsleutel`."""
    try:
        return (folder / ONTVANGER).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        raise GeenHerstelsleutel(
            "There is no recovery key yet: make one with `doorzicht herstelsleutel maak`."
        ) from None


def backup_identity(folder: Path) -> str:
    """The key of this installation's own backups; made when it is not there."""
    path = folder / BACKUP
    if not path.exists():
        write_once(path, age.new_identity().encode())
    return age.read_identity(path)


def set_recipient(folder: Path, public: str) -> None:
    """From now on recovery files are for this key."""
    replace_durably(folder / ONTVANGER, public.encode())


def seal_secrets(folder: Path, *, at: datetime, extra: dict[str, bytes] | None = None) -> bytes:
    """The recovery file: every secret of the folder, and `extra` ones that are about to be put there."""
    secrets = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if _is_secret(path)}
    secrets |= extra or {}
    content = {
        "formaat": _FORMAAT,
        "gemaakt": at.isoformat(timespec="seconds"),
        "geheimen": {naam: base64.b64encode(value).decode() for naam, value in secrets.items()},
    }
    return age.encrypt(json.dumps(content).encode(), recipients=[recipient(folder)])


def open_secrets(sealed: bytes, *, identity: str) -> Pakket:
    """What is in a recovery file. Raises `age.VerkeerdeSleutel` or `age.Beschadigd`."""
    try:
        content = json.loads(age.decrypt(sealed, identity=identity))
        if content["formaat"] != _FORMAAT:
            raise age.Beschadigd(f"it has format {content['formaat']}, made by a newer Doorzicht")
        secrets = {
            naam: base64.b64decode(value, validate=True) for naam, value in content["geheimen"].items()
        }
        return Pakket(datetime.fromisoformat(content["gemaakt"]), secrets)
    except (ValueError, KeyError, TypeError) as error:
        raise age.Beschadigd("it is not a recovery file") from error


@dataclass(frozen=True, slots=True)
class Teruggezet:
    """What putting secrets back did, by name."""

    nieuw: list[str]
    gelijk: list[str]
    vervangen: list[str]


class AndereGeheimen(Exception):
    """Other secrets stand where these would go. Nothing was changed; `namen` are in the way."""

    def __init__(self, namen: list[str]) -> None:
        super().__init__(", ".join(namen))
        self.namen = namen


def put_back(pakket: Pakket, folder: Path, *, vervang: bool = False) -> Teruggezet:
    """Write the secrets that are missing. Raises `AndereGeheimen` when one that differs is in the way.

    With `vervang` that one is kept beside it, under its name with `.vervangen` behind it.
    """
    found = {naam: _read(folder / naam) for naam in pakket.geheimen}
    others = sorted(n for n, value in found.items() if value not in (None, pakket.geheimen[n]))
    if others and not vervang:
        raise AndereGeheimen(others)
    for naam in others:
        os.replace(folder / naam, _free_name(folder, f"{naam}.vervangen"))
    for naam, value in sorted(pakket.geheimen.items()):
        write_once(folder / naam, value)
    return Teruggezet(
        nieuw=sorted(n for n, value in found.items() if value is None),
        gelijk=sorted(n for n, value in found.items() if value == pakket.geheimen[n]),
        vervangen=others,
    )


def _free_name(folder: Path, naam: str) -> Path:
    number, path = 1, folder / naam
    while path.exists():
        number += 1
        path = folder / f"{naam}-{number}"
    return path


def _is_secret(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".") and ".vervangen" not in path.name


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None
