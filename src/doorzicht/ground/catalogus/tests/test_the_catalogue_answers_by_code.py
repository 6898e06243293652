"""Other rooms ask the catalogue by code and get small, read-only values; an unknown code is an error."""

from datetime import date

import pytest

from doorzicht.ground.catalogus import api


def test_every_list_is_there():
    assert len(api.waarnemingen()) == 74
    assert api.vormen()[-1].code == "onbekend"
    assert api.taken()[-1].is_taak is False
    assert len(api.kaarten()) == 5
    assert [u.code for u in api.uitkomsten()] == ["niets", "afdeling", "riec", "vervolganalyse"]
    assert {"controle", "casus", "riec", "maatregel", "zorg", "sluiten"} <= {b.code for b in api.besluiten()}
    assert api.kwetsbaarheden()
    assert api.sectoren()
    assert api.groepen()
    assert api.grondslagen("sectorwetten")


@pytest.mark.parametrize(
    "ask",
    [
        lambda: api.waarneming("ARB99"),
        lambda: api.taak("weg"),
        lambda: api.bewaarregel("weg"),
        lambda: api.kaart("weg"),
        lambda: api.uitkomst("weg"),
        lambda: api.termijn("weg"),
        lambda: api.publieke_vragen("xx"),
    ],
)
def test_an_unknown_code_is_an_error(ask):
    with pytest.raises(api.OnbekendeCode):
        ask()


def test_nobody_can_change_what_is_handed_out():
    with pytest.raises(TypeError):
        api.inhoud("vormen")["vormen"][0]["naam"] = "anders"


def test_a_place_says_that_it_is_only_a_place():
    assert api.waarneming("LOC05").alleen_locatie
    assert api.waarneming("SEK13").alleen_locatie
    assert not api.waarneming("ARB10").alleen_locatie


@pytest.mark.parametrize(
    ("uitkomst", "omstandigheden", "tweede"),
    [
        ("niets", [], False),
        ("niets", ["minderjarig"], True),
        ("niets", ["leeftijd_onbekend"], True),
        ("niets", ["acuut"], True),
        ("riec", [], True),
        ("vervolganalyse", ["minderjarig"], False),
    ],
)
def test_who_decides_alone_and_who_with_a_second_person(uitkomst, omstandigheden, tweede):
    assert api.uitkomst(uitkomst).needs_second_person(omstandigheden) is tweede


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_the_public_form_is_complete_in_both_languages(taal):
    form = api.publieke_vragen(taal)
    assert {vraag.groep for vraag in form.vragen} == {groep.code for groep in form.groepen}
    assert all(vraag.tekst for vraag in form.vragen)
    assert "112" in form.vooraf[0].naam


def test_a_term_ends_on_a_working_day():
    assert api.last_day("eerste-blik", begin=date(2026, 11, 27)) == date(2026, 12, 1)


def test_rejected_meldingen_die_after_a_year():
    regel = api.bewaarregel("melding-niets")
    assert (regel.termijn, regel.vernietigen, regel.twee_personen) == ("1 jaar", "sleutel", True)
