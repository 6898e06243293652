"""Rows for the verbs: found and locked, and the one place where an item and its places are made.

Locks are taken in one order, the meeting before its items, so that two people never wait for each other.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from doorzicht.ground.access.api import RECHTEN, Actor, Geweigerd, require
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.organisaties import api as organisaties
from doorzicht.ground.vault import api as vault
from doorzicht.ground.vault.api import DossierSleutel
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.wings.regie.overleg.models import Agendapunt, Bijdrage, Deelname, Overleg

BEHEREN, ZIEN = "overleg.beheren", "overleg.zien"
STANDING = RECHTEN["overleg.vast_lid"].rollen
OPEN_PUNT = ("straks", "nu")


def person(by: Actor, recht: str = BEHEREN) -> UUID:
    """The number of the human being who acts; the house itself decides nothing. Raises `Geweigerd`."""
    if by.medewerker_id is None:
        raise Geweigerd(by, recht)
    return by.medewerker_id


def locked_overleg(overleg_id: UUID, *, by: Actor) -> Overleg:
    """The meeting of the actor's organisation, locked. Raises `Overleg.DoesNotExist`."""
    return Overleg.objects.select_for_update().get(pk=overleg_id, organisatie_id=by.organisatie_id)


def locked_punt(punt_id: UUID, *, by: Actor, recht: str = BEHEREN) -> tuple[Overleg, Agendapunt]:
    """An item with its meeting, both locked, after the right was checked. Raises `Agendapunt.DoesNotExist`."""
    require(by, recht, dossier_id=punt_id)
    overleg_id = Agendapunt.objects.values_list("overleg_id", flat=True).get(
        pk=punt_id, organisatie_id=by.organisatie_id
    )
    overleg = locked_overleg(overleg_id, by=by)
    punt = Agendapunt.objects.select_for_update().get(pk=punt_id, organisatie_id=by.organisatie_id)
    return overleg, punt


def alive(*, by: Actor, at: datetime) -> set[UUID]:
    """Which verstrekkingen to the overleg can still be read. One look for a whole agenda; logged."""
    return {kop.id for kop in verstrekking.offered_to(by.organisatie_id, "regie", by=by, at=at)}


def drop_dead(overleg: Overleg, *, by: Actor, at: datetime) -> None:
    """What was withdrawn or ran out drops off the agenda, as far as nothing was decided on it yet."""
    dead = Agendapunt.objects.filter(
        overleg_id=overleg.id, verstrekking_id__isnull=False, status__in=OPEN_PUNT
    ).exclude(verstrekking_id__in=alive(by=by, at=at))
    dead.update(status="vervallen")


def standing_members(overleg: Overleg) -> dict[UUID, str]:
    """The standing members of the municipality on the day of the meeting: number and name."""
    held = organisaties.aangesteld(overleg.organisatie_id, STANDING, on=local_day(overleg.begin))
    return {row.medewerker_id: row.medewerker.naam for row in held}


def add_punt(
    overleg: Overleg,
    soort: str,
    titel: str,
    *,
    volgnummer: int,
    verstrekking_id: UUID | None = None,
    vorig_punt_id: UUID | None = None,
) -> Agendapunt:
    """Make an item with a dossier of its own, and a place in it for every standing member."""
    sleutel = vault.create_dossier(
        soort="agendapunt",
        organisatie_id=overleg.organisatie_id,
        compartiment="algemeen",
        bewaarregel="agendapunt",
        id=uuid4(),
    )
    punt = Agendapunt(
        id=sleutel.dossier_id,
        **sleutel.row(),
        overleg_id=overleg.id,
        volgnummer=volgnummer,
        soort=soort,
        verstrekking_id=verstrekking_id,
        vorig_punt_id=vorig_punt_id,
    )
    sleutel.encrypt(punt, "titel", titel)
    punt.save(force_insert=True)
    bewaren.plan(punt.id, bewaarregel="agendapunt", from_day=local_day(overleg.begin))
    _seat_members(overleg, punt, sleutel)
    return punt


def _seat_members(overleg: Overleg, punt: Agendapunt, sleutel: DossierSleutel) -> None:
    members = standing_members(overleg)
    Deelname.objects.bulk_create(
        Deelname(
            **sleutel.row(),
            agendapunt_id=punt.id,
            medewerker_id=medewerker_id,
            van_organisatie_id=overleg.organisatie_id,
            vast=True,
        )
        for medewerker_id in members
    )
    add_places(sleutel, punt, members, van_organisatie_id=overleg.organisatie_id)


def add_places(
    sleutel: DossierSleutel, punt: Agendapunt, people: Iterable[UUID], *, van_organisatie_id: str
) -> None:
    """An empty place for what each of these people will bring in; the item of open actions needs none."""
    if punt.soort == "acties_vorige":
        return
    Bijdrage.objects.bulk_create(
        Bijdrage(
            **sleutel.row(),
            agendapunt_id=punt.id,
            van_medewerker=medewerker_id,
            van_organisatie_id=van_organisatie_id,
        )
        for medewerker_id in people
    )


def report_back(punt: Agendapunt, *, stand: str, tekst: str = "", by: Actor, at: datetime) -> None:
    """Tell the wing that gave what an item is about how far it is. Not for items without a verstrekking."""
    if punt.verstrekking_id is not None:
        verstrekking.report_back(punt.verstrekking_id, stand=stand, tekst=tekst, by=by, at=at)
