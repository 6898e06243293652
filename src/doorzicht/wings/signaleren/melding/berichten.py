"""The dialogue with a reporter who holds the receipt: what they add, what the Meldpunt answers, and what is unread.

What a reporter adds may be the thing that cannot wait ("ze vertrekken vanavond"). So a melding carries the day of the
oldest message that nobody opened yet; the worklist, the start page and the morning round look at that day.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from doorzicht.ground.access.api import Actor, may, require
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.wings.signaleren.melding.actions import locked
from doorzicht.wings.signaleren.melding.models import Bericht, Melding

ANTWOORDEN, TERUGKOMEN = "melding.antwoorden", "melding.terugkomen"
NA_OVERLEG = ("in_overleg", "vervolganalyse", "besloten", "afgerond")
"""In these states the overleg may have said what the reporter may know."""


class MeldingDicht(Exception):
    """Nobody reads this melding any more (product rule 11); what is written to it would be lost without a word."""


@transaction.atomic
def answer(melding_id: UUID, tekst: str, *, by: Actor, at: datetime) -> Bericht:
    """Say back to the reporter what they may know. The button pressed twice is one message."""
    require(by, ANTWOORDEN, dossier_id=melding_id)
    return _add(locked(melding_id, by), tekst, van_melder=False, recht=ANTWOORDEN, by=by, at=at)


@transaction.atomic
def add_from_reporter(melding_id: UUID, tekst: str, *, by: Actor, at: datetime) -> Bericht:
    """A reporter who came back with the receipt adds something: kept by the day, and unread until it is opened.

    Raises `MeldingDicht`.
    """
    require(by, TERUGKOMEN, dossier_id=melding_id)
    melding = locked(melding_id, by)
    if melding.verzegeld:
        raise MeldingDicht
    bericht = _add(melding, tekst, van_melder=True, recht=TERUGKOMEN, by=by, at=at)
    if melding.nieuw_bericht is None and bericht.gelezen_dag is None:
        melding.nieuw_bericht = local_day(at)
        melding.save(update_fields=["nieuw_bericht"])
    return bericht


@transaction.atomic
def mark_read(melding: Melding, *, by: Actor, at: datetime) -> None:
    """Whoever may answer has the messages before them: from now on they count as read. For others nothing changes."""
    if melding.nieuw_bericht is None or not may(by, ANTWOORDEN):
        return
    unread = Bericht.objects.filter(dossier_id=melding.id, van_melder=True, gelezen_dag__isnull=True)
    unread.update(gelezen_dag=local_day(at))
    Melding.objects.filter(pk=melding.id).update(nieuw_bericht=None)
    logboek.record(by, "wijzig", "bericht", [melding.id], recht=ANTWOORDEN, bijzonderheden={"gelezen": True})


def proposed_by_overleg(melding: Melding, *, by: Actor) -> str:
    """What the overleg last said the reporter may know; empty when it said nothing, or not to this reader. Logged."""
    reads = may(by, ANTWOORDEN) and may(by, "verstrekking.signaleren")
    if melding.status not in NA_OVERLEG or not reads:
        return ""
    return next((r.tekst for r in verstrekking.reports_for(melding.id, by=by) if r.tekst), "")


def _add(melding: Melding, tekst: str, *, van_melder: bool, recht: str, by: Actor, at: datetime) -> Bericht:
    """Add a message to a locked melding, unless it is the last one once more."""
    sleutel = vault.open_dossier(melding.id)
    last = Bericht.objects.filter(dossier_id=melding.id).order_by("-volgnummer").first()
    if last is not None and last.van_melder == van_melder and sleutel.decrypt(last, "tekst") == tekst:
        return last
    bericht = Bericht(
        **sleutel.row(),
        van_melder=van_melder,
        dag=local_day(at),
        volgnummer=last.volgnummer + 1 if last else 1,
        door=by.medewerker_id,
    )
    sleutel.encrypt(bericht, "tekst", tekst)
    bericht.save(force_insert=True)
    logboek.record(by, "maak", "bericht", [melding.id], recht=recht)
    return bericht
