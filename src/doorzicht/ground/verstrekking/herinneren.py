"""Who is to be reminded this morning: before the end of a verstrekking who gave and who received it; after its end the
receiver, until they confirm that what they held is destroyed. Numbers of people only; the mail says nothing."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Q

from doorzicht.ground.access import api as access
from doorzicht.ground.access.api import RECHTEN, Actor
from doorzicht.ground.lib.datums import day_bounds, local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties.api import Medewerker, aangesteld
from doorzicht.ground.verstrekking.models import Verstrekking
from doorzicht.ground.verstrekking.workflow import LEESBAAR

HERINNEREN: Final = "verstrekking.herinneren"
VOORAF: Final = timedelta(days=7)
"""How long before its end both sides hear of it, once."""
OPNIEUW: Final = timedelta(days=7)
"""How often the receiver is asked again to confirm."""


def to_remind(*, by: Actor, at: datetime) -> list[Medewerker]:
    """Everybody of whom something is asked about what the actor's organisation gave, each once; marks the rows.

    Who is shut out of a verstrekking keeps getting the mail: it says nothing, and a page shows them nothing.
    """
    access.require(by, HERINNEREN)
    today = local_day(at)
    own = Verstrekking.objects.filter(organisatie_id=by.organisatie_id).only(
        "id", "aan_organisatie_id", "aan_wing", "aangeboden_door"
    )
    ending = list(
        own.filter(
            status__in=LEESBAAR,
            vervalt_op__gt=at,
            vervalt_op__lt=day_bounds(today + VOORAF)[1],
            herinnerd_op__isnull=True,
        ).order_by("id")
    )
    asked = list(
        own.filter(
            Q(herinnerd_op__isnull=True) | Q(herinnerd_op__lte=today - OPNIEUW),
            bevestigen_voor__isnull=False,
            bevestigd_op__isnull=True,
        ).order_by("id")
    )
    ids = [row.id for row in (*ending, *asked)]
    if not ids:
        return []
    Verstrekking.objects.filter(organisatie_id=by.organisatie_id, id__in=ids).update(herinnerd_op=today)
    people = _receiving((*ending, *asked), at=at) | _giving(ending)
    logboek.record(
        by, "verstrek", "mail", sorted(p.id for p in people), recht=HERINNEREN, doel="verstrekking"
    )
    return sorted(people, key=lambda person: person.gebruikersnaam)


def _receiving(rows: Iterable[Verstrekking], *, at: datetime) -> set[Medewerker]:
    """The people on the receiving side today: one question a receiver, not a verstrekking."""
    sides = {(row.aan_organisatie_id, row.aan_wing) for row in rows}
    return {
        appointment.medewerker
        for organisatie_id, wing in sorted(sides)
        for appointment in aangesteld(
            organisatie_id, RECHTEN[f"verstrekking.{wing}"].rollen, on=local_day(at)
        )
    }


def _giving(rows: Iterable[Verstrekking]) -> set[Medewerker]:
    """Who gave, while they still work here."""
    return set(Medewerker.objects.filter(pk__in={row.aangeboden_door for row in rows}, is_active=True))
