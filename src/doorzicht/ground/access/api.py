"""The door of access: ask whether somebody may, shut out, let in for a while."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied

from doorzicht.ground.access.context import (
    GeenContext,
    acting,
    context,
    current_actor,
)
from doorzicht.ground.access.models import Toegang, Uitsluiting
from doorzicht.ground.access.rechten import RECHTEN, Recht
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties.actor import Actor
from doorzicht.ground.vault.api import DossierSleutel

__all__ = [
    "RECHTEN",
    "Actor",
    "GeenContext",
    "Geweigerd",
    "Recht",
    "acting",
    "allow_until",
    "context",
    "current_actor",
    "end_access",
    "may",
    "record_refusal",
    "recuse",
    "recused_from",
    "require",
    "share_recusals",
]


class Geweigerd(PermissionDenied):
    """This actor may not do this. The boundary (web, job) records it; the message is fit for the screen."""

    def __init__(self, actor: Actor, recht: str, *, dossier_id: UUID | None = None, uitleg: str = "") -> None:
        super().__init__(uitleg or RECHTEN[recht].zin)
        self.actor, self.recht, self.dossier_id = actor, recht, dossier_id
        self.uitleg = uitleg or f"Dit is niet voor jou vrijgegeven. {RECHTEN[recht].zin}"


def may(actor: Actor, recht: str) -> bool:
    """Whether any of the actor's roles has the right. Raises `KeyError` for a right that is not in the table."""
    return bool(actor.rollen & RECHTEN[recht].rollen)


def require(actor: Actor, recht: str, *, dossier_id: UUID | None = None) -> None:
    """Go on only if the actor has the right; raises `Geweigerd` otherwise."""
    if not may(actor, recht):
        raise Geweigerd(actor, recht, dossier_id=dossier_id)


def record_refusal(refusal: Geweigerd) -> None:
    """Write the refusal to the logboek, in the transaction that is open at the boundary."""
    logboek.record(
        refusal.actor,
        "weiger",
        "dossier",
        [refusal.dossier_id] if refusal.dossier_id else [],
        recht=refusal.recht,
        uitkomst="geweigerd",
    )


def recuse(
    sleutel: DossierSleutel, medewerker_id: UUID, *, reden: str, by: Actor, at: datetime
) -> Uitsluiting:
    """Shut one person out of one dossier, at once, with the reason kept encrypted."""
    require(by, "uitsluiting.zetten", dossier_id=sleutel.dossier_id)
    row = Uitsluiting(**sleutel.row(), medewerker_id=medewerker_id, door=by.mens, op=at)
    sleutel.encrypt(row, "reden", reden)
    row.save(force_insert=True)
    logboek.record(by, "wijzig", "uitsluiting", [sleutel.dossier_id], recht="uitsluiting.zetten")
    return row


def recused_from(dossier_ids: Collection[UUID]) -> set[UUID]:
    """Who is shut out of any of these dossiers now, by number; for handing work to somebody who can do it."""
    found = Uitsluiting.objects.filter(dossier_id__in=list(dossier_ids), ingetrokken_op__isnull=True)
    return set(found.values_list("medewerker_id", flat=True))


def share_recusals(sleutels: Collection[DossierSleutel], *, by: Actor, at: datetime) -> int:
    """Let whoever is shut out of one of these dossiers be shut out of all of them, for the same reason: they are about
    one occurrence. Every dossier gets a row of its own, so that the wall holds for each by itself. Returns how many.
    """
    require(by, "uitsluiting.zetten")
    keys = {s.dossier_id: s for s in sleutels}
    found = Uitsluiting.objects.filter(dossier_id__in=list(keys), ingetrokken_op__isnull=True)
    per_person: dict[UUID, dict[UUID, Uitsluiting]] = {}
    for row in found.order_by("op", "id"):
        per_person.setdefault(row.medewerker_id, {}).setdefault(row.dossier_id, row)
    added = []
    for medewerker_id, rows in per_person.items():
        known = next(iter(rows.values()))
        for dossier_id in keys.keys() - rows.keys():
            row = Uitsluiting(**keys[dossier_id].row(), medewerker_id=medewerker_id, door=by.mens, op=at)
            keys[dossier_id].encrypt(row, "reden", keys[known.dossier_id].decrypt(known, "reden"))
            added.append(row)
    if added:
        Uitsluiting.objects.bulk_create(added)
        closed = sorted({row.dossier_id for row in added})
        logboek.record(by, "wijzig", "uitsluiting", closed, recht="uitsluiting.zetten")
    return len(added)


def allow_until(
    sleutel: DossierSleutel,
    *,
    kader: str,
    van: datetime,
    tot: datetime,
    by: Actor,
    recht: str,
    medewerker_id: UUID | None = None,
    voor_organisatie_id: str | None = None,
) -> Toegang:
    """Open one dossier to a person or to an organisation, between two moments; give exactly one of the two."""
    row = Toegang.objects.create(
        **sleutel.row(),
        medewerker_id=medewerker_id,
        voor_organisatie_id=voor_organisatie_id,
        kader=kader,
        van=van,
        tot=tot,
        door=by.mens,
    )
    logboek.record(by, "verstrek", "toegang", [sleutel.dossier_id], recht=recht, doel=kader)
    return row


def end_access(
    dossier_id: UUID, *, by: Actor, at: datetime, recht: str, medewerker_id: UUID | None = None
) -> int:
    """End temporary access to a dossier now, for one person or everybody. Returns how many were ended."""
    found = Toegang.objects.filter(dossier_id=dossier_id, ingetrokken_op__isnull=True)
    if medewerker_id is not None:
        found = found.filter(medewerker_id=medewerker_id)
    ended = found.update(ingetrokken_op=at)
    logboek.record(by, "wijzig", "toegang", [dossier_id], recht=recht)
    return ended
