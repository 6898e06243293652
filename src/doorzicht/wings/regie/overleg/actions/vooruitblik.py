"""Make, keep open and close what an invited person of the police may know of an item before the meeting."""

from contextlib import suppress
from datetime import datetime
from uuid import UUID, uuid4

from doorzicht.ground.access import api as access
from doorzicht.ground.access.api import Actor, Geweigerd
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.vault import api as vault
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.wings.regie.overleg.models import Agendapunt, Overleg
from doorzicht.wings.regie.overleg.vooruitblik import Vooruitblik

KADER, BEHEREN = "overleg", "overleg.beheren"
OPEN_COMPARTMENT = "algemeen"


def look_ahead(
    overleg: Overleg,
    punt: Agendapunt,
    medewerker_id: UUID,
    *,
    van_organisatie_id: str,
    by: Actor,
    at: datetime,
) -> None:
    """Show the title and the labels of what will be released for this item, until the end of the meeting. For items
    that something was released for; of a sealed compartment only that there is an item."""
    if punt.soort != "verstrekking" or punt.verstrekking_id is None:
        return
    row = Vooruitblik.objects.filter(agendapunt_id=punt.id, medewerker_id=medewerker_id).first()
    if row is None:
        row = _make(overleg, punt, medewerker_id, van_organisatie_id=van_organisatie_id, by=by, at=at)
    _open(overleg, row, by=by, at=at)


def _make(
    overleg: Overleg,
    punt: Agendapunt,
    medewerker_id: UUID,
    *,
    van_organisatie_id: str,
    by: Actor,
    at: datetime,
) -> Vooruitblik:
    titel, velden = _labels(punt, by=by, at=at)
    sleutel = vault.create_dossier(
        soort="vooruitblik",
        organisatie_id=overleg.organisatie_id,
        compartiment=OPEN_COMPARTMENT,
        bewaarregel="agendapunt",
        id=uuid4(),
    )
    row = Vooruitblik(
        id=sleutel.dossier_id,
        **sleutel.row(),
        overleg_id=overleg.id,
        agendapunt_id=punt.id,
        medewerker_id=medewerker_id,
        van_organisatie_id=van_organisatie_id,
    )
    sleutel.encrypt(row, "titel", titel)
    sleutel.encrypt_json(row, "velden", velden)
    row.save(force_insert=True)
    bewaren.plan(row.id, bewaarregel="agendapunt", from_day=local_day(overleg.begin))
    return row


def _labels(punt: Agendapunt, *, by: Actor, at: datetime) -> tuple[str, list[str]]:
    """The title of an item and the labels of its fields; nothing when it is sealed or shut."""
    assert punt.verstrekking_id is not None
    with suppress(Geweigerd, vault.DossierOnbekend, vault.SleutelVernietigd):
        if vault.open_dossier(punt.verstrekking_id).compartiment == OPEN_COMPARTMENT:
            inhoud = verstrekking.read(punt.verstrekking_id, by=by, at=at)
            return vault.open_dossier(punt.id).decrypt(punt, "titel"), [v.label for v in inhoud.velden]
    return "", []


def renew(overleg: Overleg, *, by: Actor, at: datetime) -> None:
    """The meeting moved: who could look ahead still can, to its new end."""
    for row in Vooruitblik.objects.filter(overleg_id=overleg.id).order_by("id"):
        if access.end_access(row.id, by=by, at=at, recht=BEHEREN):
            _open(overleg, row, by=by, at=at)


def close(punt: Agendapunt, medewerker_id: UUID, *, by: Actor, at: datetime) -> None:
    """The invitation was taken back, or they will not be there: no look ahead any more. A mark that was set stays to
    its last day."""
    for row in Vooruitblik.objects.filter(agendapunt_id=punt.id, medewerker_id=medewerker_id):
        access.end_access(row.id, by=by, at=at, recht=BEHEREN)


def close_all(overleg: Overleg, *, by: Actor, at: datetime) -> None:
    """The meeting is over, also earlier than planned, or does not take place."""
    for row in Vooruitblik.objects.filter(overleg_id=overleg.id).order_by("id"):
        access.end_access(row.id, by=by, at=at, recht=BEHEREN)


def reopen(overleg: Overleg, punt: Agendapunt, medewerker_id: UUID, *, by: Actor, at: datetime) -> None:
    """They are there after all."""
    if overleg.eind > at:
        for row in Vooruitblik.objects.filter(agendapunt_id=punt.id, medewerker_id=medewerker_id):
            _open(overleg, row, by=by, at=at)


def _open(overleg: Overleg, row: Vooruitblik, *, by: Actor, at: datetime) -> None:
    access.allow_until(
        vault.open_dossier(row.id),
        medewerker_id=row.medewerker_id,
        kader=KADER,
        van=at,
        tot=overleg.eind,
        by=by,
        recht=BEHEREN,
    )
