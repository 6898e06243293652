"""The verbs: offer, accept, refuse, revoke, let in, let expire. Each checks first and writes afterwards, so that
a refusal in the middle of a request leaves nothing half-written; each is logged in the caller's transaction."""

from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import connection

from doorzicht.ground.access import api as access
from doorzicht.ground.access.api import Actor, Geweigerd
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.lib.nummers import draw_number
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.ground.vault.api import DossierSleutel
from doorzicht.ground.verstrekking import kaders, toetsing, workflow
from doorzicht.ground.verstrekking.gegevens import Aanbod
from doorzicht.ground.verstrekking.models import Verstrekking, Voortgang, VrijgegevenVeld
from doorzicht.ground.verstrekking.selectors import find
from doorzicht.ground.verstrekking.workflow import LEESBAAR, STANDEN, OngeldigeStap

AANBIEDEN, BESLISSEN, INTREKKEN = "verstrekking.aanbieden", "verstrekking.beslissen", "verstrekking.intrekken"
BEWAARREGEL = "verstrekking"


def offer(aanbod: Aanbod, *, by: Actor, at: datetime) -> Verstrekking:
    """Release exactly the fields of `aanbod` to one receiver, as an encrypted copy with a key of its own.

    Raises `Geweigerd` (no right, or not our source), `OnvolledigeVerstrekking`, `NietToegestaan`, and the
    vault's `DossierOnbekend` or `SleutelVernietigd` when the source cannot be read.
    """
    access.require(by, AANBIEDEN, dossier_id=aanbod.bron_dossier_id)
    toetsing.check_complete(aanbod, by=by, at=at)
    bron = vault.open_dossier(aanbod.bron_dossier_id)
    ours = by.organisatie_id == aanbod.organisatie_id == bron.organisatie_id
    if by.medewerker_id is None or not ours or not access.may(by, f"verstrekking.{aanbod.van_wing}"):
        raise Geweigerd(by, AANBIEDEN, dossier_id=bron.dossier_id)
    kaders.check_route(compartiment=bron.compartiment, kader=aanbod.kader, wing=aanbod.aan.wing)

    sleutel = vault.create_dossier(
        soort="verstrekking",
        organisatie_id=bron.organisatie_id,
        compartiment=kaders.compartment_of_copy(
            compartiment=bron.compartiment, kader=aanbod.kader, wing=aanbod.aan.wing
        ),
        bewaarregel=BEWAARREGEL,
        id=uuid4(),
    )
    row = _write(sleutel, aanbod, bron=bron, door=by.medewerker_id, at=at)
    bewaren.plan(row.id, bewaarregel=BEWAARREGEL, from_day=local_day(row.vervalt_op))
    _announce(row, sleutel, aanbod, by=by, at=at)
    return row


def _announce(row: Verstrekking, sleutel: DossierSleutel, aanbod: Aanbod, *, by: Actor, at: datetime) -> None:
    """Log what was released, and open the copy to a receiver outside our organisation."""
    logboek.record(
        by,
        "verstrek",
        "verstrekking",
        [row.id, row.bron_dossier_id],
        recht=AANBIEDEN,
        doel=row.kader,
        bijzonderheden={
            "aan": row.aan_organisatie_id,
            "wing": row.aan_wing,
            "grondslag": row.grondslag,
            "taak": row.taak,
            "velden": [veld.code for veld in aanbod.velden],
        },
    )
    if row.aan_organisatie_id != row.organisatie_id:
        access.allow_until(
            sleutel,
            voor_organisatie_id=row.aan_organisatie_id,
            kader=row.kader,
            van=at,
            tot=row.vervalt_op,
            by=by,
            recht=AANBIEDEN,
        )


