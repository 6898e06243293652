"""Jobs: in the night files get their lasting place, leftovers go, and rows without a file are reported."""

import logging
from datetime import date
from typing import Final

from django.utils import timezone
from procrastinate.contrib.django import app

from doorzicht.ground.access.api import context
from doorzicht.ground.bestanden import opslag, selectors
from doorzicht.ground.organisaties.api import houses

log = logging.getLogger(__name__)

BATCH: Final = 1_000
VERDACHT: Final = 100
"""So many files without a row, and more than half of all, is no leftover but a wrong database beside these files."""


@app.periodic(cron="45 3 * * *")
@app.task(name="bestanden.night")
def night(timestamp: int) -> None:
    """Move what came yesterday, remove what belongs to nothing, look whether everything is there."""
    today = timezone.localdate()
    opslag.move_to_own_place(before=today)
    remove_leftovers(before=today)
    for house in houses():
        with context(house):
            for file_id, what in selectors.damage(of=house, read=False):
                log.error("file %s: %s", file_id, what)


def remove_leftovers(*, before: date) -> int:
    """Remove files of an earlier day whose row never came to be, or is gone. Answers how many."""
    found = [file_id for file_id, day in opslag.all_files() if day < before]
    leftovers = []
    for begin in range(0, len(found), BATCH):
        leftovers += sorted(selectors.without_row(found[begin : begin + BATCH]))
    if len(leftovers) > VERDACHT and len(leftovers) * 2 > len(found):
        log.error("%s of %s files have no row: nothing was removed", len(leftovers), len(found))
        return 0
    return opslag.remove(leftovers)
