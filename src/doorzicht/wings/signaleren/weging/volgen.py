"""How far the overleg is: signaleren looks at its own verstrekkingen, never at the wing that received them.

A receiver's answer is a state of the verstrekking (accepted, refused) and what it said back (decided). The melding
follows when somebody opens it, and in a job every five minutes.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.wings.signaleren.melding.actions import move
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.weging.models import Privacycheck, Voordracht

VOLGEN = "verstrekking.volgen"
ONDERWEG = ("aangeboden", "in_overleg")
TERMIJN = {"in_overleg": "verstrekking-geldig", "besloten": "terugkoppeling"}
"""Accepted: the overleg has it on its table before the release ends. Decided: the reporter hears something."""


def follow(*, by: Actor, at: datetime, melding_ids: Iterable[UUID] | None = None) -> int:
    """Let the meldingen of the actor's organisation follow their verstrekking. Returns how many moved."""
    require(by, VOLGEN)
    waiting = Melding.objects.filter(organisatie_id=by.organisatie_id, status__in=ONDERWEG)
    if melding_ids is not None:
        waiting = waiting.filter(id__in=list(melding_ids))
    ids = list(waiting.values_list("id", flat=True))
    if not ids:
        return 0
    given = _latest_given(ids, by=by)
    states = verstrekking.standings(given.values(), by=by, at=at)
    return sum(_follow_one(m, *states[v], by=by, at=at) for m, v in given.items() if v in states)


def _latest_given(ids: list[UUID], *, by: Actor) -> dict[UUID, UUID]:
    """The last verstrekking of each melding."""
    agreed = Privacycheck.objects.filter(
        organisatie_id=by.organisatie_id, dossier_id__in=ids, soort="2A", besluit="akkoord"
    ).order_by("op")
    last = {dossier_id: check_id for check_id, dossier_id in agreed.values_list("id", "dossier_id")}
    given = Voordracht.objects.filter(privacycheck_id__in=last.values(), verstrekking_id__isnull=False)
    by_check = {v.privacycheck_id: v.verstrekking_id for v in given if v.verstrekking_id is not None}
    return {dossier_id: by_check[check] for dossier_id, check in last.items() if check in by_check}


def _follow_one(melding_id: UUID, status: str, stand: str, *, by: Actor, at: datetime) -> bool:
    melding = Melding.objects.select_for_update().get(pk=melding_id, organisatie_id=by.organisatie_id)
    before = melding.status
    for naar in steps(melding.status, status=status, stand=stand):
        move(melding, naar, werkwoord="overleg", by=by, at=at)
    if melding.status == before:
        return False
    term = TERMIJN.get(melding.status)
    melding.uiterlijk = catalogus.last_day(term, begin=local_day(at)) if term else local_day(at)
    melding.save(update_fields=["uiterlijk"])
    return True


def steps(van: str, *, status: str, stand: str) -> list[str]:
    """Which moves a melding makes, from the state of its verstrekking and what was said back last."""
    accepted = status == "aangenomen" or stand in {"op_agenda", "doorgeschoven", "besloten"}
    if stand == "besloten":
        return ["in_overleg", "besloten"] if van == "aangeboden" else ["besloten"]
    if stand == "vervallen" or status in {"afgewezen", "ingetrokken", "verlopen"}:
        return ["vervolganalyse"]
    return ["in_overleg"] if accepted and van == "aangeboden" else []
