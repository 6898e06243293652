"""A municipality that has not started, or whose channel is off, shows phone numbers instead of a form."""

import pytest

from doorzicht.ground.organisaties.api import Kanaal, Organisatie


@pytest.fixture(params=["gemeente", "kanaal"])
def dicht(request, db):
    """Heerde switched off, in either of the two ways."""
    if request.param == "gemeente":
        Organisatie.objects.filter(code="0246").update(in_gebruik=False)
    else:
        Kanaal.objects.filter(organisatie_id="0246", soort="bewoner").update(aan=False)


@pytest.mark.parametrize("adres", ["/m/heerde/melden/", "/m/heerde/hulp/vertellen/", "/m/heerde/en/melden/"])
def test_the_form_is_closed_and_the_numbers_are_there(bewoner, dicht, adres):
    answer = bewoner.client.get(adres)

    assert answer.status_code == 200
    assert "0800 - 2000" in answer.content.decode()
    assert "<form" not in answer.content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_visit_to_a_closed_form_leaves_no_line_in_the_log(bewoner, dicht, method, caplog):
    caplog.set_level("DEBUG")
    getattr(bewoner.client, method)("/m/heerde/melden/")

    assert caplog.records == []


def test_a_form_that_was_open_already_stores_nothing_when_it_closes(bewoner, meldingen):
    bewoner.vul_in()
    Kanaal.objects.filter(organisatie_id="0246", soort="bewoner").update(aan=False)

    page = bewoner.druk("verstuur")
    assert "Melden kan hier nu niet" in page
    assert "Achter de loods staan zes bedden op een rij." in page, "what was typed is shown back"
    assert "niets bewaard" in page
    assert meldingen() == []


def test_whoever_typed_nothing_yet_is_shown_nothing_back(bewoner, dicht):
    assert "niets bewaard" not in bewoner.get("/m/heerde/melden/")


def test_a_receipt_of_before_still_works(bewoner):
    bewoner.verstuur()
    code = bewoner.code
    Kanaal.objects.filter(organisatie_id="0246", soort="bewoner").update(aan=False)

    assert "Hoe staat het ervoor?" in bewoner.post("/m/heerde/code/", {"code": code})


@pytest.mark.parametrize(
    "adres", ["/m/nergens/", "/m/veluwe-noord/melden/", "/m/heerde/uitleg/niets/", "/m/kiezen/x/"]
)
def test_an_address_that_is_no_municipality_or_page_does_not_exist(bewoner, adres):
    assert bewoner.client.get(adres).status_code == 404


def test_the_region_leads_to_every_municipality(bewoner):
    assert "Meldpunt van Elburg, Epe, Hattem, Heerde, Nunspeet en Oldebroek" in bewoner.get("/m/")
    page = bewoner.get("/m/kiezen/zorgen/")
    for slug in ("elburg", "epe", "hattem", "heerde", "nunspeet", "oldebroek"):
        assert f'href="/m/{slug}/melden/"' in page
