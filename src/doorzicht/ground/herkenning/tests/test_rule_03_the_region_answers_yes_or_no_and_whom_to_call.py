"""Across municipalities: hit or no hit, the kind, whom to call. Never a row, never a count; logged on both sides."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from doorzicht.engines.matching.kenmerk import Kenmerk
from doorzicht.ground.access.api import Geweigerd, context, recuse
from doorzicht.ground.herkenning import api
from doorzicht.ground.herkenning.models import Regiokenmerk
from doorzicht.ground.herkenning.tests.conftest import (
    ANDER,
    EPE_PRIVACY,
    EPE_VERVANGER,
    PHONE,
    PLATE,
    WEGER,
)
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.organisaties.actor import Actor
from doorzicht.ground.vault.api import destroy_dossier, open_dossier

NOW = datetime.now(UTC)
HIT = {("0232", "telefoon", "hit")}
NIET = {("0232", "", "geen")}


@pytest.fixture(autouse=True)
def _both_arranged(arrange):
    arrange()


def test_a_hit_names_municipality_kind_and_whom_to_call(in_region, asked, acting_as, actor):
    in_region(PHONE)
    with acting_as(WEGER) as by:
        (answer,) = api.herken_regio(asked(PHONE, PLATE), by=by)
    assert (answer.organisatie_id, answer.soort, answer.bellen) == (
        "0232",
        "telefoon",
        actor(ANDER).medewerker_id,
    )


def test_a_hit_says_nothing_about_how_many(in_region, asked, ask_region):
    for _ in range(3):
        in_region(PHONE)
    assert ask_region(asked(PHONE)) == HIT


def test_the_own_municipality_is_no_part_of_the_answer(asked, ask_region):
    asked(PHONE)
    assert ask_region(asked(PHONE)) == NIET


def test_the_same_text_of_another_kind_is_no_hit(in_region, asked, ask_region):
    in_region(Kenmerk("kvk", "12345678"))
    assert ask_region(asked(Kenmerk("kenteken", "12345678"))) == NIET


# ---- what never gives a hit


def test_a_dossier_whose_privacycheck_did_not_let_it_go_to_the_region(in_region, asked, ask_region):
    in_region(PHONE, regio_ook=False)
    assert ask_region(asked(PHONE)) == NIET


def test_a_dossier_without_privacycheck_even_when_somebody_indexed_it(dossier, asked, ask_region, acting_as):
    unchecked = dossier(wie=ANDER)
    with acting_as(ANDER):
        assert api.index_for_region(open_dossier(unchecked), [PHONE], on=NOW.date())
    assert ask_region(asked(PHONE)) == NIET


def test_a_kind_that_its_privacycheck_did_not_release(in_region, asked, ask_region, acting_as):
    other = in_region(PLATE)
    with acting_as(ANDER):
        api.index_for_region(open_dossier(other), [PHONE], on=NOW.date())
    assert ask_region(asked(PHONE, PLATE)) == {("0232", "kenteken", "hit")}


def test_a_dossier_that_was_sealed_or_rejected(in_region, asked, ask_region, acting_as):
    other = in_region(PHONE)
    with acting_as(ANDER):
        api.withdraw_kenmerken(other)
    assert ask_region(asked(PHONE)) == NIET


def test_a_destroyed_dossier_even_before_its_rows_are_gone(in_region, asked, ask_region, acting_as):
    other = in_region(PHONE)
    with acting_as(ANDER):
        destroy_dossier(other, at=NOW.date())
    assert ask_region(asked(PHONE)) == NIET


def test_a_dossier_the_asker_is_shut_out_of(in_region, asked, ask_region, acting_as, actor):
    other = in_region(PHONE)
    with acting_as(EPE_PRIVACY) as by:
        recuse(open_dossier(other), actor(WEGER).mens, reden="kennis", by=by, at=NOW)
    assert ask_region(asked(PHONE)) == NIET


def test_a_dossier_about_which_nobody_can_be_called(in_region, asked, ask_region, acting_as, actor):
    other = in_region(PHONE)
    with acting_as(EPE_PRIVACY) as by:
        for wie in (ANDER, EPE_VERVANGER):
            recuse(open_dossier(other), actor(wie).mens, reden="kennis", by=by, at=NOW)
    assert ask_region(asked(PHONE)) == NIET


def test_whoever_is_shut_out_over_there_is_not_the_one_to_call(in_region, asked, acting_as, actor):
    other = in_region(PHONE)
    with acting_as(EPE_PRIVACY) as by:
        recuse(open_dossier(other), actor(ANDER).mens, reden="kennis", by=by, at=NOW)
    with acting_as(WEGER) as by:
        (answer,) = api.herken_regio(asked(PHONE), by=by)
    assert answer.bellen == actor(EPE_VERVANGER).medewerker_id


# ---- what is common says nothing


def test_a_value_of_very_many_dossiers_is_common_and_names_no_municipality(
    in_region, asked, ask_region, limit
):
    for _ in range(limit + 1):
        in_region(PHONE)
    assert ask_region(asked(PHONE)) == {("", "telefoon", "algemeen"), *NIET}


def test_at_the_limit_it_is_still_a_hit(in_region, asked, ask_region, limit):
    for _ in range(limit):
        in_region(PHONE)
    assert ask_region(asked(PHONE)) == HIT


def test_dossiers_of_the_asker_do_not_count_so_that_adding_some_counts_nothing(
    in_region, asked, ask_region, limit
):
    in_region(PHONE)
    for _ in range(limit + 1):
        ours = asked(PHONE)
    assert ask_region(ours) == HIT


@pytest.fixture
def limit(settings) -> int:
    """The setting, read from the database that holds it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT aantal FROM herkenning_regiogrens")
        (found,) = cursor.fetchone()
    assert found == settings.DOORZICHT_REGIO_ALGEMEEN == 50
    return found


