"""Files of a melding: sent with it or with a message. The Meldpunt reads all, whoever reported what was sent back.

Whoever may read a melding may read its files, and nobody else: the same question is asked for both.
"""

from datetime import datetime
from uuid import UUID

from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.bestanden import api as bestanden
from doorzicht.ground.bestanden.api import Bekeken, Bestand, Geopend, Ontvangst
from doorzicht.ground.vault import api as vault
from doorzicht.wings.signaleren.melding.models import Bericht, Melder, Melding
from doorzicht.wings.signaleren.melding.ontvangen import staff_mark
from doorzicht.wings.signaleren.melding.selectors import visible

LEZEN, TERUGKOMEN, EIGEN = "melding.lezen", "melding.terugkomen", "melding.eigen_zien"


def keep_with_melding(
    melding_id: UUID, bekeken: Bekeken, *, recht: str, by: Actor, at: datetime
) -> Ontvangst:
    """Keep what was sent with a melding that was stored just now."""
    if bekeken == Bekeken():
        return Ontvangst()
    return bestanden.keep_all(bekeken, vault.open_dossier(melding_id), recht=recht, by=by, at=at)


def keep_with_message(
    bericht: Bericht, bekeken: Bekeken, *, recht: str, by: Actor, at: datetime
) -> Ontvangst:
    """Keep what was sent with a message. The button pressed twice is one message, with its files once."""
    if bekeken == Bekeken() or Bestand.objects.filter(hoort_bij=bericht.id).exists():
        return Ontvangst()
    sleutel = vault.open_dossier(bericht.dossier_id)
    return bestanden.keep_all(bekeken, sleutel, recht=recht, by=by, at=at, hoort_bij=bericht.id)


def open_attachment(melding_id: UUID, file_id: UUID, *, by: Actor) -> Geopend:
    """A file of a melding for somebody who may read that melding now: not sealed, not somebody else's."""
    require(by, LEZEN, dossier_id=melding_id)
    melding = visible(by=by).get(pk=melding_id, verzegeld=False)
    return bestanden.open_file(file_id, dossier_id=melding.id, recht=LEZEN, by=by)


def open_sent_back(melding: Melding, file_id: UUID, *, by: Actor) -> Geopend:
    """A file that the Meldpunt sent to a reporter who holds the receipt. Raises `Bestand.DoesNotExist`."""
    require(by, TERUGKOMEN, dossier_id=melding.id)
    _sent_by_meldpunt(melding.id, file_id)
    return bestanden.open_file(file_id, dossier_id=melding.id, recht=TERUGKOMEN, by=by)


def open_own(melding_id: UUID, file_id: UUID, *, by: Actor) -> Geopend:
    """A file that the Meldpunt sent to a member of staff about the melding they made."""
    require(by, EIGEN, dossier_id=melding_id)
    Melder.objects.get(dossier_id=melding_id, organisatie_id=by.organisatie_id, wie=staff_mark(by.mens))
    _sent_by_meldpunt(melding_id, file_id)
    return bestanden.open_file(file_id, dossier_id=melding_id, recht=EIGEN, by=by)


def _sent_by_meldpunt(melding_id: UUID, file_id: UUID) -> None:
    """Whoever reported gets to see nothing of what others sent, or of what they sent themselves."""
    back = Bericht.objects.filter(dossier_id=melding_id, van_melder=False).values("id")
    Bestand.objects.get(pk=file_id, dossier_id=melding_id, hoort_bij__in=back)
