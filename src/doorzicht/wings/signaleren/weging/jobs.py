"""Jobs: the meldingen follow what the overleg said, for one municipality after the other."""

from django.utils import timezone
from procrastinate.contrib.django import app

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.organisaties.api import Organisatie
from doorzicht.wings.signaleren.weging import volgen


@app.periodic(cron="*/5 * * * *")
@app.task(name="signaleren.follow")
def follow(timestamp: int) -> None:
    """Move on what the overleg accepted, decided or gave back."""
    for code in Organisatie.objects.filter(soort="gemeente").order_by("code").values_list("code", flat=True):
        house = Actor.systeem(code)
        with context(house):
            volgen.follow(by=house, at=timezone.now())
