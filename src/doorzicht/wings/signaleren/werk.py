"""The work of the wing from report to overleg, by the number of the melding, for whoever tells all of it.

The verbs are those of the rooms, with every right and every check in them. Where a screen would first look up which
check stands open, the functions below do.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from doorzicht.ground.access.api import Actor
from doorzicht.ground.lib.receipt import Ontvangstcode
from doorzicht.wings.signaleren.melding.actions import finish, merge, open_melding, record_call
from doorzicht.wings.signaleren.melding.berichten import add_from_reporter, answer
from doorzicht.wings.signaleren.publiek.actions import come_back, report
from doorzicht.wings.signaleren.weging import checks, voordragen
from doorzicht.wings.signaleren.weging.actions import decide_along
from doorzicht.wings.signaleren.weging.actions import record as weigh
from doorzicht.wings.signaleren.weging.checks import ask_seen_before
from doorzicht.wings.signaleren.weging.invoer import (
    Checkbesluit,
    GekozenVeld,
    VoordrachtInvoer,
    WegingInvoer,
)
from doorzicht.wings.signaleren.weging.models import Privacycheck, Voordracht, VoordrachtVeld
from doorzicht.wings.signaleren.weging.regiovraag import ask_region, join_region
from doorzicht.wings.signaleren.weging.voordragen import propose
from doorzicht.wings.signaleren.weging.workflow import Poorten

__all__ = [
    "Checkbesluit",
    "GekozenVeld",
    "Poorten",
    "VoordrachtInvoer",
    "WegingInvoer",
    "answer",
    "ask_region",
    "ask_seen_before",
    "decide_along",
    "decide_check_1",
    "decide_check_2a",
    "finish",
    "join_region",
    "merge",
    "open_melding",
    "propose",
    "record_call",
    "report",
    "weigh",
    "write_as_reporter",
]


def write_as_reporter(code: Ontvangstcode, tekst: str, *, by: Actor, at: datetime) -> None:
    """Come back with a receipt and add something. Raises the rooms' `CodeOnbekend` and `MeldingDicht`."""
    add_from_reporter(come_back(code.woorden, by=by).id, tekst, by=by, at=at)


def decide_check_1(
    melding_id: UUID, besluit: Checkbesluit, *, vrijgegeven: Collection[str] = (), by: Actor, at: datetime
) -> None:
    """Decide the open privacycheck 1 of this melding; `vrijgegeven` are codes of sources."""
    checks.decide_sources(_open(melding_id, "1").id, besluit, vrijgegeven=vrijgegeven, by=by, at=at)


def decide_check_2a(
    melding_id: UUID, besluit: Checkbesluit, *, vrijgegeven: Collection[str] = (), by: Actor, at: datetime
) -> None:
    """Decide the open privacycheck 2A of this melding; `vrijgegeven` are codes of fields."""
    check = _open(melding_id, "2A")
    proposal = Voordracht.objects.get(privacycheck_id=check.id)
    fields = VoordrachtVeld.objects.filter(voordracht_id=proposal.id, code__in=vrijgegeven)
    ids = set(fields.values_list("id", flat=True))
    voordragen.decide_fields(check.id, besluit, vrijgegeven=ids, by=by, at=at)


def _open(melding_id: UUID, soort: str) -> Privacycheck:
    return Privacycheck.objects.get(dossier_id=melding_id, soort=soort, besluit="")
