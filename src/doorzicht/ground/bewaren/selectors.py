"""Questions: which lists wait, what is on one, which proofs are there, what came back from an older dump."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q

from doorzicht.ground.access import api as access
from doorzicht.ground.access.api import Actor, Geweigerd
from doorzicht.ground.bewaren import regels
from doorzicht.ground.bewaren.models import Lijstregel, Vernietigingsbewijs, Vernietigingslijst
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.ground.vault.models import Dossier

ZIEN = "vernietiging.zien"
BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijst:
    """A list as a screen shows it: since when it waits, how many dossiers, who said yes."""

    id: UUID
    opgesteld_op: date
    status: str
    twee_personen: bool
    aantal: int
    wachtend: int
    bevestigd_door: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vernietigd:
    """What is left of a destroyed dossier: its kind, the rule as code and in words, the day (None: not known any
    more), and whether there is a proof. Without one the key is gone and the rows are still to be removed."""

    soort: str
    bewaarregel: str
    regel: str
    op: date | None
    bewezen: bool


def lists(*, by: Actor, status: str = "") -> list[Lijst]:
    """The lists of the actor's organisation, oldest first, so that what waits longest stands on top."""
    access.require(by, ZIEN)
    found = Vernietigingslijst.objects.filter(organisatie_id=by.organisatie_id)
    if status:
        found = found.filter(status=status)
    counted = found.annotate(
        aantal=Count("regels", distinct=True),
        wachtend=Count("regels", filter=Q(regels__uitkomst__in=("", "vastgehouden")), distinct=True),
    )
    rows = list(counted.prefetch_related("bevestigingen").order_by("opgesteld_op", "id"))
    return [
        Lijst(
            id=row.id,
            opgesteld_op=row.opgesteld_op,
            status=row.status,
            twee_personen=row.twee_personen,
            aantal=row.aantal,
            wachtend=row.wachtend,
            bevestigd_door=tuple(b.medewerker_id for b in row.bevestigingen.all()),
        )
        for row in rows
    ]


def lines(lijst_id: UUID, *, by: Actor) -> list[Lijstregel]:
    """What is on a list: numbers, kinds, rules and days. Logged. Raises `Geweigerd` for another organisation's."""
    access.require(by, ZIEN)
    if not Vernietigingslijst.objects.filter(pk=lijst_id, organisatie_id=by.organisatie_id).exists():
        raise Geweigerd(by, ZIEN)
    found = Lijstregel.objects.filter(lijst_id=lijst_id, organisatie_id=by.organisatie_id)
    rows = list(found.order_by("soort", "vernietigen_op", "id"))
    logboek.record(by, "lees", "vernietigingslijst", [lijst_id], recht=ZIEN)
    return rows


def proofs(*, by: Actor, limit: int = 100) -> list[Vernietigingsbewijs]:
    """The latest proofs of the actor's organisation."""
    access.require(by, ZIEN)
    found = Vernietigingsbewijs.objects.filter(organisatie_id=by.organisatie_id)
    return list(found.order_by("-vernietigd_op", "-id")[:limit])


def proof_of(dossier_id: UUID, *, by: Actor) -> list[Vernietigingsbewijs]:
    """Every proof about one dossier, oldest first: a second one says that it came back from a dump."""
    access.require(by, ZIEN)
    found = Vernietigingsbewijs.objects.filter(organisatie_id=by.organisatie_id, dossier_id=dossier_id)
    return list(found.order_by("vernietigd_op", "opnieuw"))


def find_destroyed(dossier_id: UUID, *, by: Actor, recht: str) -> Vernietigd | None:
    """That this dossier was destroyed, for somebody with the right to read such a dossier to whom the wall shows what
    is left of it; None for everybody else, and for a dossier that lives. Logged when there is an answer."""
    tombstone = Dossier.objects.filter(pk=dossier_id).first() if access.may(by, recht) else None
    if tombstone is None or not (tombstone.vernietigd_op or vault.destroyed([dossier_id])):
        return None
    found = Vernietigingsbewijs.objects.filter(organisatie_id=tombstone.organisatie_id, dossier_id=dossier_id)
    proof = found.order_by("vernietigd_op", "opnieuw").first()
    logboek.record(by, "weiger", tombstone.soort, [dossier_id], recht=recht, uitkomst="vernietigd")
    rule = (proof or tombstone).bewaarregel
    return Vernietigd(
        soort=tombstone.soort,
        bewaarregel=rule,
        regel=regels.in_words(rule),
        op=proof.vernietigd_op if proof else tombstone.vernietigd_op,
        bewezen=proof is not None,
    )


def came_back(*, by: Actor) -> Iterator[UUID]:
    """Dossiers of which the key store remembers the destruction, while the database holds them as living."""
    access.require(by, "vernietiging.uitvoeren")
    last = UUID(int=0)
    while True:
        living = Dossier.objects.filter(
            organisatie_id=by.organisatie_id, vernietigd_op__isnull=True, id__gt=last
        )
        ids = list(living.order_by("id").values_list("id", flat=True)[:BATCH])
        if not ids:
            return
        yield from sorted(vault.destroyed(ids))
        last = ids[-1]
