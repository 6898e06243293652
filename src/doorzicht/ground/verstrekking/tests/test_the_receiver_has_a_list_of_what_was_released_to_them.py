"""The receiver's own list, whatever the wing: until the end with a label, afterwards only that it was."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doorzicht.ground.access import api as access
from doorzicht.ground.access.api import Actor, Geweigerd, context
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.vault import api as vault
from doorzicht.ground.verstrekking import api
from doorzicht.ground.verstrekking.api import Ontvanger

POLITIE = {"aan": Ontvanger("politie-on", "partner"), "kader": "politie"}


@pytest.fixture
def joris(actor) -> Actor:
    return actor("joris.bedacht")


def test_it_holds_what_is_alive_with_its_label_and_is_logged_once(offered, joris, now):
    row = offered(**POLITIE)

    with context(joris):
        (line,), more = api.received(by=joris, at=now)
        assert Regel.objects.filter(handeling="lees", object_ids=[row.id]).count() == 1
    assert (line.nummer, line.label, line.leesbaar, more) == (
        row.nummer,
        "Slapen boven een loods",
        True,
        False,
    )


def test_after_its_end_only_that_it_was_stays(offered, noor, joris, now):
    row = offered(**POLITIE)
    with context(noor):
        api.revoke(row.id, reden="klaar", by=noor, at=now)

    with context(joris):
        (line,), _more = api.received(by=joris, at=now)
        with pytest.raises(api.VerstrekkingOnbekend):
            api.read(row.id, by=joris, at=now)
    assert (line.nummer, line.label, line.leesbaar, line.vraagt_bevestiging) == (row.nummer, "", False, True)


def test_from_its_end_on_it_is_closed_though_no_job_ran(offered, bram):
    row = offered()

    with context(bram):
        (line,), _more = api.received(by=bram, at=row.vervalt_op)
    assert (line.status, line.label) == ("verlopen", "")


def test_what_is_for_another_organisation_or_wing_is_not_in_it(offered, joris, actor, now):
    offered(aan=Ontvanger("riec-on", "partner"), kader="riec")
    offered()

    for who in (joris, actor("zoe.zorgzaam")):
        with context(who):
            assert api.received(by=who, at=now) == ([], False)


def test_whoever_is_shut_out_of_the_source_does_not_see_that_it_was(offered, aanbod, noor, bram, now):
    offered()
    with context(noor):
        key = vault.open_dossier(aanbod.bron_dossier_id)
        access.recuse(key, bram.medewerker_id, reden="buurman", by=noor, at=now)

    with context(bram):
        assert api.received(by=bram, at=now) == ([], False)


def test_who_receives_nothing_has_no_list(actor, now):
    pim = actor("pim.papierwerk")

    with context(pim), pytest.raises(Geweigerd):
        api.received(by=pim, at=now)


@pytest.mark.parametrize("count", [1, 5])
def test_it_costs_the_same_however_long_it_is(offered, joris, now, count):
    for _ in range(count):
        offered(**POLITIE)

    with context(joris), CaptureQueriesContext(connection) as statements:
        assert len(api.received(by=joris, at=now)[0]) == count
    assert len(statements) == 4  # list, labels, keys, logboek


def test_the_start_page_counts_what_is_asked(offered, noor, joris, now):
    row, _other = offered(**POLITIE), offered(**POLITIE)
    with context(noor):
        api.revoke(row.id, reden="klaar", by=noor, at=now)

    with context(joris):
        assert api.waiting(by=joris, at=now) == (1, 1, 0)
