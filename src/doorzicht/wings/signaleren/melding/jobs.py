"""Jobs of the room: say by mail that something waits. A mail never says what, and never when it came in.

A melding of an employee is announced at once. One without account is announced only by the round of the next
morning, at a fixed time and together with everything else: a mail's clock would give away the minute of the report.
"""

from django.utils import timezone
from procrastinate.contrib.django import app

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.access.jobs import tell
from doorzicht.ground.organisaties.api import aangesteld, houses
from doorzicht.wings.signaleren.melding import wachtend
from doorzicht.wings.signaleren.melding.ontvangen import NOTIFY_JOB


@app.task(name=NOTIFY_JOB, retry=5)
def notify(organisatie_id: str) -> None:
    """An employee reported: tell whoever weighs in this municipality that something waits."""
    house = Actor.systeem(organisatie_id)
    with context(house):
        _tell(house, rollen=["aandachtsfunctionaris"], deputies=False)


@app.periodic(cron="30 6 * * 1-5")
@app.task(name="signaleren.morning", pass_context=False)
def morning(timestamp: int) -> None:
    """Every working morning, for every municipality: unread goes to the functionary, late also to the deputy and
    the coordinator (the Meldpunt is actively monitored)."""
    for house in houses(in_gebruik=True):
        with context(house):
            waiting = wachtend.unread(by=house, today=timezone.localdate())
            if waiting.te_laat:
                _tell(house, rollen=["aandachtsfunctionaris", "coordinator"], deputies=True)
            elif waiting.ongelezen:
                _tell(house, rollen=["aandachtsfunctionaris"], deputies=False)


def _tell(house: Actor, *, rollen: list[str], deputies: bool) -> None:
    """Put a mail ready for each holder once; deputies only when asked."""
    found = aangesteld(house.organisatie_id, rollen, on=timezone.localdate())
    tell((a.medewerker for a in found if deputies or not a.plaatsvervanger), by=house)
