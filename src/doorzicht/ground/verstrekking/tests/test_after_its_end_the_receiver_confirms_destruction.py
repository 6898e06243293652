"""After revoke or expiry the receiver says that what they held is destroyed: once, in person; who and when is kept."""

from datetime import timedelta

import pytest
from django.db import connection

from doorzicht.ground.access.api import Actor, Geweigerd, context
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.verstrekking import api
from doorzicht.ground.verstrekking.api import OngeldigeStap, Ontvanger
from doorzicht.ground.verstrekking.models import Verstrekking

POLITIE = {"aan": Ontvanger("politie-on", "partner"), "kader": "politie"}


@pytest.fixture
def joris(actor) -> Actor:
    return actor("joris.bedacht")


@pytest.fixture
def ended(offered, noor, now):
    """What Noor gave to the police and took back."""
    row = offered(**POLITIE)
    with context(noor):
        api.revoke(row.id, reden="niet meer nodig", by=noor, at=now)
    return row


def _kept(row) -> Verstrekking:
    with context(Actor.systeem("0246")):
        return Verstrekking.objects.get(pk=row.id)


def test_taking_it_back_asks_for_a_confirmation_within_two_weeks(ended, now):
    assert _kept(ended).bevestigen_voor == local_day(now) + timedelta(weeks=2)


def test_running_out_asks_for_one_too_and_a_refusal_does_not(offered, joris, now):
    due, refused = offered(**POLITIE), offered(**POLITIE)
    with context(joris):
        api.refuse(refused.id, reden="geen taak", by=joris, at=now)
    house = Actor.systeem("0246")
    with context(house):
        api.expire_due(by=house, at=due.vervalt_op)

    assert _kept(due).bevestigen_voor == local_day(due.vervalt_op) + timedelta(weeks=2)
    assert _kept(refused).bevestigen_voor is None


def test_who_confirmed_when_is_kept_and_logged_on_both_sides(ended, joris, now):
    with context(joris):
        api.confirm_destroyed(ended.id, by=joris, at=now)
        assert Regel.objects.filter(handeling="wijzig", object_ids=[ended.id]).count() == 1

    row = _kept(ended)
    assert (row.bevestigd_door, row.bevestigd_op) == (joris.medewerker_id, now)
    with context(Actor.systeem("0246")):
        (at_giver,) = Regel.objects.filter(bijzonderheden={"vernietigd": "bevestigd"})
        assert at_giver.medewerker_id == joris.medewerker_id


def test_it_is_confirmed_once(ended, joris, now):
    with context(joris):
        api.confirm_destroyed(ended.id, by=joris, at=now)
        with pytest.raises(OngeldigeStap, match="al bevestigd"):
            api.confirm_destroyed(ended.id, by=joris, at=now + timedelta(hours=1))

    assert _kept(ended).bevestigd_op == now


def test_what_is_still_alive_cannot_be_confirmed(offered, joris, now):
    row = offered(**POLITIE)

    with context(joris), pytest.raises(OngeldigeStap, match="na het einde"):
        api.confirm_destroyed(row.id, by=joris, at=now)


@pytest.mark.parametrize("who", ["tess.denkbeeld", "otto.elders", "mila.fictief"])
def test_nobody_else_confirms_it(ended, actor, now, who):
    other = actor(who)
    with context(other), pytest.raises(api.VerstrekkingOnbekend):
        api.confirm_destroyed(ended.id, by=other, at=now)

    assert _kept(ended).bevestigd_op is None


def test_the_giver_cannot_say_it_for_the_receiver(ended, noor, now):
    with context(noor):
        with pytest.raises(Geweigerd):
            api.confirm_destroyed(ended.id, by=noor, at=now)
        with connection.cursor() as cursor:
            cursor.execute("SELECT verstrekking_vernietigd(%s, %s)", [ended.id, now])
            assert cursor.fetchone() == (False,)


def test_the_house_itself_confirms_nothing(ended, now):
    with context(Actor.systeem("politie-on")), connection.cursor() as cursor:
        cursor.execute("SELECT verstrekking_vernietigd(%s, %s)", [ended.id, now])
        assert cursor.fetchone() == (False,)
