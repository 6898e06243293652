"""What waits for one person in this room, for the start page: in words, with an address, without content."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from doorzicht.ground.access.api import Actor, may
from doorzicht.ground.lib.datums import days_late, format_days
from doorzicht.ground.lib.wachtend import Wachtend
from doorzicht.wings.signaleren.melding.berichten import ANTWOORDEN
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.melding.selectors import visible
from doorzicht.wings.signaleren.weging.actions import MEEBESLISSEN, WEGEN
from doorzicht.wings.signaleren.weging.checks import UITVOEREN
from doorzicht.wings.signaleren.weging.models import Privacycheck, Weging
from doorzicht.wings.signaleren.weging.workflow import WEEGBAAR

MEER = 100
"""Counted up to here: an exact count of everything that waits would grow with the number of meldingen."""


def waiting_for(*, by: Actor, today: date) -> list[Wachtend]:
    """What waits for this person: to read, to weigh, to decide along, to check. A statement or two for each right."""
    lines, here = [], reverse("melding-lijst")
    open_here = visible(by=by).filter(verzegeld=False)
    if may(by, ANTWOORDEN):
        lines.append(_messages(open_here))
    if may(by, WEGEN):
        unread = reverse("melding-lijst") + "?toon=ongelezen"
        lines.append(_line("Ongelezen meldingen", unread, open_here.filter(status="nieuw"), today))
        lines.append(_line("Te wegen", here, open_here.filter(status__in=WEEGBAAR), today))
    if may(by, MEEBESLISSEN) and by.medewerker_id is not None:
        others = _not_my_own(open_here, by.medewerker_id)
        lines.append(_line("Tweede mens", here, others, today))
    if may(by, UITVOEREN):
        checks = Privacycheck.objects.filter(organisatie_id=by.organisatie_id, besluit="")
        lines.append(_line("Privacychecks", reverse("privacychecks"), checks, today))
    return [line for line in lines if line is not None]


def _messages(found: QuerySet[Melding]) -> Wachtend | None:
    """Reporters who came back and wrote something nobody read yet."""
    counted = len(found.filter(nieuw_bericht__isnull=False).values_list("id")[: MEER + 1])
    if not counted:
        return None
    address = reverse("melding-lijst") + "?toon=bericht"
    return Wachtend("Nieuwe berichten van melders", address, "vandaag", f"{_up_to(counted)} ongelezen")


def _not_my_own(found: QuerySet[Melding], medewerker_id: UUID) -> QuerySet[Melding]:
    """Who weighed is not the second person."""
    mine = Weging.objects.filter(door=medewerker_id, tweede_nodig=True, tweede_door__isnull=True)
    return found.filter(status="tweede_mens").exclude(id__in=mine.values("dossier_id"))


def _line(
    naam: str, url: str, found: QuerySet[Melding] | QuerySet[Privacycheck], today: date
) -> Wachtend | None:
    days = list(found.order_by("uiterlijk", "id").values_list("uiterlijk", flat=True)[: MEER + 1])
    if not days:
        return None
    late = days_late(days[0], vandaag=today)
    words = f"{_up_to(len(days))} open"
    kind, text = ("te-laat", f"{words}, {format_days(late)} te laat") if late else ("wacht", words)
    return Wachtend(naam, url, kind, text)


def _up_to(counted: int) -> str:
    return f"{counted}" if counted <= MEER else f"{MEER} of meer"
