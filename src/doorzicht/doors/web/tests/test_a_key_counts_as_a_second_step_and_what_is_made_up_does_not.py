"""A passkey is a second step like the app; what somebody makes up instead of its answer opens nothing."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from tests.support.cast import PASSWORD

from doorzicht.ground.organisaties.models import Medewerker

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
VERZONNEN = (
    "geen json",
    "{}",
    json.dumps({"id": "a", "rawId": "a", "type": "public-key", "response": {}}),
    json.dumps(
        {
            "id": "YQ",
            "rawId": "YQ",
            "type": "public-key",
            "response": {"clientDataJSON": "e30", "authenticatorData": "YQ", "signature": "YQ"},
            "clientExtensionResults": {},
        }
    ),
)


@pytest.fixture
def noor(db) -> Medewerker:
    return Medewerker.objects.get(gebruikersnaam="noor.voorbeeld")


def test_whoever_has_only_a_key_may_work_and_without_it_may_not(noor, client):
    Authenticator.objects.filter(user=noor).delete()
    client.force_login(noor, BACKEND)
    assert client.get("/start/").headers["Location"] == "/inloggen/tweede-stap/aan/"
    Authenticator.objects.create(user=noor, type="webauthn", data={"name": "Stick", "credential": {}})
    assert client.get("/start/").status_code == 200


@pytest.mark.parametrize("credential", VERZONNEN)
def test_what_is_made_up_is_refused_with_a_sentence(noor, credential):
    client = Client()
    client.post("/inloggen/", {"login": noor.gebruikersnaam, "password": PASSWORD})
    client.get("/inloggen/code/")
    assert client.post("/inloggen/code/", {"credential": credential}).status_code == 200
    assert client.get("/start/").headers["Location"].startswith("/inloggen/")


def test_a_key_never_takes_the_place_of_the_password(client, db):
    assert client.post("/inloggen/code/", {"credential": "{}"}).headers["Location"].startswith("/inloggen/")
    assert client.get("/inloggen/sleutel/").status_code == 404


def test_somebody_elses_key_cannot_be_taken_away(noor, client):
    mine = Authenticator.objects.create(
        user=Medewerker.objects.get(gebruikersnaam="bas.balie"),
        type="webauthn",
        data={"name": "Stick", "credential": {}},
    )
    client.post("/inloggen/", {"login": noor.gebruikersnaam, "password": PASSWORD})
    client.force_login(noor, BACKEND)
    client.post("/inloggen/opnieuw/", {"password": PASSWORD})
    assert client.post(f"/inloggen/tweede-stap/sleutel/{mine.pk}/weg/").status_code == 404
    assert Authenticator.objects.filter(pk=mine.pk).exists()
