"""Questions about verstrekkingen: what does it hold, what lies ready for us, what did we give.

Every answer is logged with the ids of what was shown. The number of statements does not grow with the answer.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Subquery

from doorzicht.ground.access import api as access
from doorzicht.ground.access.api import Actor, Geweigerd
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.ground.verstrekking import toetsing
from doorzicht.ground.verstrekking.gegevens import (
    GevolgdeVerstrekking,
    Inhoud,
    Kop,
    Ontvanger,
    Veld,
    VoortgangBlad,
)
from doorzicht.ground.verstrekking.models import Verstrekking, Voortgang, VrijgegevenVeld
from doorzicht.ground.verstrekking.toetsing import VerstrekkingOnbekend
from doorzicht.ground.verstrekking.workflow import LEESBAAR

LEZEN = "verstrekking.lezen"


def find(verstrekking_id: UUID, *, by: Actor, recht: str) -> Verstrekking:
    """The row, if the wall shows it to this actor. Raises `VerstrekkingOnbekend`."""
    access.require(by, recht, dossier_id=verstrekking_id)
    row = Verstrekking.objects.filter(pk=verstrekking_id).first()
    if row is None:
        raise VerstrekkingOnbekend(by, recht, dossier_id=verstrekking_id)
    return row


def read(verstrekking_id: UUID, *, by: Actor, at: datetime) -> Inhoud:
    """What was released, for giver, receiver and whoever was let in; logged.

    Raises `Geweigerd` when it is addressed elsewhere, refused, withdrawn or expired, and
    `VerstrekkingOnbekend` (a `Geweigerd` too) when this reader may not even know that it exists.
    """
    row = find(verstrekking_id, by=by, recht=LEZEN)
    if not (
        toetsing.is_receiver(row, by)
        or toetsing.is_giver(row, by)
        or toetsing.is_let_in(row.id, by=by, at=at)
    ):
        raise Geweigerd(by, LEZEN, dossier_id=row.id)
    toetsing.check_alive(row, by=by, at=at, recht=LEZEN)
    inhoud = _contents(row)
    logboek.record(by, "lees", "verstrekking", [row.id], recht=LEZEN, doel=row.kader)
    return inhoud


def offered_to(organisatie_id: str, wing: str, *, by: Actor, at: datetime) -> list[Kop]:
    """What lies ready for a wing of an organisation and is still alive, the one that ends first on top; logged."""
    access.require(by, LEZEN)
    if by.organisatie_id != organisatie_id or not access.may(by, f"verstrekking.{wing}"):
        raise Geweigerd(by, LEZEN)
    rows = Verstrekking.objects.filter(
        aan_organisatie_id=organisatie_id, aan_wing=wing, status__in=LEESBAAR, vervalt_op__gt=at
    )
    return _listed(list(rows.order_by("vervalt_op", "id")), by=by)


def given_by(bron_dossier_id: UUID, *, by: Actor) -> list[Kop]:
    """The ledger of a source: all that was ever released from it, newest first, whatever became of it; logged."""
    access.require(by, LEZEN, dossier_id=bron_dossier_id)
    rows = Verstrekking.objects.filter(bron_dossier_id=bron_dossier_id, organisatie_id=by.organisatie_id)
    mine = [row for row in rows.order_by("-aangeboden_op", "id") if toetsing.is_giver(row, by)]
    return _listed(mine, by=by)


def reports_for(bron_dossier_id: UUID, *, by: Actor) -> list[GevolgdeVerstrekking]:
    """What became of all that was released from a source, newest first: accepted or not, and what the receiver
    said back. For the giver; logged."""
    access.require(by, LEZEN, dossier_id=bron_dossier_id)
    rows = Verstrekking.objects.filter(bron_dossier_id=bron_dossier_id, organisatie_id=by.organisatie_id)
    mine = [row for row in rows.order_by("-aangeboden_op", "id") if toetsing.is_giver(row, by)]
    sleutels = vault.open_dossiers(row.id for row in mine)
    said: defaultdict[UUID, list[VoortgangBlad]] = defaultdict(list)
    reports = Voortgang.objects.filter(dossier_id__in=list(sleutels), organisatie_id=by.organisatie_id)
    for report in reports.order_by("op", "id"):
        tekst = sleutels[report.dossier_id].decrypt(report, "tekst")
        said[report.dossier_id].append(VoortgangBlad(report.stand, tekst, report.op))
    logboek.record(by, "lees", "voortgang", [bron_dossier_id, *sleutels], recht=LEZEN)
    return [
        GevolgdeVerstrekking(
            verstrekking_id=row.id,
            nummer=row.nummer,
            status=row.status,
            aan=Ontvanger(row.aan_organisatie_id, row.aan_wing),
            beslist_op=row.beslist_op,
            voortgang=tuple(said[row.id]),
        )
        for row in mine
    ]


def standings(verstrekking_ids: Iterable[UUID], *, by: Actor, at: datetime) -> dict[UUID, tuple[str, str]]:
    """Of some verstrekkingen of the actor's organisation: their state, and how far the receiver said to be.

    Codes only, nothing is decrypted, and what ran out says so before the job comes by. For the giver's own lists.
    """
    access.require(by, "verstrekking.volgen")
    rows = Verstrekking.objects.filter(id__in=list(verstrekking_ids), organisatie_id=by.organisatie_id)
    last = Voortgang.objects.filter(dossier_id=OuterRef("id")).order_by("-op", "-id").values("stand")[:1]
    return {
        row.id: (
            "verlopen" if row.status in LEESBAAR and row.vervalt_op <= at else row.status,
            row.stand or "",
        )
        for row in rows.annotate(stand=Subquery(last)).only("id", "status", "vervalt_op")
    }


def of_numbers(nummers: Iterable[str], *, by: Actor, at: datetime) -> dict[str, Kop]:
    """The verstrekkingen with these numbers that this actor may read; others are absent. Logged."""
    access.require(by, LEZEN)
    rows = Verstrekking.objects.filter(nummer__in=list(nummers), status__in=LEESBAAR, vervalt_op__gt=at)
    mine = [r for r in rows if toetsing.is_receiver(r, by) or toetsing.is_giver(r, by)]
    return {kop.nummer: kop for kop in _listed(mine, by=by)}


def _contents(row: Verstrekking) -> Inhoud:
    sleutel = vault.open_dossier(row.id)
    velden = VrijgegevenVeld.objects.filter(dossier_id=row.id, organisatie_id=row.organisatie_id)
    return Inhoud(
        id=row.id,
        nummer=row.nummer,
        status=row.status,
        kader=row.kader,
        van_organisatie_id=row.organisatie_id,
        van_wing=row.van_wing,
        aan=Ontvanger(row.aan_organisatie_id, row.aan_wing),
        grondslag=row.grondslag,
        taak=row.taak,
        doel=sleutel.decrypt(row, "doel"),
        noodzaak=sleutel.decrypt(row, "noodzaak"),
        label=sleutel.decrypt(row, "label"),
        velden=tuple(
            Veld(v.code, *(sleutel.decrypt(v, naam) for naam in ("label", "inhoud", "waarom")))
            for v in velden.order_by("volgnummer")
        ),
        niet_vrijgegeven=tuple(sleutel.decrypt_json(row, "niet_vrijgegeven") or ()),
        slachtoffer=row.slachtoffer,
        minderjarig=row.minderjarig,
        aangeboden_door=row.aangeboden_door,
        aangeboden_op=row.aangeboden_op,
        privacycheck_door=row.privacycheck_door,
        beslist_door=row.beslist_door,
        beslist_op=row.beslist_op,
        vervalt_op=row.vervalt_op,
    )


def _listed(rows: Sequence[Verstrekking], *, by: Actor) -> list[Kop]:
    ids = [row.id for row in rows]
    sleutels = vault.open_dossiers(ids)
    codes: defaultdict[UUID, list[str]] = defaultdict(list)
    found = VrijgegevenVeld.objects.filter(dossier_id__in=ids).order_by("dossier_id", "volgnummer")
    for dossier_id, code in found.values_list("dossier_id", "code"):
        codes[dossier_id].append(code)
    logboek.record(by, "lees", "verstrekking", ids, recht=LEZEN)
    return [
        Kop(
            id=row.id,
            nummer=row.nummer,
            label=sleutels[row.id].decrypt(row, "label"),
            status=row.status,
            kader=row.kader,
            van_organisatie_id=row.organisatie_id,
            van_wing=row.van_wing,
            aan=Ontvanger(row.aan_organisatie_id, row.aan_wing),
            grondslag=row.grondslag,
            taak=row.taak,
            slachtoffer=row.slachtoffer,
            minderjarig=row.minderjarig,
            aangeboden_op=row.aangeboden_op,
            vervalt_op=row.vervalt_op,
            veldcodes=tuple(codes[row.id]),
        )
        for row in rows
        if row.id in sleutels
    ]
