"""Jobs: every night what is due goes on a list; what is confirmed is destroyed. Arguments are numbers only."""

import logging
from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.bewaren import actions, selectors
from doorzicht.ground.bewaren.models import Lijstregel, Vernietigingslijst
from doorzicht.ground.organisaties.api import houses

log = logging.getLogger(__name__)


@app.periodic(cron="15 3 * * *")
@app.task(name="bewaren.night", pass_context=False)
def night(timestamp: int) -> None:
    """For every organisation: destroy again what came back, finish what was held up, list what is due."""
    for house in houses():
        destroy_what_came_back(house)
        with context(house):
            confirmed = Vernietigingslijst.objects.filter(
                organisatie_id=house.organisatie_id, status="bevestigd"
            )
            unfinished = list(confirmed.values_list("id", flat=True))
        for lijst_id in unfinished:
            execute(organisatie_id=house.organisatie_id, lijst_id=str(lijst_id))
        with context(house):
            actions.prepare(on=timezone.localdate(), by=house)


@app.task(name=actions.EXECUTE_JOB)
def execute(organisatie_id: str, lijst_id: str) -> None:
    """Destroy the dossiers of a confirmed list, each in a transaction of its own; may run again after a crash."""
    house, list_id = Actor.systeem(organisatie_id), UUID(lijst_id)
    with context(house):
        waiting = Lijstregel.objects.filter(
            lijst_id=list_id, organisatie_id=organisatie_id, uitkomst__in=("", "vastgehouden")
        )
        line_ids = list(waiting.order_by("id").values_list("id", flat=True))
    for line_id in _destroy_lines(line_ids, house):
        log.error("line %s of list %s: the key is destroyed, rows are still referred to", line_id, lijst_id)
    with context(house):
        actions.finish(list_id, by=house)


def _destroy_lines(line_ids: list[UUID], house: Actor) -> list[UUID]:
    """Destroy line by line, and try those again that waited for another one to go. Answers what still waits."""
    left, before = line_ids, 0
    while left and len(left) != before:
        before, held = len(left), []
        for line_id in left:
            with context(house):
                if actions.destroy_line(line_id, on=timezone.localdate(), by=house) == "vastgehouden":
                    held.append(line_id)
        left = held
    return left


def destroy_what_came_back(house: Actor) -> int:
    """After an older dump was put back: destroy again what had been destroyed. Answers how many."""
    with context(house):
        found = list(selectors.came_back(by=house))
    for dossier_id in found:
        with context(house):
            actions.destroy_again(dossier_id, on=timezone.localdate(), by=house)
    if found:
        log.warning("%s destroyed dossiers had come back from an older dump", len(found))
    return len(found)
