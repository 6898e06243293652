"""The page of the region: the privacyfunctionaris records and withdraws, the FG and who weighs look, others do not."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from doorzicht.ground.access.api import context
from doorzicht.ground.herkenning import api as herkenning
from doorzicht.ground.organisaties.models import Medewerker

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
ADRES = "/signaleren/regio/"


@pytest.fixture
def client_of(db):
    def log_in(who: str) -> Client:
        client = Client()
        client.force_login(Medewerker.objects.get(gebruikersnaam=who), backend=BACKEND)
        return client

    return log_in


def typed(**changes) -> dict[str, str]:
    until = timezone.localdate() + timedelta(days=300)
    fields = {
        "grondslag": "avg-6-1-e",
        "regeling": "Regeling Veluwe Noord, zaak 2026-114",
        "dpia": "DPIA regio, zaak 2026-115",
        "vastgesteld_op": "gisteren",
        "geldig_tot": f"{until.day}-{until.month}-{until.year}",
    }
    return fields | changes


def test_recording_opens_the_region_and_withdrawing_closes_it(client_of, actor):
    sietse = client_of("sietse.denkbeeldig")
    assert "Wij doen nog niet mee" in sietse.get(ADRES).content.decode()
    assert sietse.post(ADRES, typed()).status_code == 302
    page = sietse.get(ADRES).content.decode()
    assert "Onze afspraak loopt" in page
    assert "DPIA regio, zaak 2026-115" in page
    assert sietse.post(f"{ADRES}intrekken/").status_code == 302
    page = sietse.get(ADRES).content.decode()
    assert "Wij doen nog niet mee" in page
    assert "Eerdere afspraken" in page
    assert "Er liep geen afspraak" in sietse.post(f"{ADRES}intrekken/", follow=True).content.decode()
    with context(actor("sietse.denkbeeldig")):
        assert {s.stand for s in herkenning.regiostanden() if s.naam == "Heerde"} == {"ingetrokken"}


@pytest.mark.parametrize("who", ["faye.toezicht", "noor.voorbeeld"])
def test_whoever_watches_or_asks_sees_it_and_cannot_change_it(client_of, who):
    client_of("sietse.denkbeeldig").post(ADRES, typed())
    client = client_of(who)
    page = client.get(ADRES).content.decode()
    assert "Onze afspraak loopt" in page
    assert "Nu intrekken" not in page
    assert client.post(ADRES, typed()).status_code == 403
    assert client.post(f"{ADRES}intrekken/").status_code == 403
    assert "Onze afspraak loopt" in client.get(ADRES).content.decode()


@pytest.mark.parametrize("who", ["bas.balie", "bert.knoppen", "wim.werkgroep", "joris.bedacht"])
def test_others_do_not_see_it(client_of, who):
    assert client_of(who).get(ADRES).status_code == 403


def test_another_municipality_sees_that_we_take_part_and_not_why(client_of):
    client_of("sietse.denkbeeldig").post(ADRES, typed())
    page = client_of("puck.elders").get(ADRES).content.decode()
    assert "Afspraak loopt" in page
    assert "2026-115" not in page


def test_an_empty_form_says_beside_each_field_what_is_missing(client_of):
    page = client_of("sietse.denkbeeldig").post(ADRES, {"grondslag": ""}).content.decode()
    for sentence in ("Kies de wettelijke grond.", "Schrijf op waar de DPIA te vinden is.", "Vul een dag in."):
        assert sentence in page


@pytest.mark.parametrize("ground", ["avg-6-1-a", "avg-6-1-d"])
def test_consent_or_vital_interest_is_no_ground_for_the_region(client_of, ground):
    sietse = client_of("sietse.denkbeeldig")
    assert sietse.post(ADRES, typed(grondslag=ground)).status_code == 200
    assert "Wij doen nog niet mee" in sietse.get(ADRES).content.decode()
