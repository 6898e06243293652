"""What waits for a person: meetings of today, offers, their actions, checks 2B; words and addresses, no content."""

from datetime import timedelta

import pytest
from django.utils import timezone

from doorzicht.ground.access.api import context
from doorzicht.ground.lib.datums import local_day
from doorzicht.wings.regie import api as regie
from doorzicht.wings.regie.overleg import actions
from doorzicht.wings.regie.overleg.invoer import ActieInvoer, BesluitInvoer
from doorzicht.wings.regie.overleg.tests.test_nothing_leaves_without_privacycheck_2b import voorstel


def lines(who):
    with context(who):
        return [(w.naam, w.tekst) for w in regie.waiting_for(by=who, today=timezone.localdate())]


def test_the_coordinator_sees_offers_todays_meeting_and_late_actions(meeting, offered, bram, now):
    _, (punt,) = meeting("Geheim label")
    offered("Nog een geheim label")
    with context(bram):
        then = now - timedelta(days=3)
        task = ActieInvoer(wat="Geheime actie", eigenaar=bram.medewerker_id, uiterlijk=local_day(then))
        actions.add_actie(punt.id, task, by=bram, at=then)
    found = lines(bram)
    assert found == [
        ("Lokaal Ondermijningsoverleg", "Bezig"),
        ("Mijn acties uit het overleg", "1 actie, 3 dagen te laat"),
        ("Aangeboden voor het overleg", "1 punt aangeboden"),
    ]
    assert "eheim" not in str(found)


def test_the_privacyfunctionaris_sees_the_checks(meeting, sietse, bram, now):
    _, (punt,) = meeting()
    with context(bram):
        actions.decide(punt.id, BesluitInvoer(soort="casus", motivering="Nodig."), by=bram, at=now)
        actions.ask_check(punt.id, voorstel(), by=bram, at=now)
    assert lines(sietse) == [("Privacycheck 2B", "1 open")]


def test_a_guest_sees_the_meeting_they_were_invited_to_and_others_see_nothing(meeting, mila, joris, actor):
    meeting("Loods", gasten={0: [mila]})
    assert lines(mila) == [("Lokaal Ondermijningsoverleg", "Bezig")]
    for nobody in (joris, actor("otto.elders"), actor("fenna.verzonnen"), actor("merel.meldpost")):
        assert lines(nobody) == []


@pytest.mark.parametrize("wie", ["bram.testman", "mila.fictief", "sietse.denkbeeldig"])
def test_every_address_opens(meeting, client_of, actor, mila, wie):
    meeting("Loods", gasten={0: [mila]})
    who = actor(wie)
    with context(who):
        waiting = regie.waiting_for(by=who, today=timezone.localdate())
    for line in waiting:
        assert client_of(wie).get(line.url, follow=True).status_code == 200
