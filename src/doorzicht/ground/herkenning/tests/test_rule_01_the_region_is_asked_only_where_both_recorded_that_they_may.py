"""No index of a municipality is used until it and the asking one recorded ground, arrangement (art. 26) and DPIA."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from doorzicht.ground.access.api import Geweigerd
from doorzicht.ground.herkenning import api, jobs, regio
from doorzicht.ground.herkenning.models import Regiokenmerk
from doorzicht.ground.herkenning.tests.conftest import (
    ANDER,
    EPE_PRIVACY,
    HATTEM,
    PHONE,
    PRIVACY,
    WEGER,
    afspraak_invoer,
)
from doorzicht.ground.organisaties.api import Medewerker, appoint
from doorzicht.ground.vault.api import open_dossier

NOW = datetime.now(UTC)


def test_with_both_arrangements_a_number_of_the_other_municipality_is_a_hit(
    arrange, in_region, asked, ask_region
):
    arrange()
    in_region(PHONE)
    assert ask_region(asked(PHONE)) == {("0232", "telefoon", "hit")}


def test_without_an_own_arrangement_nothing_is_asked(arrange, in_region, asked, ask_region):
    arrange(EPE_PRIVACY)
    in_region(PHONE)
    with pytest.raises(api.GeenAfspraak, match="nog geen afspraak"):
        ask_region(asked(PHONE))


def test_a_municipality_without_an_arrangement_is_not_asked(arrange, in_region, asked, ask_region):
    arrange(PRIVACY)
    in_region(PHONE)
    assert ask_region(asked(PHONE)) == set()


def test_without_an_arrangement_no_regional_index_is_even_made(in_region, acting_as):
    in_region(PHONE)
    with acting_as(ANDER):
        assert not Regiokenmerk.objects.exists()


def test_the_database_refuses_a_regional_index_without_a_running_arrangement(arrange, in_region, acting_as):
    """Code that forgot everything: it writes the row itself, under an arrangement that was withdrawn."""
    old = arrange(EPE_PRIVACY)
    dossier_id = in_region(PHONE)
    with acting_as(EPE_PRIVACY) as by:
        api.withdraw_afspraak(by=by, at=NOW)
    with (
        acting_as(ANDER),
        pytest.raises(Exception, match="row-level security"),
        transaction.atomic(),
    ):
        Regiokenmerk.objects.create(
            **open_dossier(dossier_id).row(), afspraak_id=old.id, soort="telefoon", indexwaarde=b"x" * 16
        )


def test_an_arrangement_of_another_municipality_carries_no_index(arrange, in_region, acting_as):
    theirs = arrange(PRIVACY)
    dossier_id = in_region(PHONE)
    with acting_as(ANDER), pytest.raises(Exception, match="row-level security"), transaction.atomic():
        Regiokenmerk.objects.create(
            **open_dossier(dossier_id).row(), afspraak_id=theirs.id, soort="telefoon", indexwaarde=b"x" * 16
        )


def test_withdrawing_ends_it_at_once_and_removes_every_index(
    arrange, in_region, asked, ask_region, acting_as
):
    arrange()
    in_region(PHONE)
    ours = asked(PHONE)
    with acting_as(EPE_PRIVACY) as by:
        assert api.withdraw_afspraak(by=by, at=NOW) is True
        assert not Regiokenmerk.objects.exists()
        assert api.withdraw_afspraak(by=by, at=NOW) is False
    assert ask_region(ours) == set()


def test_a_new_arrangement_brings_old_indexes_not_back(arrange, in_region, asked, ask_region):
    arrange()
    in_region(PHONE)
    ours = asked(PHONE)
    arrange(EPE_PRIVACY)
    assert ask_region(ours) == {("0232", "", "geen")}


def test_an_index_under_an_arrangement_that_ended_does_not_count_before_the_night_either(
    arrange, in_region, asked, ask_region, monkeypatch
):
    """Removal may be late; the question looks at the arrangement itself."""
    arrange()
    in_region(PHONE)
    ours = asked(PHONE)
    monkeypatch.setattr(regio, "clear_region", lambda *_, **__: 0)
    arrange(EPE_PRIVACY)
    assert ask_region(ours) == {("0232", "", "geen")}


@pytest.mark.parametrize("side", [PRIVACY, EPE_PRIVACY])
def test_an_arrangement_ends_by_itself_after_its_last_day(
    arrange, in_region, asked, ask_region, acting_as, side, monkeypatch
):
    today = regio.local_day(NOW)
    arrange(geldig_tot=today)
    in_region(PHONE)
    ours = asked(PHONE)
    assert ask_region(ours) == {("0232", "telefoon", "hit")}
    _let_end(side, acting_as, monkeypatch)
    if side == PRIVACY:
        with pytest.raises(api.GeenAfspraak):
            ask_region(ours)
    else:
        assert ask_region(ours) == set()


def _let_end(wie, acting_as, monkeypatch):
    """One whose last day has passed takes the place: our code looks away, only the database is left."""
    today = regio.local_day(NOW)
    ended = afspraak_invoer(vastgesteld_op=today - timedelta(days=9), geldig_tot=today - timedelta(days=1))
    with monkeypatch.context() as patch, acting_as(wie) as by:
        patch.setattr(regio, "_gaps", lambda *_, **__: {})
        patch.setattr(regio, "clear_region", lambda *_, **__: 0)
        api.record_afspraak(ended, by=by, at=NOW)


def test_the_night_removes_what_lies_under_no_running_arrangement(arrange, in_region, acting_as, monkeypatch):
    arrange()
    in_region(PHONE)
    jobs.night(0)
    with acting_as(ANDER):
        assert Regiokenmerk.objects.count() == 1
    _let_end(EPE_PRIVACY, acting_as, monkeypatch)
    jobs.night(0)
    with acting_as(ANDER):
        assert not Regiokenmerk.objects.exists()


def test_everybody_who_asks_sees_of_each_municipality_whether_it_takes_part_and_no_document(
    arrange, acting_as
):
    arrange(EPE_PRIVACY)
    with acting_as(WEGER):
        found = {s.naam: s.stand for s in api.regiostanden()}
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM herkenning_regioafspraak")
            assert cursor.fetchone() == (0,)
    assert found == {
        "Elburg": "geen",
        "Epe": "loopt",
        "Hattem": "geen",
        "Heerde": "geen",
        "Nunspeet": "geen",
        "Oldebroek": "geen",
    }


@pytest.mark.django_db
def test_without_an_actor_not_even_that_is_told(arrange):
    arrange(EPE_PRIVACY)
    assert api.regiostanden() == []


def test_a_third_municipality_is_told_apart(arrange, in_region, asked, ask_region, privacy_of_hattem):
    arrange(PRIVACY, EPE_PRIVACY, privacy_of_hattem)
    in_region(PHONE, wie=HATTEM, privacy=privacy_of_hattem)
    assert ask_region(asked(PHONE)) == {("0232", "", "geen"), ("0244", "telefoon", "hit")}


def test_only_who_weighs_may_ask(arrange, in_region, asked, ask_region):
    arrange()
    in_region(PHONE)
    ours = asked(PHONE)
    for wie in (PRIVACY, "merel.meldpost", "faye.toezicht"):
        with pytest.raises(Geweigerd, match="mag wie weegt het ook andere gemeenten vragen"):
            ask_region(ours, wie=wie)


@pytest.mark.parametrize("wie", [PRIVACY, "merel.meldpost", "faye.toezicht"])
def test_the_database_itself_answers_only_who_is_appointed_to_weigh(
    arrange, in_region, asked, acting_as, wie
):
    arrange()
    in_region(PHONE)
    ours = asked(PHONE)
    with acting_as(wie), pytest.raises(DatabaseError) as refused, transaction.atomic():
        connection.cursor().execute("SELECT * FROM herkenning.herken_regio(%s)", [ours])
    assert refused.value.__cause__.sqlstate == "DZ003"


def test_the_database_answers_nobody_about_a_dossier_of_another_municipality(
    arrange, in_region, asked, acting_as
):
    arrange()
    theirs = in_region(PHONE)
    asked(PHONE)
    with acting_as(WEGER), pytest.raises(DatabaseError) as refused, transaction.atomic():
        connection.cursor().execute("SELECT * FROM herkenning.herken_regio(%s)", [theirs])
    assert refused.value.__cause__.sqlstate == "DZ002"


@pytest.mark.django_db
def test_the_database_answers_nobody_without_an_actor(arrange, asked):
    arrange()
    ours = asked(PHONE)
    with pytest.raises(DatabaseError) as refused, transaction.atomic():
        connection.cursor().execute("SELECT * FROM herkenning.herken_regio(%s)", [ours])
    assert refused.value.__cause__.sqlstate == "DZ001"


def test_whoever_released_it_cannot_ask_it(arrange, in_region, asked, acting_as, actor):
    """Also not after becoming the one who weighs: Sietse gets that role, and released."""
    arrange()
    in_region(PHONE)
    ours = asked(PHONE)
    sietse = Medewerker.objects.get(gebruikersnaam=PRIVACY)
    appoint(sietse, "aandachtsfunctionaris", organisatie=sietse.organisatie, vanaf=NOW.date())
    with acting_as(PRIVACY), pytest.raises(DatabaseError) as refused, transaction.atomic():
        connection.cursor().execute("SELECT * FROM herkenning.herken_regio(%s)", [ours])
    assert refused.value.__cause__.sqlstate == "DZ003"
