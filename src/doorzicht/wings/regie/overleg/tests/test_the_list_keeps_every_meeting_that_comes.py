"""The list of meetings: all that come, however many were planned ahead, and of those that are over the last ones."""

from datetime import timedelta

import pytest

from doorzicht.ground.access.api import context
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.organisaties.models import Aanstelling
from doorzicht.wings.regie.overleg import actions, selectors
from doorzicht.wings.regie.overleg.invoer import BesluitInvoer
from doorzicht.wings.regie.overleg.tests.test_nothing_leaves_without_privacycheck_2b import voorstel


@pytest.fixture
def year(planned, bram, now):
    """Two meetings that were called off, and three that come."""
    made = [planned(now + timedelta(days=7 * number)) for number in range(5)]
    with context(bram):
        for overleg in made[:2]:
            actions.cancel_overleg(overleg.id, by=bram, at=now)
    return [overleg.id for overleg in made]


def test_what_comes_is_there_whole_and_of_what_was_only_the_last(year, bram):
    with context(bram):
        shown = [blad.rij.id for blad in selectors.overleggen(by=bram, past=1)]

    assert shown == [*reversed(year[2:]), year[1]]


def test_the_checks_that_wait_are_counted_without_reading_them(meeting, client_of, bram, noor, now):
    Aanstelling.objects.create(
        medewerker_id=noor.medewerker_id,
        organisatie_id="0246",
        rol="privacyfunctionaris",
        vanaf=local_day(now),
    )
    _, (punt,) = meeting()
    with context(bram):
        actions.decide(punt.id, BesluitInvoer(soort="casus", motivering="Nodig."), by=bram, at=now)
        actions.ask_check(punt.id, voorstel(), by=bram, at=now)
    page = client_of("noor.voorbeeld").get("/regie/overleg/").content.decode()

    assert "1 check wacht op jou" in page
    with context(noor):
        assert not Regel.objects.filter(handeling="lees", object_soort="uitvoeringscheck").exists()
