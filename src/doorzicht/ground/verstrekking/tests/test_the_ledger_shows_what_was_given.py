"""The giver sees what was ever released from a source; the receiver sees what lies ready; others see neither."""

from datetime import timedelta

import pytest

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.verstrekking import api
from doorzicht.ground.verstrekking.api import Ontvanger


def test_the_ledger_of_a_source_shows_every_verstrekking_whatever_became_of_it(offered, aanbod, noor, now):
    first, second = offered(), offered(aan=Ontvanger("riec-on", "partner"), kader="riec")
    with context(noor):
        api.revoke(first.id, reden="vergissing", by=noor, at=now)
        ledger = api.given_by(aanbod.bron_dossier_id, by=noor)

    assert {kop.id: kop.status for kop in ledger} == {first.id: "ingetrokken", second.id: "aangeboden"}
    assert {kop.veldcodes for kop in ledger} == {("locatie", "ARB10")}
    assert {kop.grondslag for kop in ledger} == {"avg-6-1-e"}


def test_the_ledger_of_another_municipalitys_source_is_empty(offered, aanbod, actor):
    offered(aan=Ontvanger("0232", "regie"))
    otto = actor("otto.elders")

    with context(otto):
        assert api.given_by(aanbod.bron_dossier_id, by=otto) == []


def test_what_lies_ready_for_the_overleg_is_listed_with_its_label(offered, bram, now):
    row = offered()
    offered(aan=Ontvanger("riec-on", "partner"), kader="riec")

    with context(bram):
        ready = api.offered_to("0246", "regie", by=bram, at=now)
        regel = Regel.objects.filter(medewerker_id=bram.medewerker_id).latest("id")

    assert [(kop.id, kop.label, kop.slachtoffer) for kop in ready] == [
        (row.id, "Slapen boven een loods", True)
    ]
    assert (regel.handeling, regel.object_ids) == ("lees", [row.id])


def test_a_partner_sees_what_lies_ready_for_its_organisation(offered, actor, now):
    row, tess = offered(aan=Ontvanger("riec-on", "partner"), kader="riec"), actor("tess.denkbeeld")

    with context(tess):
        assert [kop.id for kop in api.offered_to("riec-on", "partner", by=tess, at=now)] == [row.id]


def test_what_ended_does_not_lie_ready(offered, bram, now):
    offered()

    with context(bram):
        assert api.offered_to("0246", "regie", by=bram, at=now + timedelta(days=31)) == []


@pytest.mark.parametrize("wie", ["hugo.handhaaf", "otto.elders", "joris.bedacht"])
def test_who_is_of_another_wing_or_organisation_may_not_list_it(offered, actor, now, wie):
    other = actor(wie)

    with context(other), pytest.raises(Geweigerd):
        api.offered_to("0246", "regie", by=other, at=now)


def test_a_number_is_found_by_giver_and_receiver(offered, noor, bram, now):
    row = offered()

    for reader in (noor, bram):
        with context(reader):
            assert api.of_numbers([row.nummer, "V-2026-000000"], by=reader, at=now)[row.nummer].id == row.id


def test_a_number_is_not_found_by_anybody_else(offered, actor, now):
    row = offered()

    for wie in ("hugo.handhaaf", "otto.elders", "joris.bedacht"):
        with context(actor(wie)):
            assert api.of_numbers([row.nummer], by=actor(wie), at=now) == {}
