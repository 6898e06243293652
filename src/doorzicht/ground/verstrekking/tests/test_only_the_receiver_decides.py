"""Whom it is addressed to accepts or refuses; nobody else, and only once."""

from datetime import timedelta

import pytest
from django.db import connection

from doorzicht.ground.access.api import Actor, Geweigerd, context
from doorzicht.ground.verstrekking import api
from doorzicht.ground.verstrekking.api import Ontvanger
from doorzicht.ground.verstrekking.models import Verstrekking, VrijgegevenVeld

POLITIE = {"aan": Ontvanger("politie-on", "partner"), "kader": "politie"}


def _row(row) -> Verstrekking:
    with context(Actor.systeem("0246")):
        return Verstrekking.objects.get(pk=row.id)


def test_the_chair_accepts_what_was_offered_to_the_overleg(offered, bram, now):
    row = offered()

    with context(bram):
        api.accept(row.id, by=bram, at=now)

    fresh = _row(row)
    assert (fresh.status, fresh.beslist_door, fresh.beslist_op) == ("aangenomen", bram.medewerker_id, now)


def test_a_partner_accepts_what_was_offered_to_its_organisation(offered, actor, now):
    row, joris = offered(**POLITIE), actor("joris.bedacht")

    with context(joris):
        api.accept(row.id, by=joris, at=now)

    assert (_row(row).status, _row(row).beslist_door) == ("aangenomen", joris.medewerker_id)


def test_a_refusal_keeps_its_reason_encrypted(offered, bram, now):
    from doorzicht.ground.vault import api as vault

    row = offered()
    with context(bram):
        api.refuse(row.id, reden="geen taak van regie", by=bram, at=now)
        fresh = Verstrekking.objects.get(pk=row.id)
        assert vault.open_dossier(row.id).decrypt(fresh, "reden") == "geen taak van regie"
        assert b"taak" not in bytes(fresh.reden)


def test_nobody_reads_it_after_a_refusal(offered, noor, bram, now):
    row = offered()

    for reader in (bram, noor):
        with context(reader):
            if reader is bram:
                api.refuse(row.id, reden="geen taak", by=bram, at=now)
            with pytest.raises(Geweigerd, match="afgewezen"):
                api.read(row.id, by=reader, at=now)


def test_a_partner_that_refused_is_shut_out_by_the_database_too(offered, actor, now):
    row, joris = offered(**POLITIE), actor("joris.bedacht")
    with context(joris):
        api.refuse(row.id, reden="geen taak", by=joris, at=now)

    with context(joris):
        assert not Verstrekking.objects.exists()
    with context(Actor.systeem("0246")):
        assert set(VrijgegevenVeld.objects.values_list("inhoud", flat=True)) == {None}


@pytest.mark.parametrize("wie", ["hugo.handhaaf", "sietse.denkbeeldig", "otto.elders", "joris.bedacht"])
def test_whom_it_is_not_addressed_to_may_not_decide(offered, actor, now, wie):
    row, other = offered(), actor(wie)

    with context(other), pytest.raises(Geweigerd):
        api.accept(row.id, by=other, at=now)
    assert _row(row).status == "aangeboden"


def test_the_giver_may_not_decide_for_a_partner(offered, noor, now):
    row = offered(**POLITIE)

    with context(noor), pytest.raises(Geweigerd):
        api.accept(row.id, by=noor, at=now)


def test_an_offer_that_ran_out_may_not_be_accepted(offered, bram, now):
    row = offered()

    with context(bram), pytest.raises(Geweigerd, match="verlopen"):
        api.accept(row.id, by=bram, at=now + timedelta(days=31))


def test_an_answer_is_given_once(offered, bram, now):
    row = offered()

    with context(bram):
        api.accept(row.id, by=bram, at=now)
        with pytest.raises(api.OngeldigeStap):
            api.refuse(row.id, reden="toch niet", by=bram, at=now)
    assert _row(row).status == "aangenomen"


def test_the_answering_function_answers_nobody_else(offered, actor, now):
    row = offered(**POLITIE)

    for wie in ("otto.elders", "mila.fictief", "noor.voorbeeld"):
        with context(actor(wie)), connection.cursor() as cursor:
            cursor.execute("SELECT verstrekking_beslissen(%s, 'aangenomen', %s, NULL)", [row.id, now])
            assert cursor.fetchone() == (False,)


def test_the_answering_function_sets_no_other_state(offered, actor, now):
    row = offered(**POLITIE)

    with context(actor("joris.bedacht")), connection.cursor() as cursor:
        cursor.execute("SELECT verstrekking_beslissen(%s, 'verlopen', %s, NULL)", [row.id, now])
        assert cursor.fetchone() == (False,)
