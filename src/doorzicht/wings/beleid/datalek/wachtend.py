"""What waits for the FG and the privacyfunctionaris, for the start page: every running clock, without content."""

from datetime import datetime

from django.urls import reverse

from doorzicht.ground.access.api import Actor, may
from doorzicht.ground.lib.wachtend import Wachtend
from doorzicht.wings.beleid.datalek.selectors import ZIEN, clocks


def waiting_for(*, by: Actor, now: datetime) -> list[Wachtend]:
    """The breaches that are not closed, the clock that ends first on top. Two statements."""
    if not may(by, ZIEN):
        return []
    return [
        Wachtend(
            f"Datalek {line.rij.nummer}",
            reverse("datalek", args=[line.rij.id]),
            line.klok.soort,
            line.klok.tekst,
        )
        for line in clocks(by=by, now=now)
    ]
