"""A card that is sent twice is kept once, and the second answer says so: nobody believes that a change went along."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.support.toneel import BACKEND

from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.wings.signaleren.melding.models import Melding

KAART = "/signaleren/invoeren/baliemedewerker/"
WAS_BINNEN = "Deze melding was al binnen"


@pytest.fixture
def bas(db, settings, tmp_path) -> Client:
    """Logged in as somebody who reports."""
    settings.DOORZICHT_BESTANDEN = tmp_path / "bestanden"
    client = Client()
    client.force_login(Medewerker.objects.get(gebruikersnaam="bas.balie"), backend=BACKEND)
    return client


@pytest.fixture
def answers(bas) -> dict[str, str]:
    """One card, filled in."""
    page = bas.get(KAART).content.decode()
    return {
        "inzending": page.split('name="inzending" value="')[1].split('"')[0],
        "verhaal": "Zes bedden in een loods.", "label": "Slapen in een loods",
        "leeftijd": "onbekend", "spoed": "gewoon", "route": "meldpunt",
    }  # fmt: skip


def test_the_first_answer_says_nothing_of_an_earlier_one(bas, answers):
    page = bas.post(KAART, answers, follow=True)

    assert page.status_code == 200
    assert WAS_BINNEN not in page.content.decode()


def test_the_second_answer_says_that_a_change_did_not_go_along(bas, answers, acting_as):
    bas.post(KAART, answers)
    again = bas.post(KAART, answers | {"verhaal": "Zeven bedden."}, follow=True)

    with acting_as("noor.voorbeeld"):
        (melding,) = Melding.objects.all()
    assert WAS_BINNEN in again.content.decode()
    assert melding.nummer in again.content.decode()


def test_a_file_that_is_refused_the_second_time_is_told_too(bas, answers):
    def lie() -> SimpleUploadedFile:
        return SimpleUploadedFile("loods.jpg", b"geen foto")

    first = bas.post(KAART, answers | {"bijlagen": [lie()]}).content.decode()
    again = bas.post(KAART, answers | {"bijlagen": [lie()]}).content.decode()

    assert "Niet alles ging mee" in first
    assert WAS_BINNEN in again
    assert "Niet alles ging mee" in again


def test_a_card_or_a_number_that_does_not_exist_is_not_found(bas):
    assert bas.get("/signaleren/invoeren/kaarten/").status_code == 200
    assert bas.get("/signaleren/invoeren/astronaut/").status_code == 404
    assert bas.get("/signaleren/ontvangen/bedankt/").status_code == 404
    assert bas.get("/signaleren/ontvangen/M-2026-483920/").status_code == 200
