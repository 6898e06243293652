"""An address that somebody changed, a button that came too late: a sentence or a 404, never an error page."""

import os
from uuid import uuid4

import pytest
from django.utils import timezone

from doorzicht.ground.access.api import context
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.ground.vault import api as vault
from doorzicht.wings.signaleren.melding.forms import kaarten
from doorzicht.wings.signaleren.melding.invoer import MeldingInvoer, PersoonInvoer
from doorzicht.wings.signaleren.melding.ontvangen import Ontvangen, receive

LIJST = "/signaleren/meldingen/"


@pytest.fixture
def noor(client, db):
    """The aandachtsfunctionaris, logged in."""
    account = Medewerker.objects.get(gebruikersnaam="noor.voorbeeld")
    client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.fixture
def melding(actor) -> Ontvangen:
    with context(actor("fenna.verzonnen")) as fenna:
        person = PersoonInvoer("Persoon 1")
        invoer = MeldingInvoer("medewerker", os.urandom(32), "Een label", "Een verhaal.", personen=(person,))
        return receive(invoer, by=fenna, at=timezone.now())


@pytest.mark.parametrize("na", ["zomaar", "2026-01-01~zomaar", "\0", "~", "2026-13-45~" + "0" * 36])
def test_a_changed_address_of_the_worklist_gives_the_first_page(noor, melding, na):
    answer = noor.get(LIJST, {"na": na})

    assert answer.status_code == 200
    assert melding.nummer in answer.content.decode()


@pytest.mark.parametrize("typed", ["M-2026-0", "Jan Jansen", "\0", "M-2026-123456\0", "x" * 5000])
def test_a_number_that_cannot_be_is_not_found(noor, typed):
    assert noor.post("/signaleren/zoek/", {"nummer": typed}).status_code == 404


def test_a_number_that_exists_leads_to_its_melding_and_never_stands_in_an_address(noor, melding):
    assert noor.post("/signaleren/zoek/", {"nummer": f" {melding.nummer.lower()} "}).status_code == 302
    assert noor.get("/signaleren/zoek/", {"nummer": melding.nummer}).status_code == 405


@pytest.mark.parametrize("act", ["splitsen", "afronden"])
def test_a_button_that_came_too_late_is_said_on_the_page(noor, melding, act):
    noor.get(f"{LIJST}{melding.melding_id}/")
    answer = noor.post(f"{LIJST}{melding.melding_id}/{act}/", follow=True)

    assert answer.status_code == 200
    assert "Laad de pagina opnieuw" in answer.content.decode()


def test_a_person_of_another_melding_does_not_exist_here(noor, melding):
    url = f"{LIJST}{melding.melding_id}/personen/{uuid4()}/rollen/"
    assert noor.post(url, {"rollen": ["getuige"]}).status_code == 404


def test_a_melding_whose_key_is_destroyed_says_so(noor, melding, actor):
    with context(actor("noor.voorbeeld")):
        vault.destroy_dossier(melding.melding_id, at=timezone.localdate())

    answer = noor.get(f"{LIJST}{melding.melding_id}/")
    assert answer.status_code == 410
    assert "Dit dossier is vernietigd" in answer.content.decode()


@pytest.mark.parametrize("year", ["²", "½", "99", "\0", "0x7CF"])
def test_a_birth_year_that_cannot_be_is_said_beside_the_field(noor, year):
    card, _ = kaarten()[0]
    answer = noor.post(f"/signaleren/invoeren/{card}/", {"geboortejaar": year, "verhaal": "blijft staan"})

    assert answer.status_code == 200
    assert "blijft staan" in answer.content.decode()
    assert "geboortejaar" in answer.context["form"].errors


def test_a_melding_without_a_place_says_that_it_is_not_known(noor, melding):
    assert "</strong> niet bekend" in noor.get(f"{LIJST}{melding.melding_id}/").content.decode()
