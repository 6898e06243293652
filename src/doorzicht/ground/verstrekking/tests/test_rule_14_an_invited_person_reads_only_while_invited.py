"""Product rule 14: who was let in by name reads one verstrekking, from a moment to a moment."""

from datetime import timedelta

import pytest

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.access.models import Toegang
from doorzicht.ground.verstrekking import api
from doorzicht.ground.verstrekking.api import Ontvanger
from doorzicht.ground.verstrekking.models import Verstrekking


@pytest.fixture
def invited(offered, bram, actor, now):
    """`invited("mila.fictief")`: an accepted verstrekking, opened to her for two hours."""

    def make(wie: str, **anders: object):
        row, guest = offered(), actor(wie)
        with context(bram):
            api.accept(row.id, by=bram, at=now)
            until = anders.get("tot", now + timedelta(hours=2))
            api.let_in(row.id, medewerker_id=guest.medewerker_id, van=now, tot=until, by=bram, at=now)
        return row, guest

    return make


@pytest.mark.parametrize("wie", ["mila.fictief", "joris.bedacht", "hugo.handhaaf"])
def test_an_invited_partner_or_colleague_reads_it(invited, aanbod, now, wie):
    row, guest = invited(wie)

    with context(guest):
        assert api.read(row.id, by=guest, at=now + timedelta(hours=1)).velden == aanbod.velden


@pytest.mark.parametrize("wie", ["mila.fictief", "hugo.handhaaf"])
def test_after_the_meeting_the_invited_may_not_read_it(invited, now, wie):
    row, guest = invited(wie)

    with context(guest), pytest.raises(Geweigerd):
        api.read(row.id, by=guest, at=now + timedelta(hours=2))


@pytest.mark.parametrize("wie", ["mila.fictief", "hugo.handhaaf"])
def test_whoever_is_sent_away_may_not_read_it_any_more(invited, bram, now, wie):
    row, guest = invited(wie)
    with context(bram):
        api.shut_out(row.id, medewerker_id=guest.medewerker_id, by=bram, at=now)

    with context(guest), pytest.raises(Geweigerd):
        api.read(row.id, by=guest, at=now)


def test_a_colleague_of_the_invited_may_not_read_it(invited, actor, now):
    row, _ = invited("mila.fictief")

    for wie in ("tess.denkbeeld", "joris.bedacht"):
        with context(actor(wie)), pytest.raises(Geweigerd):
            api.read(row.id, by=actor(wie), at=now)


def test_an_invitation_does_not_outlive_the_verstrekking(invited, aanbod, bram):
    _row, guest = invited("mila.fictief", tot=aanbod.vervalt_op + timedelta(days=5))

    with context(bram):
        assert Toegang.objects.get(medewerker_id=guest.medewerker_id).tot == aanbod.vervalt_op


def test_withdrawing_ends_every_invitation(invited, noor, now):
    row, guest = invited("mila.fictief")
    with context(noor):
        api.revoke(row.id, reden="vergissing", by=noor, at=now)

    with context(guest):
        assert not Verstrekking.objects.exists()


def test_the_invited_may_not_decide(invited, now):
    row, guest = invited("joris.bedacht")

    with context(guest), pytest.raises(Geweigerd):
        api.refuse(row.id, reden="nee", by=guest, at=now)


def test_nobody_is_let_in_before_it_was_accepted(offered, bram, actor, now):
    row, mila = offered(), actor("mila.fictief")

    with context(bram), pytest.raises(api.OngeldigeStap):
        api.let_in(row.id, medewerker_id=mila.medewerker_id, van=now, tot=now, by=bram, at=now)


@pytest.mark.parametrize("wie", ["sietse.denkbeeldig", "hugo.handhaaf", "otto.elders"])
def test_only_the_receiving_wing_lets_people_in(offered, actor, bram, now, wie):
    row, other = offered(), actor(wie)
    with context(bram):
        api.accept(row.id, by=bram, at=now)

    with context(other), pytest.raises(Geweigerd):
        api.let_in(row.id, medewerker_id=other.medewerker_id, van=now, tot=now, by=other, at=now)


def test_another_municipality_may_not_let_in_its_partners(offered, actor, now):
    row, otto = offered(aan=Ontvanger("0232", "regie")), actor("otto.elders")
    with context(otto):
        api.accept(row.id, by=otto, at=now)
        with pytest.raises(Geweigerd):
            api.let_in(row.id, medewerker_id=otto.medewerker_id, van=now, tot=now, by=otto, at=now)
