"""Title and labels of what was withdrawn or ran out are gone for the police too, in the tables; the rest stays."""

from datetime import timedelta

import pytest

from doorzicht.ground.access.api import context
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.wings.regie.overleg import actions, wacht
from doorzicht.wings.regie.overleg.models import Agendapunt
from doorzicht.wings.regie.overleg.vooruitblik import Vooruitblik


@pytest.fixture
def on_agenda(planned, offered, bram, joris, now):
    """`on_agenda(vervalt_op=...)`: a planned meeting with one item that may end early and one that does not."""

    def make(**anders):
        overleg = planned()
        with context(bram):
            for number in (offered("Loods", **anders), offered("Bijgebouw")):
                punt = actions.put_on_agenda(number, overleg.id, by=bram, at=now)
                actions.invite(overleg.id, joris.medewerker_id, [punt.id], by=bram, at=now)
        return overleg

    return make


def _seen(who, at):
    with context(who):
        return {sheet.titel for sheet in wacht.looking_ahead(by=who, at=at)}, Vooruitblik.objects.count()


def test_what_lives_is_seen(on_agenda, joris, now):
    on_agenda()

    assert _seen(joris, now) == ({"Loods", "Bijgebouw"}, 2)


def test_what_was_withdrawn_is_not(on_agenda, joris, noor, bram, now):
    overleg = on_agenda()
    with context(bram):
        first = Agendapunt.objects.filter(overleg_id=overleg.id, soort="verstrekking").earliest("volgnummer")
    with context(noor):
        verstrekking.revoke(first.verstrekking_id, reden="vergissing", by=noor, at=now)

    assert _seen(joris, now) == ({"Bijgebouw"}, 1)


def test_what_ran_out_is_not_before_the_job_comes_by(on_agenda, joris, now):
    on_agenda(vervalt_op=now + timedelta(seconds=10))

    assert _seen(joris, now) == ({"Bijgebouw"}, 1)


def test_the_chair_keeps_the_row_of_an_item_that_is_theirs_to_see(on_agenda, bram, now):
    on_agenda(vervalt_op=now + timedelta(seconds=10))

    with context(bram):
        assert Vooruitblik.objects.count() == 2
