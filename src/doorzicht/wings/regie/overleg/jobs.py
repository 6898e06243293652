"""Jobs of the room: say by mail that something waits. Numbers in, nothing of the content out."""

from uuid import UUID

from procrastinate.contrib.django import app

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.lib.mail import send_waiting
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties.api import Medewerker
from doorzicht.wings.regie.overleg.actions.genodigden import NOTIFY_JOB


@app.task(name=NOTIFY_JOB, retry=5)
def notify(organisatie_id: str, medewerker_id: str) -> None:
    """Mail one person that something waits in Doorzicht; logged by number. Nobody active: nothing is sent."""
    house = Actor.systeem(organisatie_id)
    with context(house):
        person = Medewerker.objects.filter(pk=UUID(medewerker_id), is_active=True).first()
        if person is None or not person.email:
            return
        logboek.record(house, "verstrek", "mail", [person.id], recht="mail.sturen")
        send_waiting(person.email)
