"""What waits for one person in this room, for the start page: in words, with an address, without content."""

from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from doorzicht.ground.access.api import Actor, may
from doorzicht.ground.lib.datums import day_bounds, days_late, format_days
from doorzicht.ground.lib.wachtend import Wachtend
from doorzicht.wings.regie.overleg import selectors, toon
from doorzicht.wings.regie.overleg.models import Actie, Overleg
from doorzicht.wings.regie.overleg.workflow import VOORBIJ


def waiting_for(*, by: Actor, today: date) -> list[Wachtend]:
    """What waits for this person: meetings of today, offers for the agenda, own actions, checks 2B. Never content."""
    if by.medewerker_id is None or not may(by, "overleg.zien"):
        return []
    lines = [] if selectors.only_checks(by) else _meetings(today)
    lines += _actions(by.medewerker_id, today)
    if may(by, "overleg.beheren"):
        offers = len(selectors.waiting_offers(by=by, at=timezone.now()))
        if offers:
            words = "1 punt aangeboden" if offers == 1 else f"{offers} punten aangeboden"
            lines.append(Wachtend("Aangeboden voor het overleg", reverse("overleggen"), "wacht", words))
    if may(by, "privacycheck.uitvoeren"):
        waiting = selectors.answerable(by=by).count()
        if waiting:
            lines.append(Wachtend("Privacycheck 2B", reverse("overleg-toetsen"), "wacht", f"{waiting} open"))
    return lines


def _meetings(today: date) -> list[Wachtend]:
    start, end = day_bounds(today)
    rows = Overleg.objects.filter(begin__gte=start, begin__lt=end).exclude(status__in=VOORBIJ)
    return [
        Wachtend(
            "Lokaal Ondermijningsoverleg",
            reverse("overleg", args=[row.id]),
            "uitleg" if row.status == "bezig" else "vandaag",
            "Bezig" if row.status == "bezig" else f"Vandaag {toon.clock(row.begin)}",
        )
        for row in rows.order_by("begin")
    ]


def _actions(eigenaar: UUID, today: date) -> list[Wachtend]:
    """What this person has to do, of whatever municipality: the database shows them no other action of another one."""
    mine = Actie.objects.filter(eigenaar=eigenaar, klaar_op__isnull=True)
    found = list(mine.order_by("uiterlijk", "id").values_list("id", "uiterlijk"))
    if not found:
        return []
    late = days_late(found[0][1], vandaag=today)
    words = f"{len(found)} actie{'s' if len(found) > 1 else ''}"
    kind, text = ("te-laat", f"{words}, {format_days(late)} te laat") if late else ("wacht", words)
    url = reverse("actie", args=[found[0][0]]) if len(found) == 1 else reverse("overleggen") + "#acties"
    return [Wachtend("Mijn acties uit het overleg", url, kind, text)]
