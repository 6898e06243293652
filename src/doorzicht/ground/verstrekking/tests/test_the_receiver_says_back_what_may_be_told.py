"""The giver learns through the ground, and only there, how far the receiver is and what may be told."""

from datetime import timedelta

import pytest
from tests.support.logregels import rows_of

from doorzicht.ground.access import api as access
from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.vault import api as vault
from doorzicht.ground.verstrekking import api
from doorzicht.ground.verstrekking.api import Ontvanger
from doorzicht.ground.verstrekking.models import Voortgang

TEKST = "Er is met je melding iets gedaan. Meer mogen we niet zeggen."


@pytest.fixture
def accepted(offered, bram, now):
    row = offered()
    with context(bram):
        api.accept(row.id, by=bram, at=now)
    return row


def test_the_giver_sees_that_it_was_accepted_and_what_may_be_told(accepted, noor, bram, now):
    with context(bram):
        api.report_back(accepted.id, stand="op_agenda", by=bram, at=now)
        api.report_back(accepted.id, stand="besloten", tekst=TEKST, by=bram, at=now + timedelta(hours=1))

    with context(noor):
        (found,) = api.reports_for(accepted.bron_dossier_id, by=noor)
        assert (found.verstrekking_id, found.status) == (accepted.id, "aangenomen")
        assert (found.stand, found.tekst) == ("besloten", TEKST)
        assert [b.stand for b in found.voortgang] == ["op_agenda", "besloten"]
        assert rows_of(accepted.id, organisatie_id="0246")[0].object_soort == "voortgang"


def test_a_report_may_come_after_the_end(accepted, noor, bram, now):
    with context(noor):
        api.revoke(accepted.id, reden="niet meer nodig", by=noor, at=now)
    with context(bram):
        api.report_back(accepted.id, stand="besloten", tekst=TEKST, by=bram, at=now)
    with context(noor):
        assert api.reports_for(accepted.bron_dossier_id, by=noor)[0].tekst == TEKST


def test_nothing_is_said_back_about_what_was_not_accepted(offered, bram, now):
    row = offered()
    with context(bram):
        with pytest.raises(api.OngeldigeStap):
            api.report_back(row.id, stand="besloten", by=bram, at=now)
        api.refuse(row.id, reden="geen taak", by=bram, at=now)
        with pytest.raises(api.OngeldigeStap):
            api.report_back(row.id, stand="besloten", by=bram, at=now)


def test_an_invited_guest_or_another_municipality_may_not_say_anything_back(
    accepted, offered, actor, bram, now
):
    guest, otto = actor("hugo.handhaaf"), actor("otto.elders")
    with context(guest), pytest.raises(Geweigerd):
        api.report_back(accepted.id, stand="besloten", by=guest, at=now)
    elsewhere = offered(aan=Ontvanger("0232", "regie"))
    with context(otto):
        api.accept(elsewhere.id, by=otto, at=now)
        with pytest.raises(Geweigerd):
            api.report_back(elsewhere.id, stand="besloten", by=otto, at=now)


def test_whoever_is_recused_from_the_source_sees_no_report(accepted, noor, bram, actor, now):
    with context(bram):
        api.report_back(accepted.id, stand="besloten", tekst=TEKST, by=bram, at=now)
        source = vault.open_dossier(accepted.bron_dossier_id)
        access.recuse(source, noor.medewerker_id, reden="familie", by=bram, at=now)

    with context(noor):
        assert api.reports_for(accepted.bron_dossier_id, by=noor) == []
        assert not Voortgang.objects.exists()


def test_the_number_of_statements_is_the_same_for_one_and_for_many(
    accepted, offered, noor, bram, now, django_assert_max_num_queries
):
    with context(bram):
        for _ in range(5):
            api.report_back(accepted.id, stand="op_agenda", by=bram, at=now)
    with context(noor), django_assert_max_num_queries(4):
        api.reports_for(accepted.bron_dossier_id, by=noor)
