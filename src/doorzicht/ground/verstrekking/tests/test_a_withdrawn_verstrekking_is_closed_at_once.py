"""What the giver takes back cannot be read any more from that moment, in the application and in the database."""

from datetime import timedelta

import pytest

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.verstrekking import api
from doorzicht.ground.verstrekking.api import Ontvanger
from doorzicht.ground.verstrekking.models import Verstrekking, VrijgegevenVeld

POLITIE = {"aan": Ontvanger("politie-on", "partner"), "kader": "politie"}


def test_the_receiving_wing_reads_nothing_after_it_was_withdrawn(offered, noor, bram, now):
    row = offered()
    with context(bram):
        api.accept(row.id, by=bram, at=now)
    with context(noor):
        api.revoke(row.id, reden="vergissing", by=noor, at=now)

    with context(bram), pytest.raises(Geweigerd, match="ingetrokken"):
        api.read(row.id, by=bram, at=now)


def test_the_copied_contents_are_gone_from_the_database(offered, noor, now):
    row = offered()
    with context(noor):
        api.revoke(row.id, reden="vergissing", by=noor, at=now)
        left = VrijgegevenVeld.objects.filter(dossier_id=row.id).values_list("code", "inhoud")

        assert sorted(left) == [("ARB10", None), ("locatie", None)]


def test_another_organisation_does_not_even_see_the_row(offered, noor, actor, now):
    row, joris = offered(**POLITIE), actor("joris.bedacht")
    with context(joris):
        assert VrijgegevenVeld.objects.count() == 2
    with context(noor):
        api.revoke(row.id, reden="vergissing", by=noor, at=now)

    with context(joris):
        assert not Verstrekking.objects.exists()
        assert not VrijgegevenVeld.objects.exists()
        with pytest.raises(Geweigerd):
            api.read(row.id, by=joris, at=now)


def test_the_privacyfunctionaris_may_withdraw_too(offered, actor, now):
    row, sietse = offered(), actor("sietse.denkbeeldig")

    with context(sietse):
        api.revoke(row.id, reden="te veel velden", by=sietse, at=now)
        fresh = Verstrekking.objects.get(pk=row.id)

    assert (fresh.status, fresh.beeindigd_door) == ("ingetrokken", sietse.medewerker_id)


@pytest.mark.parametrize("wie", ["merel.meldpost", "hugo.handhaaf", "otto.elders", "joris.bedacht"])
def test_who_did_not_give_it_may_not_withdraw_it(offered, actor, now, wie):
    row, other = offered(**POLITIE), actor(wie)

    with context(other), pytest.raises(Geweigerd):
        api.revoke(row.id, reden="zomaar", by=other, at=now)


def test_what_was_withdrawn_may_not_be_withdrawn_again(offered, noor, now):
    row = offered()

    with context(noor):
        api.revoke(row.id, reden="vergissing", by=noor, at=now)
        with pytest.raises(Geweigerd):
            api.revoke(row.id, reden="nog eens", by=noor, at=now + timedelta(minutes=1))


def test_withdrawing_is_logged_without_the_reason(offered, noor, now):
    row = offered()

    with context(noor):
        api.revoke(row.id, reden="Voorbeeldlaan klopt niet", by=noor, at=now)
        rows = Regel.objects.filter(object_ids__contains=[row.id], recht="verstrekking.intrekken")
        shown = [(r.handeling, r.object_soort, r.bijzonderheden) for r in rows.order_by("id")]

    assert shown == [("wijzig", "verstrekking", {"status": "ingetrokken"}), ("wijzig", "toegang", {})]
