"""Product rule 4: no field and no question about descent; language exists only as `tolk nodig`."""

import re

import pytest

from doorzicht.ground.catalogus import api as catalogus
from doorzicht.wings.signaleren.publiek.stappen import STAPPEN
from doorzicht.wings.signaleren.publiek.teksten import vertaling, woorden

VERBODEN = re.compile(
    r"nationalit|afkomst|herkomst|geboorteland|geboorteplaats|etnic|ethnic|religi|geloof|godsdienst|huidskleur|"
    r"moedertaal|welke taal|birthplace|place of birth|descent|your language",
    re.IGNORECASE,
)


@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("soort", ["zorgen", "hulp"])
def test_no_field_asks_where_somebody_comes_from(taal, soort):
    for step in STAPPEN:
        form = step(t=woorden(taal), taal=taal, soort=soort)
        for field in form:
            assert not VERBODEN.search(f"{field.name} {field.label} {field.help_text}")


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_no_question_of_the_catalogue_asks_it_either(taal):
    questions = catalogus.publieke_vragen(taal)
    assert not [v.tekst for v in questions.vragen if VERBODEN.search(v.tekst)]


def test_an_interpreter_is_a_yes_or_no_without_a_language():
    form = STAPPEN[-1](t=woorden("nl"), taal="nl", soort="zorgen")
    assert form.fields["tolk_nodig"].__class__.__name__ == "BooleanField"
    assert not [name for name in form.fields if "taal" in name]


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_rule_06_saying_no_is_called_neutral(taal):
    delen = vertaling(taal)["uitleg"]["wegen"]["delen"]
    sentence = {"nl": "niet voor en niet tegen", "en": "not for and not against"}[taal]
    assert any(sentence in alinea for deel in delen for alinea in deel["alineas"])
