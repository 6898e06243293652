"""Jobs of the room: say by mail that something waits. Numbers in, nothing of the content out."""

from typing import Literal
from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.lib.mail import Afspraak, send_waiting
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties.api import Medewerker, houses
from doorzicht.wings.regie.overleg import kalender
from doorzicht.wings.regie.overleg.actions.genodigden import KALENDER_JOB, NOTIFY_JOB
from doorzicht.wings.regie.overleg.actions.genodigden import notify as tell
from doorzicht.wings.regie.overleg.herinneren import whom_to_remind
from doorzicht.wings.regie.overleg.models import Agendapunt, Deelname, Overleg


@app.task(name=KALENDER_JOB, retry=5)
def invite_by_mail(organisatie_id: str, medewerker_id: str, overleg_id: str) -> None:
    """Mail one guest the entry of a meeting as it is now: new, changed, or taken back when they are not invited or
    it was called off. Logged by number."""
    house = Actor.systeem(organisatie_id)
    with context(house):
        person = Medewerker.objects.filter(pk=UUID(medewerker_id), is_active=True).first()
        row = Overleg.objects.filter(pk=UUID(overleg_id)).first()
        if person is None or not person.email or row is None:
            return
        items = Agendapunt.objects.filter(overleg_id=row.id).values("id")
        invited = Deelname.objects.filter(agendapunt_id__in=items, medewerker_id=person.id).exists()
        methode: Literal["REQUEST", "CANCEL"] = "REQUEST" if invited and not row.voorbij else "CANCEL"
        logboek.record(house, "verstrek", "mail", [person.id], recht="mail.sturen", doel="kalender")
        content = kalender.entry(row, methode=methode, at=timezone.now(), adres=person.email)
        send_waiting(person.email, afspraak=Afspraak(content, methode))


@app.periodic(cron="45 6 * * 1-5")
@app.task(name="regie.overleg.herinneren", pass_context=False)
def remind(timestamp: int) -> None:
    """Every working morning, for every municipality: who has an action that is almost or already too late hears that
    something waits."""
    for house in houses(in_gebruik=True):
        with context(house):
            for medewerker_id in whom_to_remind(by=house, today=timezone.localdate()):
                tell(medewerker_id, by=house)


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
