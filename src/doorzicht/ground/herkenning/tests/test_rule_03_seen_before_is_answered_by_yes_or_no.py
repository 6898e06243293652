"""Product rule 3: after privacycheck 1 "seen before?" is answered by hit or no hit, without a count, and logged."""

from doorzicht.engines.matching.kenmerk import Kenmerk
from doorzicht.ground.herkenning import api
from doorzicht.ground.herkenning.tests.conftest import ANDER, PHONE, PLATE, WEGER
from doorzicht.ground.logboek.models import Regel


def test_what_lies_in_another_dossier_is_a_hit_and_the_rest_is_not(dossier, release, ask):
    dossier(PHONE)
    asked = dossier(PHONE, PLATE)
    release(asked)

    assert ask(asked) == {"telefoon": "hit", "kenteken": "geen"}


def test_the_dossier_itself_is_no_hit(dossier, release, ask):
    asked = dossier(PHONE, PHONE)
    release(asked)

    assert ask(asked) == {"telefoon": "geen"}


def test_a_hit_says_nothing_about_how_many(dossier, release, ask):
    for _ in range(3):
        dossier(PHONE)
    asked = dossier(PHONE)
    release(asked)

    assert ask(asked) == {"telefoon": "hit"}


def test_a_value_of_very_many_dossiers_is_common_and_not_a_hit(dossier, release, ask):
    for _ in range(21):
        dossier(PHONE)
    asked = dossier(PHONE)
    release(asked)

    assert ask(asked) == {"telefoon": "algemeen"}


def test_a_kind_that_was_not_released_is_not_answered(dossier, release, ask):
    dossier(PHONE, PLATE)
    asked = dossier(PHONE, PLATE)
    release(asked, soorten=("kenteken",))

    assert ask(asked) == {"kenteken": "hit"}


def test_the_same_text_of_another_kind_is_no_hit(dossier, release, ask):
    dossier(Kenmerk("kvk", "12345678"))
    asked = dossier(Kenmerk("kenteken", "12345678"))
    release(asked)

    assert ask(asked) == {"kenteken": "geen"}


def test_another_municipality_is_never_part_of_the_answer(dossier, release, ask):
    dossier(PHONE, wie=ANDER)
    asked = dossier(PHONE)
    release(asked)

    assert ask(asked) == {"telefoon": "geen"}


def test_a_sealed_compartment_is_never_part_of_the_answer(dossier, release, ask):
    dossier(PHONE, wie="adri.adreslijn", compartiment="laa")
    asked = dossier(PHONE)
    release(asked)

    assert ask(asked) == {"telefoon": "geen"}


def test_a_dossier_that_was_taken_out_is_not_recognised_any_more(dossier, release, ask, acting_as):
    other, asked = dossier(PHONE), dossier(PHONE)
    release(asked)
    with acting_as(WEGER):
        api.withdraw_kenmerken(other)

    assert ask(asked) == {"telefoon": "geen"}


def test_the_question_and_what_it_touched_are_logged_in_the_same_transaction(
    dossier, release, ask, acting_as
):
    other, asked = dossier(PHONE), dossier(PHONE, PLATE)
    release(asked)
    ask(asked)

    with acting_as(WEGER) as noor:
        question, touched = Regel.objects.filter(recht="herkenning.vragen").order_by("id")
    assert question.medewerker_id == touched.medewerker_id == noor.medewerker_id
    assert (question.handeling, question.rol, question.object_ids) == (
        "zoek",
        "aandachtsfunctionaris",
        [asked],
    )
    assert question.bijzonderheden == {"antwoorden": {"telefoon": "hit", "kenteken": "geen"}}
    assert (touched.object_soort, touched.object_ids) == ("kenmerk", [other])
    assert question.trace_id == touched.trace_id
