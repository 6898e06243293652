"""Recusal holds for the copies too: who may not see the melding does not see what was released from it."""

from datetime import timedelta

import pytest
from django.db import connection

from doorzicht.ground.access import api as access
from doorzicht.ground.access.api import context
from doorzicht.ground.vault import api as vault
from doorzicht.ground.verstrekking import api
from doorzicht.ground.verstrekking.api import Ontvanger
from doorzicht.ground.verstrekking.models import Verstrekking, Voortgang, VrijgegevenVeld


@pytest.fixture
def shut_out(noor, aanbod, now):
    """`shut_out(bram)`: Noor shuts somebody out of the source."""

    def run(who) -> None:
        with context(noor):
            source = vault.open_dossier(aanbod.bron_dossier_id)
            access.recuse(source, who.medewerker_id, reden="kent iemand", by=noor, at=now)

    return run


def test_the_chair_who_knows_somebody_may_not_read_list_or_accept(offered, shut_out, bram, now):
    row = offered()
    shut_out(bram)

    with context(bram):
        for verb in (api.read, api.accept):
            with pytest.raises(api.VerstrekkingOnbekend):
                verb(row.id, by=bram, at=now)
        assert api.offered_to("0246", "regie", by=bram, at=now) == []


def test_the_database_shows_neither_row_nor_field(offered, shut_out, bram):
    offered()
    shut_out(bram)

    with context(bram):
        assert not Verstrekking.objects.exists()
        assert not VrijgegevenVeld.objects.exists()


def test_another_verstrekking_she_may_read_does_not_open_the_fields_of_this_one(
    offered, shut_out, bram, noor, aanbod, now
):
    closed = offered()
    with context(noor):
        other = vault.create_dossier(
            soort="melding", organisatie_id="0246", compartiment="algemeen", bewaarregel="melding-open"
        )
    readable = offered(bron_dossier_id=other.dossier_id)
    with context(bram):
        api.accept(closed.id, by=bram, at=now)
        api.report_back(closed.id, stand="op_agenda", by=bram, at=now)
    shut_out(bram)

    with context(bram):
        assert set(VrijgegevenVeld.objects.values_list("dossier_id", flat=True)) == {readable.id}
        assert not Voortgang.objects.exists()


def test_a_colleague_may_go_on(offered, shut_out, noor, bram, aanbod, now):
    row = offered()
    shut_out(bram)

    with context(noor):
        assert api.read(row.id, by=noor, at=now).velden == aanbod.velden


def test_a_partner_who_was_let_in_may_not_read_it_either(offered, shut_out, bram, actor, now):
    row, joris = offered(), actor("joris.bedacht")
    with context(bram):
        api.accept(row.id, by=bram, at=now)
        until = now + timedelta(hours=2)
        api.let_in(row.id, medewerker_id=joris.medewerker_id, van=now, tot=until, by=bram, at=now)
    shut_out(joris)

    with context(joris), pytest.raises(api.VerstrekkingOnbekend):
        api.read(row.id, by=joris, at=now)


def test_the_answering_function_does_not_answer_who_was_shut_out(offered, shut_out, actor, now):
    row, joris = offered(aan=Ontvanger("politie-on", "partner"), kader="politie"), actor("joris.bedacht")
    shut_out(joris)

    with context(joris), connection.cursor() as cursor:
        cursor.execute("SELECT verstrekking_beslissen(%s, 'aangenomen', %s, NULL)", [row.id, now])
        assert cursor.fetchone() == (False,)
