"""A refusal is recorded and says so; a page that was open too long, or a day without a role, is not and does not."""

import pytest
from django.test import Client
from tests.support.cast import PASSWORD

from doorzicht.doors.web.tests.conftest import BACKEND
from doorzicht.ground.organisaties.models import Medewerker

VASTGELEGD = "is vastgelegd"


def test_a_refusal_says_that_the_try_was_recorded(browser):
    page = browser("bas.balie").get("/signaleren/meldingen/")

    assert page.status_code == 403
    assert VASTGELEGD in page.content.decode()


def test_a_form_that_was_open_too_long_says_how_to_go_on_and_nothing_of_recording(db):
    noor = Client(enforce_csrf_checks=True)
    noor.force_login(Medewerker.objects.get(gebruikersnaam="noor.voorbeeld"), BACKEND)
    answer = noor.post("/signaleren/zoek/", {"nummer": "M-2026-123456"})
    page = answer.content.decode()

    assert answer.status_code == 403
    assert "<h1>Deze pagina stond te lang open</h1>" in page
    assert "Er is niets opgeslagen." in page
    assert VASTGELEGD not in page


def test_whoever_has_no_role_today_is_told_whom_to_ask_and_nothing_of_recording(browser):
    noor = browser("noor.voorbeeld")
    Medewerker.objects.get(gebruikersnaam="noor.voorbeeld").aanstellingen.update(tot="2026-01-02")
    page = noor.get("/start/").content.decode()

    assert "<h1>Je hebt vandaag geen rol</h1>" in page
    assert VASTGELEGD not in page


@pytest.mark.parametrize("address", ["/inloggen/", "/inloggen/code/"])
def test_a_login_form_that_was_open_too_long_says_the_same(db, address):
    visitor = Client(enforce_csrf_checks=True)
    page = visitor.post(address, {"login": "noor.voorbeeld", "password": PASSWORD}).content.decode()

    assert "Deze pagina stond te lang open" in page
    assert VASTGELEGD not in page
