"""Jobs: what ran out is closed, every ten minutes (reading refuses it before); every working morning a reminder."""

from django.utils import timezone
from procrastinate.contrib.django import app

from doorzicht.ground.access.api import context
from doorzicht.ground.lib.mail import send_waiting
from doorzicht.ground.organisaties.api import houses
from doorzicht.ground.verstrekking import actions, herinneren


@app.periodic(cron="*/10 * * * *")
@app.task(name="verstrekking.expire")
def expire(timestamp: int) -> None:
    """Close what is due, for one organisation after the other, each in a context of its own."""
    for house in houses():
        with context(house):
            actions.expire_due(by=house, at=timezone.now())


@app.periodic(cron="35 6 * * 1-5")
@app.task(name="verstrekking.remind")
def remind(timestamp: int) -> None:
    """Mail who must confirm that what they held is destroyed, and both sides of what ends within a week. Never what.

    A mail server that fails takes the marks of that organisation back: the next morning asks again.
    """
    for house in houses():
        with context(house):
            for person in herinneren.to_remind(by=house, at=timezone.now()):
                if person.email:
                    send_waiting(person.email)
