"""Retention rules of the catalogus as days."""

from datetime import date

from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.catalogus.soorten import Bewaarregel
from doorzicht.ground.lib import terms


class OnbekendeBewaarregel(LookupError):
    """The catalogus has no such rule, or the rule has no term of its own ("met het dossier")."""


def regel(code: str) -> Bewaarregel:
    """The rule as it stands in the catalogus today. Raises `OnbekendeBewaarregel`."""
    try:
        return catalogus.bewaarregel(code)
    except catalogus.OnbekendeCode as error:
        raise OnbekendeBewaarregel(f"no retention rule {code!r} in the catalogus") from error


def destruction_day(code: str, *, from_day: date) -> date:
    """The last day of the rule's term, counted from `from_day`; on that day the dossier is due."""
    term = regel(code).termijn
    if term is None:
        raise OnbekendeBewaarregel(f"retention rule {code!r} has no term of its own")
    return terms.last_day(terms.parse_term(term), begin=from_day)


def needs_two_people(code: str) -> bool:
    """Whether people confirm: always, unless the rule of today says otherwise (product rule 11)."""
    try:
        return regel(code).twee_personen
    except OnbekendeBewaarregel:
        return True


def in_words(code: str) -> str:
    """The rule for a reader: its name and term, or the code when the catalogus no longer has it."""
    try:
        found = regel(code)
    except OnbekendeBewaarregel:
        return code
    return f"{found.naam}, {found.termijn} na {found.vanaf}" if found.termijn else found.naam
