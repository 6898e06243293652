"""Jobs: the FG and the privacyfunctionaris hear at once that something waits. Never what."""

from django.utils import timezone
from procrastinate.contrib.django import app

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.lib.mail import send_waiting
from doorzicht.ground.logboek import api as logboek
from doorzicht.wings.beleid.datalek.actions import NOTIFY_JOB
from doorzicht.wings.beleid.datalek.selectors import who_must_know


@app.task(name=NOTIFY_JOB, retry=5)
def notify(organisatie_id: str) -> None:
    """Mail everybody who must know of a breach in this municipality, deputies too; logged by number."""
    house = Actor.systeem(organisatie_id)
    with context(house):
        people = sorted(
            who_must_know(organisatie_id, on=timezone.localdate()), key=lambda p: p.gebruikersnaam
        )
        logboek.record(house, "verstrek", "mail", [p.id for p in people], recht="mail.sturen")
        for person in people:
            if person.email:
                send_waiting(person.email)
