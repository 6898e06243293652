"""Retention rules of the catalogus (`bewaarregels.yaml`) as days."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib import terms


class OnbekendeBewaarregel(LookupError):
    """The catalogus has no such rule, or the rule has no term of its own ("met het dossier")."""


def regel(code: str) -> Mapping[str, Any]:
    """The rule as it stands in the catalogus. Raises `OnbekendeBewaarregel`."""
    try:
        return catalogus.op_code("bewaarregels")[code]
    except KeyError as error:
        raise OnbekendeBewaarregel(f"no retention rule {code!r} in the catalogus") from error


def destruction_day(code: str, *, from_day: date) -> date:
    """The last day of the rule's term, counted from `from_day`; on that day the dossier is due."""
    term = regel(code)["termijn"]
    if term is None:
        raise OnbekendeBewaarregel(f"retention rule {code!r} has no term of its own")
    return terms.last_day(terms.parse_term(term), begin=from_day)


def needs_two_people(code: str) -> bool:
    """Whether people confirm; unless the catalogus says otherwise, they do (product rule 11)."""
    return bool(regel(code).get("twee_personen", True))
