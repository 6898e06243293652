"""Let guests in to exactly their items while the meeting runs, and shut them out (product rule 14).

Called by the verbs, with the meeting locked. What a guest sees is what the database opens here: the item's
dossier, what was released for it, and for the police their own sealed place. The meeting's own dossier (when and
where, no item) is open to guests from the invitation until two weeks after, so that a late click is answered by
"Toegang dicht" and not by silence. An action stays open to the guest who has to do it, until it is done.
"""

from collections.abc import Container, Iterable
from datetime import datetime, timedelta
from uuid import UUID

from doorzicht.ground.access import api as access
from doorzicht.ground.access.api import Actor
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.datums import day_bounds
from doorzicht.ground.vault import api as vault
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.wings.regie.overleg.actions import vooruitblik
from doorzicht.wings.regie.overleg.actions.rijen import BEHEREN, alive
from doorzicht.wings.regie.overleg.models import Actie, Agendapunt, Bijdrage, Deelname, Overleg

KADER = "overleg"
AFTERWARDS = timedelta(days=14)


def open_overleg_page(overleg: Overleg, medewerker_id: UUID, *, by: Actor, at: datetime) -> None:
    """A guest may see when and where the meeting is."""
    access.allow_until(
        vault.open_dossier(overleg.id),
        medewerker_id=medewerker_id,
        kader=KADER,
        van=at,
        tot=overleg.eind + AFTERWARDS,
        by=by,
        recht=BEHEREN,
    )


def renew_overleg_access(overleg: Overleg, *, by: Actor, at: datetime) -> None:
    """The meeting moved: guests see its new time for as long as that asks."""
    access.end_access(overleg.id, by=by, at=at, recht=BEHEREN)
    for medewerker_id in {deelname.medewerker_id for deelname, _ in _guests(overleg)}:
        open_overleg_page(overleg, medewerker_id, by=by, at=at)
    vooruitblik.renew(overleg, by=by, at=at)


def let_in(overleg: Overleg, punt: Agendapunt, medewerker_id: UUID, *, by: Actor, at: datetime) -> None:
    """Open one item and its actions to one guest, from now to the end of the meeting."""
    _let_in(overleg, punt, medewerker_id, readable=alive(by=by, at=at), by=by, at=at)


def _let_in(
    overleg: Overleg,
    punt: Agendapunt,
    medewerker_id: UUID,
    *,
    readable: Container[UUID],
    by: Actor,
    at: datetime,
) -> None:
    """`readable`: which verstrekkingen still are. One that was withdrawn or ran out stays shut, and the rest opens."""
    for dossier_id in (punt.id, *_sealed_places([punt.id], medewerker_id), *_of_others(punt, medewerker_id)):
        access.allow_until(
            vault.open_dossier(dossier_id),
            medewerker_id=medewerker_id,
            kader=KADER,
            van=at,
            tot=overleg.eind,
            by=by,
            recht=BEHEREN,
        )
    if punt.verstrekking_id is not None and punt.verstrekking_id in readable:
        verstrekking.let_in(
            punt.verstrekking_id, medewerker_id=medewerker_id, van=at, tot=overleg.eind, by=by, at=at
        )


def shut_out(punt: Agendapunt, medewerker_id: UUID, *, by: Actor, at: datetime) -> None:
    """Close one item to one guest, now. An action of their own stays theirs."""
    for dossier_id in (punt.id, *_sealed_places([punt.id], medewerker_id), *_of_others(punt, medewerker_id)):
        access.end_access(dossier_id, medewerker_id=medewerker_id, by=by, at=at, recht=BEHEREN)
    if punt.verstrekking_id is not None:
        verstrekking.shut_out(punt.verstrekking_id, medewerker_id=medewerker_id, by=by, at=at)


def show_actie(overleg: Overleg, punt: Agendapunt, actie: Actie, *, by: Actor, at: datetime) -> None:
    """Open a new action to the guests who are at its item, to the end of the meeting, and to the guest who has to do
    it until it is done, at most for the term of the catalogue after the day on which it should have been."""
    long_after = day_bounds(catalogus.last_day("actie-genodigde", begin=actie.uiterlijk))[1]
    guests = Deelname.objects.filter(agendapunt_id=punt.id, vast=False).exclude(
        van_organisatie_id=punt.organisatie_id
    )
    sleutel = vault.open_dossier(actie.id)
    for guest in guests.order_by("medewerker_id"):
        owner = guest.medewerker_id == actie.eigenaar
        tot = long_after if owner else overleg.eind
        if tot > at and (owner or guest.aanwezig is not False):
            access.allow_until(
                sleutel, medewerker_id=guest.medewerker_id, kader=KADER, van=at, tot=tot, by=by, recht=BEHEREN
            )


def open_all(overleg: Overleg, *, by: Actor, at: datetime) -> None:
    """Let in every guest who was not reported absent, to the items that are alive."""
    readable = alive(by=by, at=at)
    for deelname, punt in _guests(overleg):
        if deelname.aanwezig is not False and punt.status != "vervallen":
            _let_in(overleg, punt, deelname.medewerker_id, readable=readable, by=by, at=at)


def close_all(overleg: Overleg, *, by: Actor, at: datetime) -> None:
    """Shut every guest out of every item."""
    for deelname, punt in _guests(overleg):
        shut_out(punt, deelname.medewerker_id, by=by, at=at)


def _guests(overleg: Overleg) -> list[tuple[Deelname, Agendapunt]]:
    punten = {punt.id: punt for punt in Agendapunt.objects.filter(overleg_id=overleg.id)}
    guests = Deelname.objects.filter(agendapunt_id__in=list(punten), vast=False)
    return [(d, punten[d.agendapunt_id]) for d in guests.order_by("agendapunt_id", "medewerker_id")]


def _of_others(punt: Agendapunt, medewerker_id: UUID) -> list[UUID]:
    """The actions of an item that somebody else has to do."""
    others = Actie.objects.filter(agendapunt_id=punt.id).exclude(eigenaar=medewerker_id)
    return list(others.order_by("id").values_list("id", flat=True))


def _sealed_places(punt_ids: Iterable[UUID], medewerker_id: UUID) -> list[UUID]:
    """The dossiers of their own in which this person's contribution to these items lies."""
    places = Bijdrage.objects.filter(
        agendapunt_id__in=list(punt_ids), van_medewerker=medewerker_id, compartiment="wpg"
    )
    return list(places.values_list("dossier_id", flat=True))
