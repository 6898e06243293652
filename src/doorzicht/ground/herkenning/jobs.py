"""Jobs: every night the regional index of an arrangement that ended goes away. It was not used any more by then."""

from django.utils import timezone
from procrastinate.contrib.django import app

from doorzicht.ground.access.api import context
from doorzicht.ground.herkenning import regio
from doorzicht.ground.organisaties.api import houses


@app.periodic(cron="5 0 * * *")
@app.task(name="herkenning.night", pass_context=False)
def night(timestamp: int) -> None:
    """For every municipality: what lies under no running arrangement is removed."""
    for house in houses(soort="gemeente"):
        with context(house):
            running = regio.running_afspraak(house.organisatie_id, on=timezone.localdate())
            regio.clear_region(house.organisatie_id, keep=running)
