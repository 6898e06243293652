"""Jobs: the meldingen follow what the overleg said, for one municipality after the other."""

from django.utils import timezone
from procrastinate.contrib.django import app

from doorzicht.ground.access.api import context
from doorzicht.ground.organisaties.api import houses
from doorzicht.wings.signaleren.weging import volgen


@app.periodic(cron="*/5 * * * *")
@app.task(name="signaleren.follow")
def follow(timestamp: int) -> None:
    """Move on what the overleg accepted, decided or gave back."""
    for house in houses(soort="gemeente"):
        with context(house):
            volgen.follow(by=house, at=timezone.now())
