"""The verbs of a melding: open, move on, record a call, merge and split. Each is one transaction."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from doorzicht.ground.access import api as access
from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties import api as organisaties
from doorzicht.ground.vault import api as vault
from doorzicht.wings.signaleren.melding import workflow
from doorzicht.wings.signaleren.melding.familie import hold_families, whole_family
from doorzicht.wings.signaleren.melding.invoer import WaarnemingInvoer
from doorzicht.wings.signaleren.melding.models import (
    AcuteStap,
    Melding,
    Persoon,
    RolVanPersoon,
    Samenvoeging,
    Waarneming,
)
from doorzicht.wings.signaleren.melding.ontvangen import build_observation
from doorzicht.wings.signaleren.melding.selectors import visible


class MeldingGewijzigd(Exception):
    """Somebody else moved this melding in the meantime; nothing was overwritten."""


class ZorgEerst(Exception):
    """A possible minor or acute danger: first call and record it, then go on (product rule 9)."""

    def __init__(self) -> None:
        super().__init__("Bel eerst Veilig Thuis of 112 en leg vast wie je sprak. Daarna weeg je verder.")


def locked(melding_id: UUID, by: Actor) -> Melding:
    """The melding, locked for this transaction. Raises `Melding.DoesNotExist` when it is not this actor's, and for
    staff when it was sealed: only the reporter still has a way to it (product rule 11)."""
    melding = visible(by=by).select_for_update().get(pk=melding_id)
    if melding.verzegeld and by.medewerker_id is not None:
        raise Melding.DoesNotExist
    return melding


def move(melding: Melding, naar: str, *, werkwoord: str, by: Actor, at: datetime) -> None:
    """Move a locked melding by the table of the workflow, set the day on which it must be gone, and log it.

    A melding that is worked on is kept for a year of silence; `niets` and `overgedragen` get their day from the
    weighing, which knows the rule of the outcome.
    """
    workflow.check_move(melding.status, naar, werkwoord)
    melding.status = naar
    melding.save(update_fields=["status"])
    if rule := workflow.BEWAARREGEL.get(naar):
        bewaren.plan(melding.id, bewaarregel=rule, from_day=local_day(at))
    logboek.record(
        by,
        "wijzig",
        "melding",
        [melding.id],
        recht="melding.lezen",
        bijzonderheden={"status": naar, "door": werkwoord},
    )


@transaction.atomic
def open_melding(melding_id: UUID, *, by: Actor, at: datetime, doel: str = "beoordelen") -> Melding:
    """Read a melding: logged, the first look counts as read, and the channel was looked at."""
    require(by, "melding.lezen", dossier_id=melding_id)
    melding = visible(by=by).get(pk=melding_id, verzegeld=False)
    logboek.record(by, "lees", "melding", [melding.id], recht="melding.lezen", doel=doel)
    if melding.status == "nieuw" and "aandachtsfunctionaris" in by.rollen:
        melding = locked(melding_id, by)
        move(melding, "gelezen", werkwoord="openen", by=by, at=at)
        term = "weging" if melding.spoed == "gewoon" else "weging-spoed"
        melding.uiterlijk = catalogus.last_day(term, begin=local_day(at))
        melding.save(update_fields=["uiterlijk"])
        organisaties.mark_read(by.organisatie_id, melding.kanaal, at=at)
    return melding


@transaction.atomic
def finish(melding_id: UUID, *, by: Actor, at: datetime) -> None:
    """The reporter was told what may be told; the melding is done here."""
    require(by, "melding.antwoorden", dossier_id=melding_id)
    move(locked(melding_id, by), "afgerond", werkwoord="terugkoppelen", by=by, at=at)


@transaction.atomic
def record_call(
    melding_id: UUID, *, soort: str, wie: str, uitkomst: str, op: datetime, by: Actor
) -> AcuteStap:
    """Record a call to 112, Veilig Thuis or a care coordinator, or why none was needed; then `wie` may be empty."""
    require(by, "acuut.vastleggen", dossier_id=melding_id)
    if soort not in AcuteStap.SOORTEN:
        raise ValueError(f"unknown kind of call {soort!r}")
    if soort in AcuteStap.GEBELD and not wie.strip():
        raise ValueError("a call names who was spoken to")
    melding = locked(melding_id, by)
    sleutel = vault.open_dossier(melding.id)
    stap = AcuteStap(**sleutel.row(), soort=soort, op=op, door=by.mens)
    sleutel.encrypt(stap, "wie", wie)
    sleutel.encrypt(stap, "uitkomst", uitkomst)
    stap.save(force_insert=True)
    logboek.record(
        by, "maak", "acute_stap", [melding.id], recht="acuut.vastleggen", bijzonderheden={"soort": soort}
    )
    return stap


def needs_care_first(melding: Melding) -> bool:
    """Whether the care step is still open: possible minor or acute danger, and nobody recorded a call."""
    if not (melding.spoed == "acuut" or melding.leeftijd in {"minderjarig", "onbekend"}):
        return False
    return not AcuteStap.objects.filter(dossier_id=melding.id).exists()


def require_care_done(melding: Melding) -> None:
    """Raise `ZorgEerst` while the care step is open."""
    if needs_care_first(melding):
        raise ZorgEerst


@transaction.atomic
def add_observation(
    melding_id: UUID, seen: WaarnemingInvoer, *, persoon_id: UUID | None, by: Actor
) -> Waarneming:
    """Add what was seen, at a person or loose. Numbers go on; nothing is renumbered."""
    require(by, "melding.bewerken", dossier_id=melding_id)
    melding = locked(melding_id, by)
    if persoon_id is not None:
        Persoon.objects.get(pk=persoon_id, dossier_id=melding.id)
    last = Waarneming.objects.filter(dossier_id=melding.id).aggregate(n=Max("volgnummer"))["n"] or 0
    sleutel = vault.open_dossier(melding.id)
    row = build_observation(sleutel, seen, persoon_id=persoon_id, nummer=last + 1, door=by.medewerker_id)
    row.save(force_insert=True)
    logboek.record(
        by, "wijzig", "melding", [melding.id], recht="melding.bewerken", bijzonderheden={"code": seen.code}
    )
    return row


@transaction.atomic
def drop_observation(melding_id: UUID, waarneming_id: UUID, *, by: Actor) -> None:
    """An observation was a mistake: it stays visible as dropped and no longer counts."""
    require(by, "melding.bewerken", dossier_id=melding_id)
    melding = locked(melding_id, by)
    Waarneming.objects.filter(pk=waarneming_id, dossier_id=melding.id).update(vervallen=True)
    logboek.record(
        by, "wijzig", "melding", [melding.id], recht="melding.bewerken", bijzonderheden={"vervallen": 1}
    )


@transaction.atomic
def set_roles(melding_id: UUID, persoon_id: UUID, rollen: Iterable[str], *, by: Actor, at: datetime) -> None:
    """Give a person these roles from today; roles that are no longer named end yesterday at the latest."""
    require(by, "melding.bewerken", dossier_id=melding_id)
    melding = locked(melding_id, by)
    Persoon.objects.get(pk=persoon_id, dossier_id=melding.id)
    day, wanted = local_day(at), set(rollen)
    if unknown := wanted - set(RolVanPersoon.ROLLEN):
        raise ValueError(f"unknown roles {sorted(unknown)}")
    current = RolVanPersoon.objects.filter(dossier_id=melding.id, persoon_id=persoon_id, tot__isnull=True)
    have = {r.rol: r for r in current}
    for rol in have.keys() - wanted:
        RolVanPersoon.objects.filter(pk=have[rol].pk).update(tot=day)
    sleutel = vault.open_dossier(melding.id)
    RolVanPersoon.objects.bulk_create(
        RolVanPersoon(**sleutel.row(), persoon_id=persoon_id, rol=rol, vanaf=day, door=by.medewerker_id)
        for rol in sorted(wanted - have.keys())
    )
    logboek.record(
        by,
        "wijzig",
        "melding",
        [melding.id],
        recht="melding.bewerken",
        bijzonderheden={"rollen": len(wanted)},
    )


@transaction.atomic
def recuse(melding_id: UUID, medewerker_id: UUID, *, reden: str, by: Actor, at: datetime) -> None:
    """Shut a colleague out of this melding and its family: a relative, an acquaintance, a colleague it is about."""
    hold_families(by.organisatie_id)
    melding = locked(melding_id, by)
    access.recuse(vault.open_dossier(melding.id), medewerker_id, reden=reden, by=by, at=at)
    _share_recusals(melding, by=by, at=at)


def _share_recusals(melding: Melding, *, by: Actor, at: datetime) -> None:
    """It is one occurrence: whoever is shut out of a member is shut out of every member, above and below."""
    access.share_recusals(vault.open_dossiers(whole_family(melding)).values(), by=by, at=at)


@transaction.atomic
def merge(melding_id: UUID, into_id: UUID, *, reden: str, by: Actor, at: datetime) -> Samenvoeging:
    """Go on with one melding under the number of another. Nothing is copied or lost; `split` undoes it.

    Whoever is shut out of either is from now on shut out of both families. What was sent straight to the
    aandachtsfunctionaris never goes on under the number of an ordinary melding: others would read it there.
    """
    require(by, "melding.samenvoegen", dossier_id=melding_id)
    if melding_id == into_id:
        raise ValueError("Kies een andere melding om mee samen te voegen.")
    hold_families(by.organisatie_id)
    first, second = sorted((melding_id, into_id))
    both = {m.id: m for m in (locked(first, by), locked(second, by))}
    source, target = both[melding_id], both[into_id]
    if source.route == "functionaris" and target.route != source.route:
        raise workflow.OngeldigeStap(
            "Deze melding is rechtstreeks aan de aandachtsfunctionaris gestuurd en blijft afgeschermd. "
            f"Doe het andersom: open {target.nummer} en voeg die samen met {source.nummer}."
        )
    if target.status not in workflow.OPEN:
        raise workflow.OngeldigeStap("De andere melding is al afgesloten. Kies een open melding.")
    before = source.status
    move(source, "samengevoegd", werkwoord="samenvoegen", by=by, at=at)
    sleutel = vault.open_dossier(source.id)
    row = Samenvoeging(**sleutel.row(), in_melding_id=target.id, status_ervoor=before, door=by.mens, op=at)
    sleutel.encrypt(row, "reden", reden)
    row.save(force_insert=True)
    _share_recusals(target, by=by, at=at)
    return row


@transaction.atomic
def split(melding_id: UUID, *, by: Actor, at: datetime) -> None:
    """Undo a merge: the melding lives again in the state it had.

    Recusals stay on both sides, also those that came by the merge: that is the safe side, as long as nobody said that
    the reason does not hold for this one.
    """
    require(by, "melding.samenvoegen", dossier_id=melding_id)
    hold_families(by.organisatie_id)
    melding = locked(melding_id, by)
    row = Samenvoeging.objects.filter(dossier_id=melding.id, gesplitst_op__isnull=True).first()
    if row is None:
        raise workflow.OngeldigeStap("Deze melding is niet samengevoegd. Laad de pagina opnieuw.")
    Samenvoeging.objects.filter(pk=row.pk).update(gesplitst_op=at, gesplitst_door=by.medewerker_id)
    move(melding, row.status_ervoor, werkwoord="splitsen", by=by, at=at)
