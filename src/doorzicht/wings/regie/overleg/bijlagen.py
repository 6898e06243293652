"""Files at an item of a meeting: put there by the chair, read by whoever is let in to that item, for as long.

What a guest or the police bring in they say, or hand to the chair: nobody writes a file in another organisation's
dossier, and what is the police's stays theirs (product rule 8).
"""

from datetime import datetime
from uuid import UUID

from doorzicht.ground.access.api import Actor, Geweigerd
from doorzicht.ground.bestanden import api as bestanden
from doorzicht.ground.bestanden.api import Bekeken, Geopend, Ontvangst
from doorzicht.ground.vault import api as vault
from doorzicht.wings.regie.overleg.actions.rijen import BEHEREN, ZIEN, locked_punt
from doorzicht.wings.regie.overleg.punt import read_punt
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap


def add(punt_id: UUID, bekeken: Bekeken, *, by: Actor, at: datetime) -> Ontvangst:
    """Keep files with an item. Raises `Geweigerd`, `OngeldigeStap` once the meeting is closed."""
    overleg, punt = locked_punt(punt_id, by=by)
    if overleg.voorbij:
        raise OngeldigeStap("Dit overleg is gesloten. Er kan niets meer bij.")
    return bestanden.keep_all(bekeken, vault.open_dossier(punt.id), recht=BEHEREN, by=by, at=at)


def open_attachment(punt_id: UUID, file_id: UUID, *, overleg_id: UUID, by: Actor, at: datetime) -> Geopend:
    """A file of an item for whoever sees that item now. What was released for it and is closed closes its files too."""
    blad = read_punt(punt_id, overleg_id=overleg_id, by=by, at=at)
    if blad.dicht:
        raise Geweigerd(by, ZIEN, dossier_id=punt_id, uitleg=blad.dicht)
    return bestanden.open_file(file_id, dossier_id=punt_id, recht=ZIEN, by=by)
