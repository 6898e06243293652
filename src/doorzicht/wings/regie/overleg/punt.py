"""One item whole, for one reader: who is there, what was released, what was said, decided and agreed."""

from datetime import datetime
from uuid import UUID

from doorzicht.ground.access import api as access
from doorzicht.ground.access.api import Actor, Geweigerd, may, require
from doorzicht.ground.bestanden.api import attachments
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.ground.verstrekking.api import Inhoud
from doorzicht.wings.regie.overleg import acties, selectors
from doorzicht.wings.regie.overleg.gegevens import BijdrageBlad, CheckBlad, DeelnemerBlad, PuntBlad
from doorzicht.wings.regie.overleg.models import Agendapunt, Bijdrage, Deelname, Uitvoeringscheck
from doorzicht.wings.regie.overleg.selectors import ZIEN


def read_punt(punt_id: UUID, *, overleg_id: UUID, by: Actor, at: datetime) -> PuntBlad:
    """An item of a meeting; logged. Raises `Agendapunt.DoesNotExist` when the database hides it from this reader, and
    `SleutelVernietigd` when nobody can read it any more.

    What was released and is withdrawn or expired is not in it: that try is a refusal, and logged as one.
    """
    require(by, ZIEN, dossier_id=punt_id)
    row = Agendapunt.objects.get(pk=punt_id, overleg_id=overleg_id)
    deelnemers = _participants(row)
    if not (may(by, "overleg.vast_lid") or any(d.rij.medewerker_id == by.medewerker_id for d in deelnemers)):
        raise Agendapunt.DoesNotExist
    sleutel = vault.open_dossier(row.id)
    inhoud, dicht = _released(row, by=by, at=at)
    logboek.record(by, "lees", "agendapunt", [row.id], recht=ZIEN)
    return PuntBlad(
        rij=row,
        titel=sleutel.decrypt(row, "titel"),
        deelnemers=deelnemers,
        inhoud=inhoud,
        dicht=dicht,
        bijdragen=_contributions(row),
        besluit=selectors.besluit_of(row.id, sleutel),
        acties=acties.of_punt(row.id),
        checks=_checks(row, by=by),
        bijlagen=() if dicht else tuple(attachments({row.id: sleutel})),
    )


def _released(row: Agendapunt, *, by: Actor, at: datetime) -> tuple[Inhoud | None, str]:
    if row.verstrekking_id is None:
        return None, ""
    try:
        return verstrekking.read(row.verstrekking_id, by=by, at=at), ""
    except Geweigerd as refusal:
        access.record_refusal(refusal)
        return None, refusal.uitleg


def _participants(row: Agendapunt) -> tuple[DeelnemerBlad, ...]:
    rows = list(Deelname.objects.filter(agendapunt_id=row.id))
    names = selectors.people(d.medewerker_id for d in rows)
    sheets = [DeelnemerBlad(d, names[d.medewerker_id]) for d in rows]
    return tuple(sorted(sheets, key=lambda s: (not s.rij.vast, s.persoon.organisatie, s.persoon.naam)))


def _contributions(row: Agendapunt) -> tuple[BijdrageBlad, ...]:
    """What was brought in, as far as the database shows it: sealed ones only to whoever has their compartment."""
    rows = list(Bijdrage.objects.filter(agendapunt_id=row.id).order_by("op", "id"))
    keys = vault.open_dossiers({b.dossier_id for b in rows})
    names = selectors.people(b.van_medewerker for b in rows)
    return tuple(
        BijdrageBlad(
            names[b.van_medewerker],
            keys[b.dossier_id].decrypt(b, "tekst"),
            b.op,
            politie=b.compartiment == "wpg",
        )
        for b in rows
        if b.dossier_id in keys
    )


def _checks(row: Agendapunt, *, by: Actor) -> tuple[CheckBlad, ...]:
    """Privacychecks 2B of this item: for standing members and the privacyfunctionaris, not for guests."""
    if not (may(by, "overleg.vast_lid") or may(by, "privacycheck.uitvoeren")):
        return ()
    return tuple(selectors.read_checks(Uitvoeringscheck.objects.filter(agendapunt_id=row.id), by=by))
