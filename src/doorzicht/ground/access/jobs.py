"""Jobs of the room: one mail to one person, that something waits. A mail never says what."""

from collections.abc import Iterable
from uuid import UUID

from procrastinate.contrib.django import app

from doorzicht.ground.access.context import context
from doorzicht.ground.lib.mail import send_waiting
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties.actor import Actor
from doorzicht.ground.organisaties.models import Medewerker


def tell(people: Iterable[Medewerker], *, by: Actor) -> None:
    """Put a mail ready for each who has an address, once. What is logged and what will be sent stand or fall together:
    a round that breaks off has logged nothing and sends nothing, and one that is done loses nothing."""
    reached = sorted({p for p in people if p.email}, key=lambda p: p.gebruikersnaam)
    logboek.record(by, "verstrek", "mail", [p.id for p in reached], recht="mail.sturen")
    for person in reached:
        mail.defer(organisatie_id=by.organisatie_id, medewerker_id=str(person.id))


@app.task(name="access.mail", retry=5)
def mail(organisatie_id: str, medewerker_id: str) -> None:
    """Send one mail to one person, outside any transaction: a slow mail server holds no lock, and what goes wrong
    with one is tried again for that one only."""
    with context(Actor.systeem(organisatie_id)):
        person = Medewerker.objects.filter(pk=UUID(medewerker_id), is_active=True).first()
    if person is not None and person.email:
        send_waiting(person.email)
