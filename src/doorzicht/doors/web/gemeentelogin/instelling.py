"""How a municipality's login server is reached: `<code>.json` in one folder, with its secret, never in the database."""

import json
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from doorzicht.doors.cli.errors import BeheerFout

_HIER = {"127.0.0.1", "localhost"}


@dataclass(frozen=True, slots=True)
class Gemeentelogin:
    """One login server. With `acr` or `amr` its answer must say one of these, or the login is refused."""

    organisatie_id: str
    uitgever: str
    client_id: str
    client_geheim: str = field(repr=False)
    acr: tuple[str, ...] = ()
    amr: tuple[str, ...] = ()


def read_instellingen(folder: Path) -> Mapping[str, Gemeentelogin]:
    """Every login server in the folder, by the code of the municipality; none where there is no folder. Raises
    `BeheerFout`, with the file and what is wrong with it."""
    found = {path.stem: _read(path) for path in sorted(folder.glob("*.json"))}
    return MappingProxyType(found)


def _read(path: Path) -> Gemeentelogin:
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise BeheerFout(f"{path} holds a secret and others can read it: chmod 600.")
    try:
        given: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        row = Gemeentelogin(
            organisatie_id=path.stem,
            uitgever=str(given["uitgever"]).rstrip("/"),
            client_id=str(given["client_id"]),
            client_geheim=str(given["client_geheim"]),
            acr=tuple(given.get("acr", ())),
            amr=tuple(given.get("amr", ())),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BeheerFout(
            f"{path} must hold uitgever, client_id and client_geheim as JSON ({error!r})."
        ) from None
    where = urlsplit(row.uitgever)
    if where.scheme != "https" and where.hostname not in _HIER:
        raise BeheerFout(f"{path}: uitgever must be an https address.")
    return row
