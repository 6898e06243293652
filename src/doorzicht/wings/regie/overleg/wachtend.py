"""What waits for one person in this room, for the start page: in words, with an address, without content."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from doorzicht.ground.access.api import Actor, may
from doorzicht.ground.lib.datums import day_bounds, days_late, format_days
from doorzicht.wings.regie.overleg import selectors, toon
from doorzicht.wings.regie.overleg.models import Actie, Overleg, Uitvoeringscheck


@dataclass(frozen=True, slots=True)
class Wachtend:
    """One line: what waits, where to go, and a status (`soort` of docs/vormgeving.md, `tekst`)."""

    naam: str
    url: str
    soort: str
    tekst: str


def waiting_for(*, by: Actor, today: date) -> list[Wachtend]:
    """What waits for this person: meetings of today, offers for the agenda, own actions, checks 2B. Never content."""
    if by.medewerker_id is None or not may(by, "overleg.zien"):
        return []
    lines = [] if selectors.only_checks(by) else _meetings(today)
    lines += _actions(by.medewerker_id, by.organisatie_id, today)
    if may(by, "overleg.beheren"):
        offers = len(selectors.waiting_offers(by=by, at=timezone.now()))
        if offers:
            words = "1 punt aangeboden" if offers == 1 else f"{offers} punten aangeboden"
            lines.append(Wachtend("Aangeboden voor het overleg", reverse("overleggen"), "wacht", words))
    if may(by, "privacycheck.uitvoeren"):
        waiting = Uitvoeringscheck.objects.filter(organisatie_id=by.organisatie_id, besluit="").count()
        if waiting:
            lines.append(Wachtend("Privacycheck 2B", reverse("overleg-toetsen"), "wacht", f"{waiting} open"))
    return lines


def _meetings(today: date) -> list[Wachtend]:
    start, end = day_bounds(today)
    rows = Overleg.objects.filter(begin__gte=start, begin__lt=end).exclude(status="gesloten")
    return [
        Wachtend(
            "Lokaal Ondermijningsoverleg",
            reverse("overleg", args=[row.id]),
            "uitleg" if row.status == "bezig" else "vandaag",
            "Bezig" if row.status == "bezig" else f"Vandaag {toon.clock(row.begin)}",
        )
        for row in rows.order_by("begin")
    ]


def _actions(eigenaar: UUID, organisatie_id: str, today: date) -> list[Wachtend]:
    mine = Actie.objects.filter(organisatie_id=organisatie_id, eigenaar=eigenaar, klaar_op__isnull=True)
    days = list(mine.order_by("uiterlijk").values_list("uiterlijk", flat=True))
    if not days:
        return []
    late = days_late(days[0], vandaag=today)
    words = f"{len(days)} actie{'s' if len(days) > 1 else ''}"
    kind, text = ("te-laat", f"{words}, {format_days(late)} te laat") if late else ("wacht", words)
    return [Wachtend("Mijn acties uit het overleg", reverse("overleggen"), kind, text)]
