"""The verbs of the public room. Each runs in the transaction and the context of the request."""

import hashlib
import hmac
from datetime import datetime
from uuid import UUID

from django.db import connection

from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.bestanden.api import Bekeken
from doorzicht.ground.bestanden.api import Ontvangst as Bewaard
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.lib.queries import read_queries
from doorzicht.ground.lib.receipt import OngeldigeOntvangstcode, Ontvangstcode, parse_receipt
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.wings.signaleren.melding import bijlagen
from doorzicht.wings.signaleren.melding.invoer import MeldingInvoer
from doorzicht.wings.signaleren.melding.models import Bericht, Melder, Melding
from doorzicht.wings.signaleren.melding.ontvangen import Ontvangen, receipt_of, receive
from doorzicht.wings.signaleren.melding.selectors import find_by_receipt
from doorzicht.wings.signaleren.publiek.selectors import submitted_melding

QUERIES = read_queries("doorzicht.wings.signaleren", "publiek.sql")


class CodeOnbekend(LookupError):
    """No melding for this receipt here: wrong, destroyed or of another municipality, and it never says which."""


def report(invoer: MeldingInvoer, *, by: Actor, at: datetime) -> Ontvangen:
    """Store a report once, also when it is sent twice at the same moment.

    The second waits for the first and finds it. Without the lock the database would refuse the second with an
    error, and its own log would keep the second at which somebody reported.
    """
    require(by, "melding.maken_anoniem")
    number = int.from_bytes(hashlib.sha256(invoer.inzending).digest()[:8], "big", signed=True)
    with connection.cursor() as cursor:
        cursor.execute(QUERIES["zelfde_formulier"], {"formulier": number})
    return receive(invoer, by=by, at=at)


def add_files(done: Ontvangen, bekeken: Bekeken, *, by: Actor, at: datetime) -> Bewaard:
    """Keep the files of a report that was stored just now. One that is refused never loses the report."""
    recht = "melding.maken_anoniem"
    return bijlagen.keep_with_melding(done.melding_id, bekeken, recht=recht, by=by, at=at)


def confirm_receipt(inzending: bytes, typed: str, *, by: Actor) -> bool:
    """Whether the receipt was copied right; remembers that it was. Takes no slow hash."""
    require(by, "melding.terugkomen")
    if not _same(typed, receipt_of(inzending, organisatie_id=by.organisatie_id)):
        return False
    melding = submitted_melding(inzending, by=by)
    if melding is None:
        return False
    if not melding.ontvangst_bevestigd:
        Melding.objects.filter(pk=melding.pk, organisatie_id=by.organisatie_id).update(
            ontvangst_bevestigd=True
        )
        logboek.record(by, "wijzig", "melding", [melding.id], recht="melding.terugkomen")
    return True


def _same(typed: str, code: Ontvangstcode) -> bool:
    try:
        found = parse_receipt(typed)
    except OngeldigeOntvangstcode:
        return False
    return hmac.compare_digest(found.getal.to_bytes(7, "big"), code.getal.to_bytes(7, "big"))


def come_back(code: str, *, by: Actor) -> Melding:
    """The melding of a receipt. Raises `CodeOnbekend`; the try is logged by the day, and nothing is counted."""
    melding = find_by_receipt(code, by=by)
    if melding is None or not _is_readable(melding.id):
        logboek.record(by, "weiger", "ontvangstcode", recht="melding.terugkomen", uitkomst="onbekend")
        raise CodeOnbekend
    logboek.record(by, "lees", "melding", [melding.id], recht="melding.terugkomen")
    return melding


def come_back_again(melding_id: UUID, *, by: Actor) -> Melding:
    """The melding whose receipt was shown on the page before. Raises `CodeOnbekend` when it is gone."""
    require(by, "melding.terugkomen", dossier_id=melding_id)
    melding = Melding.objects.filter(pk=melding_id, organisatie_id=by.organisatie_id).first()
    if melding is None or not _is_readable(melding.id):
        raise CodeOnbekend
    logboek.record(by, "lees", "melding", [melding.id], recht="melding.terugkomen")
    return melding


def _is_readable(melding_id: UUID) -> bool:
    return melding_id in vault.open_dossiers([melding_id])


def mark_messages_read(melding: Melding, *, by: Actor, at: datetime) -> None:
    """Remember the day on which the reporter saw what the Meldpunt wrote."""
    require(by, "melding.terugkomen", dossier_id=melding.id)
    Bericht.objects.filter(dossier_id=melding.id, van_melder=False, gelezen_dag__isnull=True).update(
        gelezen_dag=local_day(at)
    )


def forget_reporter(melding: Melding, *, by: Actor) -> None:
    """Take name and contact of the reporter away, because they ask for it with their receipt."""
    require(by, "melding.terugkomen", dossier_id=melding.id)
    Melder.objects.filter(dossier_id=melding.id, wie__isnull=True).delete()
    logboek.record(by, "vernietig", "melder", [melding.id], recht="melding.terugkomen")
