"""One verstrekking that was withdrawn or ran out stops nothing else: the meeting is extended and guests come in."""

from datetime import timedelta

import pytest

from doorzicht.ground.access.api import context
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.ground.verstrekking.models import Verstrekking
from doorzicht.wings.regie.overleg import actions
from doorzicht.wings.regie.overleg.invoer import BesluitInvoer
from doorzicht.wings.regie.overleg.models import Agendapunt


@pytest.fixture
def revoke(noor, now):
    def take_back(punt):
        with context(noor):
            verstrekking.revoke(punt.verstrekking_id, reden="vergissing", by=noor, at=now)

    return take_back


def _extend(overleg, bram, at):
    with context(bram):
        actions.extend(overleg.id, eind=at + timedelta(hours=3), by=bram, at=at)


def _seen(who):
    with context(who):
        return set(Agendapunt.objects.values_list("id", flat=True)), set(
            Verstrekking.objects.values_list("id", flat=True)
        )


def test_what_was_withdrawn_drops_off_and_the_rest_stays_open(meeting, revoke, mila, bram, now):
    overleg, (gone, stays) = meeting("Loods", "Bijgebouw", gasten={0: [mila], 1: [mila]})
    revoke(gone)
    _extend(overleg, bram, now)

    assert _seen(mila) == ({stays.id}, {stays.verstrekking_id})
    with context(bram):
        assert Agendapunt.objects.get(pk=gone.id).status == "vervallen"
        assert Agendapunt.objects.get(pk=stays.id).status == "straks"


def test_what_ran_out_drops_off(meeting, mila, bram, now):
    overleg, (punt,) = meeting("Loods", gasten={0: [mila]})
    _extend(overleg, bram, now + timedelta(days=31))

    with context(bram):
        assert Agendapunt.objects.get(pk=punt.id).status == "vervallen"


def test_a_decision_stays_when_its_verstrekking_was_withdrawn(meeting, revoke, mila, bram, now):
    overleg, (punt,) = meeting("Loods", gasten={0: [mila]})
    with context(bram):
        actions.decide(punt.id, BesluitInvoer(soort="volgen", motivering="Nodig."), by=bram, at=now)
    revoke(punt)
    _extend(overleg, bram, now)

    with context(bram):
        assert Agendapunt.objects.get(pk=punt.id).status == "besloten"
    assert _seen(mila) == (set(), set())


def test_a_guest_who_comes_late_is_let_in_to_the_rest(meeting, revoke, mila, bram, now):
    overleg, (gone, stays) = meeting("Loods", "Bijgebouw", gasten={0: [mila], 1: [mila]})
    with context(bram):
        actions.record_presence(overleg.id, mila.medewerker_id, aanwezig=False, by=bram, at=now)
    revoke(gone)
    with context(bram):
        actions.record_presence(overleg.id, mila.medewerker_id, aanwezig=True, by=bram, at=now)

    assert _seen(mila) == ({stays.id}, {stays.verstrekking_id})


def test_an_invitation_to_what_was_withdrawn_opens_nothing(meeting, revoke, mila, bram, now):
    overleg, (punt,) = meeting("Loods")
    revoke(punt)
    with context(bram):
        actions.invite(overleg.id, mila.medewerker_id, [punt.id], by=bram, at=now)

    assert _seen(mila) == (set(), set())
