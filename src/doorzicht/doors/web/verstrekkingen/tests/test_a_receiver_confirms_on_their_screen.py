"""After its end the receiver is asked on the start page and on the page itself, and says so once."""

from datetime import timedelta

import pytest

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.verstrekking import api
from doorzicht.ground.verstrekking.models import Verstrekking


@pytest.fixture
def ended(offered, to_police, noor, now) -> Verstrekking:
    row = offered(**to_police)
    with context(noor):
        api.revoke(row.id, reden="klaar", by=noor, at=now)
    return row


def test_the_start_page_asks_and_stops_asking(browser, ended):
    police = browser("joris.bedacht")
    assert "Bevestigen dat het is vernietigd" in police.get("/start/").content.decode()

    police.post(f"/verstrekkingen/{ended.id}/vernietigd/")
    assert "Bevestigen dat het is vernietigd" not in police.get("/start/").content.decode()


def test_it_is_asked_of_nobody_else(browser, ended):
    assert "Bevestigen dat het is vernietigd" not in browser("tess.denkbeeld").get("/start/").content.decode()


def test_the_page_says_who_confirmed(browser, ended):
    police = browser("joris.bedacht")
    page = police.post(f"/verstrekkingen/{ended.id}/vernietigd/", follow=True).content.decode()

    assert "Joris Bedacht" in page
    assert "wij hebben niets meer" not in page
    with context(Actor.systeem("0246")):
        assert Verstrekking.objects.get(pk=ended.id).bevestigd_door is not None


def test_while_it_is_alive_there_is_nothing_to_confirm(browser, offered, to_police):
    row, police = offered(**to_police), browser("joris.bedacht")

    assert "wij hebben niets meer" not in police.get(f"/verstrekkingen/{row.id}/").content.decode()
    answer = police.post(f"/verstrekkingen/{row.id}/vernietigd/", follow=True).content.decode()
    assert "na het einde" in answer


def test_what_is_late_stands_on_the_start_page_of_who_watches(browser, offered, to_police, noor, now):
    row, long_ago = offered(**to_police), now - timedelta(days=20)
    with context(noor):
        api.revoke(row.id, reden="klaar", by=noor, at=long_ago)

    for who, told in (("faye.toezicht", True), ("sietse.denkbeeldig", True), ("noor.voorbeeld", False)):
        page = browser(who).get("/start/").content.decode()
        assert ("Vernietiging niet bevestigd" in page) is told, who
