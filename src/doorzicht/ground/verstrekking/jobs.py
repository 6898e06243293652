"""Jobs: what ran out is closed, every ten minutes. Reading refuses it before the job comes by."""

from django.utils import timezone
from procrastinate.contrib.django import app

from doorzicht.ground.access.api import context
from doorzicht.ground.organisaties.api import houses
from doorzicht.ground.verstrekking import actions


@app.periodic(cron="*/10 * * * *")
@app.task(name="verstrekking.expire")
def expire(timestamp: int) -> None:
    """Close what is due, for one organisation after the other, each in a context of its own."""
    for house in houses():
        with context(house):
            actions.expire_due(by=house, at=timezone.now())