def _write(
    sleutel: DossierSleutel, aanbod: Aanbod, *, bron: DossierSleutel, door: UUID, at: datetime
) -> Verstrekking:
    row = Verstrekking(
        id=sleutel.dossier_id,
        **sleutel.row(),
        nummer=_free_number(sleutel.organisatie_id, at=at),
        bron_dossier_id=bron.dossier_id,
        bron_compartiment=bron.compartiment,
        van_wing=aanbod.van_wing,
        aan_organisatie_id=aanbod.aan.organisatie_id,
        aan_wing=aanbod.aan.wing,
        kader=aanbod.kader,
        grondslag=aanbod.grondslag,
        taak=aanbod.taak,
        slachtoffer=aanbod.slachtoffer,
        minderjarig=aanbod.minderjarig,
        aangeboden_door=door,
        aangeboden_op=at,
        privacycheck_door=aanbod.privacycheck_door,
        vervalt_op=aanbod.vervalt_op,
    )
    for naam in ("doel", "noodzaak", "label"):
        sleutel.encrypt(row, naam, getattr(aanbod, naam).strip())
    sleutel.encrypt_json(row, "niet_vrijgegeven", list(aanbod.niet_vrijgegeven))
    row.save(force_insert=True)
    released = []
    for volgnummer, veld in enumerate(aanbod.velden, start=1):
        copy = VrijgegevenVeld(**sleutel.row(), code=veld.code, volgnummer=volgnummer)
        for naam in ("label", "inhoud", "waarom"):
            sleutel.encrypt(copy, naam, getattr(veld, naam).strip())
        released.append(copy)
    VrijgegevenVeld.objects.bulk_create(released)
    return row


def accept(verstrekking_id: UUID, *, by: Actor, at: datetime) -> None:
    """The receiver takes it. Raises `Geweigerd` or `OngeldigeStap`."""
    _decide(verstrekking_id, "accept", reden="", by=by, at=at)


def refuse(verstrekking_id: UUID, *, reden: str, by: Actor, at: datetime) -> None:
    """The receiver does not take it, with the reason, kept encrypted. Nobody reads it afterwards."""
    _decide(verstrekking_id, "refuse", reden=reden, by=by, at=at)


def _decide(verstrekking_id: UUID, werkwoord: str, *, reden: str, by: Actor, at: datetime) -> None:
    row = find(verstrekking_id, by=by, recht=BESLISSEN)
    if not toetsing.is_receiver(row, by):
        raise Geweigerd(by, BESLISSEN, dossier_id=row.id)
    toetsing.check_alive(row, by=by, at=at, recht=BESLISSEN)
    naar = workflow.next_status(row.status, werkwoord)
    vault.open_dossier(row.id).encrypt(row, "reden", reden.strip())
    waarom = bytes(row.reden) if row.reden else None
    with connection.cursor() as cursor:
        cursor.execute("SELECT verstrekking_beslissen(%s, %s, %s, %s)", [row.id, naar, at, waarom])
        if cursor.fetchone() != (True,):
            raise OngeldigeStap("Iemand anders was je voor. Laad de pagina opnieuw.")
    logboek.record(by, "wijzig", "verstrekking", [row.id], recht=BESLISSEN, bijzonderheden={"status": naar})


def revoke(verstrekking_id: UUID, *, reden: str, by: Actor, at: datetime) -> None:
    """The giver takes it back, with the reason: the receiver cannot read it any more from this moment on."""
    row = find(verstrekking_id, by=by, recht=INTREKKEN)
    if not toetsing.is_giver(row, by):
        raise Geweigerd(by, INTREKKEN, dossier_id=row.id)
    toetsing.check_alive(row, by=by, at=at, recht=INTREKKEN)
    before = row.status
    naar = workflow.next_status(before, "revoke")
    vault.open_dossier(row.id).encrypt(row, "reden", reden.strip())
    changed = Verstrekking.objects.filter(pk=row.id, organisatie_id=row.organisatie_id, status=before).update(
        status=naar, reden=row.reden, beeindigd_door=by.medewerker_id, beeindigd_op=at, **_to_confirm(at)
    )
    if not changed:
        raise OngeldigeStap("Iemand anders was je voor. Laad de pagina opnieuw.")
    logboek.record(by, "wijzig", "verstrekking", [row.id], recht=INTREKKEN, bijzonderheden={"status": naar})
    _close(row, by=by, at=at, recht=INTREKKEN)


def let_in(
    verstrekking_id: UUID, *, medewerker_id: UUID, van: datetime, tot: datetime, by: Actor, at: datetime
) -> None:
    """Let one invited person read an accepted verstrekking for a while, never beyond its own end.

    For the receiving wing of the giver's own organisation (an overleg with partners). Needed for everybody
    who is not of that wing, colleagues too.
    """
    row = find(verstrekking_id, by=by, recht=BESLISSEN)
    if not toetsing.is_receiver(row, by) or row.organisatie_id != by.organisatie_id:
        raise Geweigerd(by, BESLISSEN, dossier_id=row.id)
    toetsing.check_alive(row, by=by, at=at, recht=BESLISSEN)
    if row.status != "aangenomen":
        raise OngeldigeStap("Neem de verstrekking eerst aan; daarna kun je mensen uitnodigen.")
    access.allow_until(
        vault.open_dossier(row.id),
        medewerker_id=medewerker_id,
        kader=row.kader,
        van=van,
        tot=min(tot, row.vervalt_op),
        by=by,
        recht=BESLISSEN,
    )


