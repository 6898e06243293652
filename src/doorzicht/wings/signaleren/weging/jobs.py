"""Jobs: the meldingen follow what the overleg said; what may go to the region is made recognisable there."""

from django.utils import timezone
from procrastinate.contrib.django import app

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.organisaties.api import houses
from doorzicht.wings.signaleren.weging import regiovraag, volgen


@app.periodic(cron="*/5 * * * *")
@app.task(name="signaleren.follow")
def follow(timestamp: int) -> None:
    """Move on what the overleg accepted, decided or gave back."""
    for house in houses(soort="gemeente"):
        with context(house):
            volgen.follow(by=house, at=timezone.now())


@app.task(name=regiovraag.REINDEX_JOB, retry=5)
def reindex_region(organisatie_id: str) -> None:
    """A municipality recorded that it may: what was released for the region before is made recognisable."""
    house = Actor.systeem(organisatie_id)
    with context(house):
        regiovraag.reindex_region(by=house, at=timezone.now())
