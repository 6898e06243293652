"""Two people confirm a destruction on a screen of numbers; the FG reads the logboek; others may do neither."""

import os
from datetime import timedelta

import pytest
from django.utils import timezone

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.wings.signaleren import api as signaleren

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def as_(client, db):
    def log_in(name: str):
        client.force_login(Medewerker.objects.get(gebruikersnaam=name), BACKEND)
        return client

    return log_in


@pytest.fixture
def due(actor):
    """A list with one melding on it that is due."""
    with context(actor("fenna.verzonnen")) as fenna:
        invoer = signaleren.MeldingInvoer("medewerker", os.urandom(32), "Een geheim label", "Een verhaal.")
        done = signaleren.receive(invoer, by=fenna, at=timezone.now())
    with context(Actor.systeem("0246")) as house:
        bewaren.plan(
            done.melding_id, bewaarregel="melding-niets", from_day=timezone.localdate() - timedelta(days=800)
        )
        return bewaren.prepare(on=timezone.localdate(), by=house)[0]


def test_the_first_yes_waits_and_the_second_starts_the_destruction(as_, due):
    url = f"/toezicht/vernietigen/{due.id}/bevestigen/"
    page = as_("sietse.denkbeeldig").post(url, follow=True).content.decode()
    assert "Nu nog één collega" in page

    page = as_("bram.testman").post(url, follow=True).content.decode()
    assert "De vernietiging loopt" in page


def test_the_same_person_cannot_be_both(as_, due):
    url = f"/toezicht/vernietigen/{due.id}/bevestigen/"
    as_("sietse.denkbeeldig").post(url)
    assert "De vernietiging loopt" not in as_("sietse.denkbeeldig").post(url, follow=True).content.decode()


def test_the_start_page_asks_for_the_yes_that_is_missing_and_only_for_that(as_, due):
    words = "Vernietiging bevestigen"
    assert words in as_("sietse.denkbeeldig").get("/start/").content.decode()
    assert words not in as_("noor.voorbeeld").get("/start/").content.decode()
    assert words not in as_("otto.elders").get("/start/").content.decode()
    as_("sietse.denkbeeldig").post(f"/toezicht/vernietigen/{due.id}/bevestigen/")
    assert words not in as_("sietse.denkbeeldig").get("/start/").content.decode()
    assert words in as_("bram.testman").get("/start/").content.decode()


def test_the_list_holds_numbers_and_no_label(as_, due):
    page = as_("sietse.denkbeeldig").get(f"/toezicht/vernietigen/{due.id}/").content.decode()
    assert "Melding met uitkomst" in page
    assert "geheim label" not in page


@pytest.mark.parametrize("name", ["noor.voorbeeld", "fenna.verzonnen", "joris.bedacht"])
def test_others_may_not_see_or_confirm(as_, due, name):
    assert as_(name).get("/toezicht/vernietigen/").status_code == 403
    assert as_(name).post(f"/toezicht/vernietigen/{due.id}/bevestigen/").status_code == 403


def test_a_coordinator_of_another_municipality_finds_nothing(as_, due):
    assert as_("otto.elders").get(f"/toezicht/vernietigen/{due.id}/").status_code == 404
    assert as_("otto.elders").post(f"/toezicht/vernietigen/{due.id}/bevestigen/").status_code == 404


def test_the_fg_reads_the_logboek_and_a_functionary_may_not(as_, due):
    page = as_("faye.toezicht").get("/toezicht/logboek/").content.decode()
    assert "Fenna Verzonnen" in page
    assert "geheim label" not in page
    assert as_("noor.voorbeeld").get("/toezicht/logboek/").status_code == 403
