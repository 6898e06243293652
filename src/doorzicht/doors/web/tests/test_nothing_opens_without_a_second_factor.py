"""Password and code, both. An account without a second factor sees one page: the one that sets it."""

import pyotp
import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.test import Client
from tests.support.cast import PASSWORD, TOTP_SECRET

AAN = "/inloggen/tweede-stap/aan/"


def _type_password(client: Client, name: str = "noor.voorbeeld") -> str:
    return client.post("/inloggen/", {"login": name, "password": PASSWORD}).headers["Location"]


@pytest.fixture
def bare(client, db) -> Client:
    """Noor, who gave her password and has no second factor yet."""
    Authenticator.objects.filter(user__gebruikersnaam="noor.voorbeeld").delete()
    assert _type_password(client) == "/start/"
    return client


def test_after_the_password_alone_nothing_is_open(client, db):
    assert _type_password(client) == "/inloggen/code/"
    assert client.get("/start/").headers["Location"].startswith("/inloggen/")


def test_after_both_it_is(client, db):
    _type_password(client)
    client.post("/inloggen/code/", {"code": pyotp.TOTP(TOTP_SECRET).now()})

    assert client.get("/start/").status_code == 200


@pytest.mark.parametrize(
    "address", ["/start/", "/signaleren/meldingen/", "/toezicht/logboek/", "/wat/dan/ook/"]
)
def test_without_a_second_factor_every_page_leads_to_setting_one(bare, address):
    assert bare.get(address).headers["Location"] == AAN


def test_a_form_does_nothing_either(bare):
    assert bare.post("/signaleren/zoek/", {"nummer": "M-2026-123456"}).headers["Location"] == AAN


def test_the_page_that_sets_it_opens_and_shows_nothing_of_the_house(bare):
    page = bare.post(bare.get(AAN).headers["Location"], {"password": PASSWORD}, follow=True)

    assert page.redirect_chain[-1][0] == AAN
    assert page.status_code == 200
    assert "/signaleren/" not in page.content.decode()


def test_whoever_takes_it_away_is_shut_out_from_the_next_page_on(client, db):
    _type_password(client)
    client.post("/inloggen/code/", {"code": pyotp.TOTP(TOTP_SECRET).now()})
    Authenticator.objects.filter(user__gebruikersnaam="noor.voorbeeld").delete()

    assert client.get("/start/").headers["Location"] == AAN


def test_the_secret_is_not_readable_in_the_database(db):
    stored = Authenticator.objects.filter(type=Authenticator.Type.TOTP).first().data["secret"]

    assert TOTP_SECRET not in stored
    assert get_adapter().decrypt(stored) == TOTP_SECRET


def test_setting_it_opens_the_house(bare):
    page = bare.post(bare.get(AAN).headers["Location"], {"password": PASSWORD}, follow=True)
    secret = page.context["form"].secret
    answer = bare.post(AAN, {"code": pyotp.TOTP(secret).now()})

    assert answer.headers["Location"] == "/inloggen/tweede-stap/"
    assert bare.get("/start/").status_code == 200