def shut_out(verstrekking_id: UUID, *, medewerker_id: UUID, by: Actor, at: datetime) -> None:
    """End what `let_in` gave to one person, now."""
    row = find(verstrekking_id, by=by, recht=BESLISSEN)
    if not toetsing.is_receiver(row, by) or row.organisatie_id != by.organisatie_id:
        raise Geweigerd(by, BESLISSEN, dossier_id=row.id)
    access.end_access(row.id, medewerker_id=medewerker_id, by=by, at=at, recht=BESLISSEN)


def report_back(verstrekking_id: UUID, *, stand: str, tekst: str = "", by: Actor, at: datetime) -> None:
    """Say back to the giver how far it is, and what may be told. Also after its end: the answer may come later.

    For the receiving wing of the giver's own organisation, of what it accepted.
    Raises `KeyError` for an unknown `stand`, `Geweigerd`, and `OngeldigeStap` when it was never accepted.
    """
    row = find(verstrekking_id, by=by, recht=BESLISSEN)
    ours = toetsing.is_receiver(row, by) and row.organisatie_id == by.organisatie_id
    if by.medewerker_id is None or not ours:
        raise Geweigerd(by, BESLISSEN, dossier_id=row.id)
    if row.beslist_op is None or row.status == "afgewezen":
        raise OngeldigeStap("Neem de verstrekking eerst aan; daarna kun je zeggen hoe ver het is.")
    sleutel, _known = vault.open_dossier(row.id), STANDEN[stand]
    report = Voortgang(**sleutel.row(), stand=stand, door=by.medewerker_id, op=at)
    sleutel.encrypt(report, "tekst", tekst.strip())
    report.save(force_insert=True)
    logboek.record(by, "maak", "voortgang", [row.id], recht=BESLISSEN, bijzonderheden={"stand": stand})


def expire_due(*, by: Actor, at: datetime) -> int:
    """Close what ran out, for the actor's organisation. Returns how many. Run by a job; reading refuses earlier."""
    recht = "verstrekking.laten_verlopen"
    access.require(by, recht)
    due = Verstrekking.objects.filter(
        organisatie_id=by.organisatie_id, status__in=LEESBAAR, vervalt_op__lte=at
    ).select_for_update(skip_locked=True)
    rows = list(due)
    for row in rows:
        naar = workflow.next_status(row.status, "expire")
        Verstrekking.objects.filter(pk=row.id, organisatie_id=row.organisatie_id).update(
            status=naar, beeindigd_op=at, **_to_confirm(at)
        )
        _close(row, by=by, at=at, recht=recht)
    if rows:
        ids = [row.id for row in rows]
        logboek.record(by, "wijzig", "verstrekking", ids, recht=recht, bijzonderheden={"status": "verlopen"})
    return len(rows)


def _to_confirm(at: datetime) -> dict[str, date | None]:
    """From its end on the receiver has the term of the catalogue to say that what they held is destroyed."""
    last = catalogus.last_day("vernietiging-bevestigen", begin=local_day(at))
    return {"bevestigen_voor": last, "herinnerd_op": None}


def _close(row: Verstrekking, *, by: Actor, at: datetime, recht: str) -> None:
    """Take away the copied contents and every access to what is left; the time of keeping starts now."""
    copied = VrijgegevenVeld.objects.filter(dossier_id=row.id, organisatie_id=row.organisatie_id)
    copied.update(inhoud=None)
    bewaren.plan(row.id, bewaarregel=BEWAARREGEL, from_day=min(local_day(at), local_day(row.vervalt_op)))
    access.end_access(row.id, by=by, at=at, recht=recht)


def _free_number(organisatie_id: str, *, at: datetime) -> str:
    """A random number of this year that our organisation does not use yet: it tells nothing about their count."""
    while True:
        nummer = draw_number("V", jaar=local_day(at).year)
        if not Verstrekking.objects.filter(organisatie_id=organisatie_id, nummer=nummer).exists():
            return nummer
