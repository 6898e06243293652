"""Jobs: the FG and the privacyfunctionaris hear at once that something waits. Never what."""

from django.utils import timezone
from procrastinate.contrib.django import app

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.access.jobs import tell
from doorzicht.wings.beleid.datalek.actions import NOTIFY_JOB
from doorzicht.wings.beleid.datalek.selectors import who_must_know


@app.task(name=NOTIFY_JOB, retry=5)
def notify(organisatie_id: str) -> None:
    """Mail everybody who must know of a breach in this municipality, deputies too; logged by number."""
    with context(Actor.systeem(organisatie_id)) as house:
        tell(who_must_know(organisatie_id, on=timezone.localdate()), by=house)
