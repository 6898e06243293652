"""Somebody without an account reports in four steps; the Meldpunt reads it, the reporter gets a receipt."""

import pytest
from django.utils import timezone

from doorzicht.wings.signaleren.melding import actions, selectors


def sheet_of(melding, noor):
    return selectors.read_sheet(actions.open_melding(melding.id, by=noor, at=timezone.now()))


def test_a_report_arrives_at_the_meldpunt_as_it_was_typed(bewoner, meldingen, acting_as):
    page = bewoner.verstuur()

    assert "Dank je. Je melding is binnen." in page
    assert len(bewoner.code.split()) == 5
    [melding] = meldingen()
    with acting_as("noor.voorbeeld") as noor:
        sheet = sheet_of(melding, noor)
    assert sheet.verhaal == "Achter de loods staan zes bedden op een rij."
    assert sheet.plaats.omschrijving == "loods achter het tuincentrum"
    assert [w.rij.code for w in sheet.alle_waarnemingen] == ["LOC05", "ARB04"]
    assert (melding.kanaal, melding.spoed, melding.leeftijd) == ("bewoner", "gewoon", "onbekend")


def test_a_role_is_not_preset_for_somebody_who_was_only_seen(bewoner, meldingen, acting_as):
    bewoner.verstuur(naam="Verzonnen Persoon", telefoon="06 12345678")

    [melding] = meldingen()
    with acting_as("noor.voorbeeld") as noor:
        [persoon] = sheet_of(melding, noor).personen
    assert persoon.huidige_rollen == []
    assert persoon.naam == "Verzonnen Persoon"
    assert persoon.gegevens == [("telefoon", "+31612345678")]


def test_the_label_in_lists_holds_no_word_that_was_typed(bewoner, meldingen, acting_as):
    bewoner.verstuur(verhaal="Verzonnen Persoon slaapt in de loods.", plaats="Loodsdorp")

    [melding] = meldingen()
    with acting_as("noor.voorbeeld") as noor:
        assert sheet_of(melding, noor).label == "Bewoner: werk en wonen"


@pytest.mark.parametrize(
    ("plek", "gebied"),
    [
        ({"plaats": "Wapenveld"}, "ja"),
        ({"postcode": "8181 ab", "huisnummer": "12a", "plaats": ""}, "ja"),
        ({"plaats": "Epe"}, "nee"),
        ({"plaats": "Verweggistan"}, "onbekend"),
        ({"plaats": ""}, "onbekend"),
    ],
)
def test_whether_the_place_lies_in_the_municipality_is_told_and_never_guessed(
    bewoner, meldingen, plek, gebied
):
    bewoner.verstuur(**plek)

    assert [melding.gebied for melding in meldingen()] == [gebied]
