"""Jobs of the room: say by mail that something waits. A mail never says what, and never when it came in.

A melding of an employee is announced at once. One without account is announced only by the round of the next
morning, at a fixed time and together with everything else: a mail's clock would give away the minute of the report.
"""

from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.lib.mail import send_waiting
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties.api import Medewerker, aangesteld, houses
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
    """Put a mail ready for each holder once; deputies only when asked. What is logged and what will be sent stand or
    fall together: a round that breaks off has logged nothing and sends nothing, and one that is done loses nothing."""
    found = aangesteld(house.organisatie_id, rollen, on=timezone.localdate())
    people = {a.medewerker for a in found if deputies or not a.plaatsvervanger}
    logboek.record(house, "verstrek", "mail", [p.id for p in people], recht="mail.sturen")
    for person in sorted(people, key=lambda p: p.gebruikersnaam):
        if person.email:
            mail.defer(organisatie_id=house.organisatie_id, medewerker_id=str(person.id))


@app.task(name="signaleren.mail", retry=5)
def mail(organisatie_id: str, medewerker_id: str) -> None:
    """Send one mail to one person, outside any transaction: a slow mail server holds no lock, and what goes wrong
    with one is tried again for that one only."""
    with context(Actor.systeem(organisatie_id)):
        person = Medewerker.objects.filter(pk=UUID(medewerker_id), is_active=True).first()
    if person is not None and person.email:
        send_waiting(person.email)
