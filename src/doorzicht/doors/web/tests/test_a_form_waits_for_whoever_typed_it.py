"""A form that arrives after its session ended is kept for that person in that browser, and for nobody else."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from doorzicht.doors.web import concept
from doorzicht.doors.web.models import Concept
from doorzicht.ground.organisaties.models import Medewerker

ADDRESS = "/signaleren/invoeren/baliemedewerker/"
TYPED = {"verhaal": "De bedden stonden in een rij", "gezien": ["een", "twee"], "csrfmiddlewaretoken": "x"}


def _log_in(client: Client, name: str) -> None:
    account = Medewerker.objects.get(gebruikersnaam=name)
    client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")


@pytest.fixture
def noor(client, db) -> Client:
    """Her browser, just after her session ended and she pressed the button."""
    _log_in(client, "noor.voorbeeld")
    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))
    answer = client.post(ADDRESS, TYPED)
    assert answer.headers["Location"] == "/inloggen/?next=%2Fverder%2F"
    return client


def test_after_logging_in_the_text_is_there_and_goes_where_it_was_going(noor):
    _log_in(noor, "noor.voorbeeld")
    page = noor.get("/verder/").content.decode()

    assert f'action="{ADDRESS}"' in page
    assert TYPED["verhaal"] in page
    assert page.count('name="gezien"') == 2
    assert 'value="x"' not in page


def test_somebody_else_at_the_same_machine_does_not_get_it(noor):
    _log_in(noor, "merel.meldpost")

    assert noor.get("/verder/").status_code == 302


def test_the_same_person_in_another_browser_does_not_get_it(noor):
    other = Client()
    _log_in(other, "noor.voorbeeld")

    assert other.get("/verder/").status_code == 302


def test_the_database_holds_nothing_that_can_be_read_without_the_cookie(noor):
    row = Concept.objects.get()

    assert b"bedden" not in bytes(row.inhoud)
    assert b"invoeren" not in bytes(row.inhoud)
    key = noor.cookies[concept.COOKIE].value.partition(".")[2]
    assert bytes.fromhex(key) not in bytes(row.inhoud)


def test_after_an_hour_it_is_gone(noor):
    Concept.objects.update(verloopt_op=timezone.now())
    _log_in(noor, "noor.voorbeeld")

    assert noor.get("/verder/").status_code == 302


def test_what_was_sent_after_all_is_kept_no_longer(noor):
    _log_in(noor, "noor.voorbeeld")
    answer = noor.post(ADDRESS, TYPED)

    assert answer.status_code == 200
    assert not Concept.objects.exists()
    assert noor.cookies[concept.COOKIE].value == ""


@pytest.mark.parametrize(
    "cookie", ["", ".", "x.y", "0" * 36 + ".00", "00000000-0000-0000-0000-000000000000.zz"]
)
def test_a_cookie_that_cannot_be_is_no_error(client, db, cookie):
    _log_in(client, "noor.voorbeeld")
    client.cookies[concept.COOKIE] = cookie

    assert client.get("/verder/").status_code == 302


def test_of_whoever_logged_out_or_never_was_in_nothing_is_kept(client, db):
    assert client.post(ADDRESS, TYPED).headers["Location"] == "/inloggen/"
    _log_in(client, "noor.voorbeeld")
    client.logout()
    client.post(ADDRESS, TYPED)

    assert not Concept.objects.exists()
