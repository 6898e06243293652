"""Reads the catalogue files, keeps what is valid on a day, and names the result. No Django, no database.

A file repeats no key, every date becomes an ISO string, and every entry may carry `geldig_van` and
`geldig_tot` (the last day it still holds). The version of the catalogue is the newest date label of the files
plus a hash of exactly what is valid: when a line comes into force or expires, the version changes.
"""

import hashlib
import json
from collections.abc import Hashable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from doorzicht.engines.weighing import FoutInCatalogus, Weegcatalogus, build_weegcatalogus

DATA = Path(__file__).parent / "data"
ONDERDELEN = (
    "wet-273f",
    "waarnemingen",
    "ilo-2009",
    "vormen",
    "kwetsbaarheden",
    "taken",
    "bewaarregels",
    "functiekaarten",
    "vragen-publiek",
    "sectoren",
    "termijnen",
    "uitkomsten",
    "besluiten",
    "grondslagen",
    "bronnen",
)
Inhoud = Mapping[str, Any]


class _StrengeLezer(yaml.SafeLoader):
    """YAML that refuses a key written twice: the second would silently replace the first."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """Return the mapping. Raises `FoutInCatalogus` on a repeated key."""
        sleutels = [self.construct_object(sleutel, deep=True) for sleutel, _ in node.value]
        dubbel = sorted({str(s) for s in sleutels if sleutels.count(s) > 1})
        if dubbel:
            regel = node.start_mark.line + 1
            raise FoutInCatalogus(f"Regel {regel}: {', '.join(dubbel)} staat er twee keer.")
        return super().construct_mapping(node, deep=deep)


def read_yaml(pad: Path) -> Any:
    """Return one file as JSON types. Raises `FoutInCatalogus` when the file is no YAML."""
    try:
        return _as_json(yaml.load(pad.read_text(encoding="utf-8"), Loader=_StrengeLezer))  # noqa: S506
    except (yaml.YAMLError, FoutInCatalogus) as fout:
        raise FoutInCatalogus(f"{pad.name}: {fout}") from fout


def read_files(map_: Path = DATA) -> dict[str, Any]:
    """Return every part of the catalogue as written, valid or not."""
    return {naam: read_yaml(map_ / f"{naam}.yaml") for naam in ONDERDELEN}


def valid_on(inhoud: Inhoud, dag: date) -> dict[str, Any]:
    """Return the content without the entries that do not hold on `dag`. Raises when a whole file does not."""
    for naam, deel in inhoud.items():
        if not _holds(deel, dag):
            raise FoutInCatalogus(f"{naam} geldt niet op {dag.isoformat()}.")
    return {naam: _only_valid(deel, dag) for naam, deel in inhoud.items()}


def version_of(geldig: Inhoud) -> str:
    """Return the version: newest date label and the first 12 hex digits of the hash of the content."""
    label = max(deel["versie"] for deel in geldig.values())
    return f"{label}-{hash_of(geldig)[:12]}"


def hash_of(geldig: Inhoud) -> str:
    """Return the SHA-256 of the content, independent of the order of keys."""
    tekst = json.dumps(geldig, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(tekst.encode()).hexdigest()


def weegcatalogus_from(inhoud: Inhoud, *, versie: str) -> Weegcatalogus:
    """Return what the weighing needs from the content of one version."""
    return build_weegcatalogus(
        versie=versie,
        wet=inhoud["wet-273f"],
        ilo=inhoud["ilo-2009"],
        waarnemingen=inhoud["waarnemingen"],
        vormen=inhoud["vormen"],
    )


@cache
def weegcatalogus_on(dag: date) -> Weegcatalogus:
    """Return the weighing catalogue of the files as they hold on `dag`."""
    geldig = valid_on(read_files(), dag)
    return weegcatalogus_from(geldig, versie=version_of(geldig))


def freeze(waarde: Any) -> Any:
    """Return the content read-only, so that nobody can change a cached version."""
    if isinstance(waarde, dict):
        return MappingProxyType({sleutel: freeze(deel) for sleutel, deel in waarde.items()})
    if isinstance(waarde, list):
        return tuple(freeze(deel) for deel in waarde)
    return waarde


def entries(waarde: Any) -> Iterator[dict[str, Any]]:
    """Yield every entry (a mapping in a list), at any depth."""
    if isinstance(waarde, dict):
        for deel in waarde.values():
            yield from entries(deel)
    elif isinstance(waarde, list):
        for deel in waarde:
            if isinstance(deel, dict):
                yield deel
            yield from entries(deel)


def _holds(deel: Mapping[str, Any], dag: date) -> bool:
    op = dag.isoformat()
    return (deel.get("geldig_van") or "") <= op <= (deel.get("geldig_tot") or "9999-12-31")


def _only_valid(waarde: Any, dag: date) -> Any:
    if isinstance(waarde, dict):
        return {sleutel: _only_valid(deel, dag) for sleutel, deel in waarde.items()}
    if isinstance(waarde, list):
        return [_only_valid(deel, dag) for deel in waarde if not isinstance(deel, dict) or _holds(deel, dag)]
    return waarde


def _as_json(waarde: Any) -> Any:
    if isinstance(waarde, dict):
        return {str(sleutel): _as_json(deel) for sleutel, deel in waarde.items()}
    if isinstance(waarde, list):
        return [_as_json(deel) for deel in waarde]
    return waarde.isoformat() if isinstance(waarde, date) else waarde