# ---- logged on both sides


def test_both_municipalities_see_that_it_was_asked_and_neither_sees_a_value(
    in_region, asked, ask_region, acting_as, actor
):
    other, ours = in_region(PHONE), asked(PHONE, PLATE)
    ask_region(ours)
    with acting_as(WEGER) as noor:
        here = Regel.objects.get(recht="herkenning.vragen_regio", organisatie_id="0246")
    with acting_as(ANDER):
        there = Regel.objects.get(recht="herkenning.vragen_regio", organisatie_id="0232")
    assert (here.object_ids, here.medewerker_id) == ([ours], noor.medewerker_id)
    assert here.bijzonderheden == {
        "gevraagd": ["0232"],
        "soorten": ["kenteken", "telefoon"],
        "antwoorden": [{"organisatie": "0232", "soort": "telefoon", "antwoord": "hit"}],
    }
    assert (there.object_soort, there.object_ids) == ("regiovraag", [other])
    assert there.medewerker_id == noor.medewerker_id
    assert there.bijzonderheden == {"soorten": ["kenteken", "telefoon"]}
    assert here.trace_id == there.trace_id


def test_a_municipality_that_had_nothing_sees_that_somebody_asked_too(asked, ask_region, acting_as):
    ask_region(asked(PHONE))
    with acting_as(ANDER):
        row = Regel.objects.get(recht="herkenning.vragen_regio")
    assert (row.object_soort, row.object_ids) == ("regiovraag", [])


def test_their_logboek_does_not_hold_the_number_of_our_dossier(in_region, asked, ask_region, acting_as):
    in_region(PHONE)
    ours = asked(PHONE)
    ask_region(ours)
    with acting_as(ANDER), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM logboek_regel r WHERE r::text LIKE %s", [f"%{ours}%"])
        assert cursor.fetchone() == (0,)


def test_a_refused_question_leaves_nothing_over_there(in_region, asked, ask_region, acting_as):
    in_region(PHONE)
    with pytest.raises(Geweigerd):
        ask_region(asked(PHONE, regio_ook=False))
    with acting_as(ANDER):
        assert not Regel.objects.filter(recht="herkenning.vragen_regio").exists()


def test_the_house_itself_cannot_ask(asked):
    ours = asked(PHONE)
    with context(Actor.systeem("0246")) as house, pytest.raises(Geweigerd):
        api.herken_regio(ours, by=house)


def test_no_column_could_hold_the_value_itself():
    columns = {f.column for f in Regiokenmerk._meta.fields}
    assert columns == {
        "id", "dossier_id", "organisatie_id", "compartiment", "afspraak_id", "soort", "indexwaarde",
    }  # fmt: skip
