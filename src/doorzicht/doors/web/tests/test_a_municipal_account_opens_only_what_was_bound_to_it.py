"""Logging in with the account of the own municipality, against a real login server that runs beside the test.

It never makes an account, binds only after a whole login, opens only the municipality it belongs to, and never takes
the place of the second step.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
import oidc_provider_mock
import pyotp
import pytest
from django.core.cache import cache
from django.test import Client
from tests.support.cast import PASSWORD, TOTP_SECRET

from doorzicht.doors.cli.errors import BeheerFout
from doorzicht.doors.web.gemeentelogin import protocol
from doorzicht.doors.web.gemeentelogin.instelling import Gemeentelogin, read_instellingen
from doorzicht.ground.organisaties.models import Koppeling, Medewerker

HEERDE, ELBURG = "0246", "0230"
NOOR = "noor.voorbeeld"
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the login server's own libraries
MISLUKT = "Inloggen met je gemeente-account lukte niet"


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """A login server."""
    with oidc_provider_mock.run_server_in_thread() as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture(scope="module")
def other() -> Iterator[str]:
    """Somebody else's login server."""
    with oidc_provider_mock.run_server_in_thread() as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture(autouse=True)
def two_municipalities(provider, settings, db) -> None:
    """Two municipalities that use the same login server: only the code of the municipality tells them apart."""
    settings.DOORZICHT_GEMEENTELOGIN = {
        code: Gemeentelogin(code, provider, "doorzicht", "een-geheim") for code in (HEERDE, ELBURG)
    }


def sign_in_at(address: str, sub: str, **claims: object) -> str:
    """What the person does at the login server; the address they are sent back to."""
    host = f"http://{urlsplit(address).netloc}"
    httpx.put(f"{host}/users/{sub}", json=claims).raise_for_status()
    return httpx.post(address, data={"sub": sub}).headers["Location"]


def come_back(client: Client, back: str):
    parts = urlsplit(back)
    return client.get(f"{parts.path}?{parts.query}")


def leave(client: Client, code: str = HEERDE) -> str:
    return client.get(f"/inloggen/gemeente/{code}/").headers["Location"]


def log_in_with(client: Client, sub: str = "noor-bij-heerde", code: str = HEERDE, **claims: object):
    return come_back(client, sign_in_at(leave(client, code), sub, **claims))


def whole_login(name: str = NOOR) -> Client:
    """Name, password and code, and the password once more, as a page asks that changes how one logs in."""
    client = Client()
    client.post("/inloggen/", {"login": name, "password": PASSWORD})
    client.post("/inloggen/code/", {"code": pyotp.TOTP(TOTP_SECRET).now()})
    client.post("/inloggen/opnieuw/", {"password": PASSWORD})
    return client


def bind(client: Client, sub: str = "noor-bij-heerde"):
    address = client.post("/inloggen/gemeente/koppelen/").context["verder"]
    return come_back(client, sign_in_at(address, sub))


@pytest.fixture
def mine() -> Client:
    """Noor's own browser."""
    return whole_login()


@pytest.fixture
def bound(mine) -> Medewerker:
    """Noor, who bound her account."""
    assert bind(mine).headers["Location"] == "/inloggen/tweede-stap/"
    return Medewerker.objects.get(gebruikersnaam=NOOR)


def refused(client: Client, answer) -> bool:
    page = client.get(answer.headers["Location"], follow=True).content.decode()
    return MISLUKT in page and client.get("/start/").status_code == 302


def test_once_bound_it_takes_the_place_of_the_password_and_not_of_the_second_step(bound, client):
    assert log_in_with(client).headers["Location"].startswith("/inloggen/code/")
    assert client.get("/start/").headers["Location"].startswith("/inloggen/")
    cache.clear()  # the code of this half minute was used to bind
    answer = client.post("/inloggen/code/", {"code": pyotp.TOTP(TOTP_SECRET).now()})
    assert answer.headers["Location"] == "/start/"
    assert client.get("/start/").status_code == 200


def test_an_account_that_nobody_bound_opens_nothing_and_makes_no_account(client):
    before = Medewerker.objects.count()
    answer = log_in_with(
        client, "iemand-anders", email="noor.voorbeeld@heerde.example", preferred_username=NOOR
    )
    assert refused(client, answer)
    assert Medewerker.objects.count() == before
    assert not Koppeling.objects.exists()


def test_the_same_account_through_another_municipality_opens_nothing(bound, client):
    assert refused(client, log_in_with(client, code=ELBURG))


def test_a_closed_account_gets_the_same_answer(bound, client):
    Medewerker.objects.filter(pk=bound.pk).update(is_active=False)
    assert refused(client, log_in_with(client))


@pytest.mark.parametrize("part", ["nonce", "state"])
def test_an_answer_to_another_question_is_refused(bound, client, part):
    back = sign_in_at(leave(client), "noor-bij-heerde")
    session = client.session
    session["gemeentelogin"]["poging"][part] = "van een ander"
    session.save()
    assert refused(client, come_back(client, back))


def test_an_answer_counts_once_and_only_in_the_browser_that_left(bound, client):
    back = sign_in_at(leave(client), "noor-bij-heerde")
    thief = Client()
    assert refused(thief, come_back(thief, back))
    assert come_back(client, back).headers["Location"].startswith("/inloggen/code/")
    assert refused(client, come_back(client, back))


def test_an_answer_of_another_issuer_is_refused(bound, client, provider, other, monkeypatch):
    """The tokens come from another server, which signs them well and names itself."""
    stranger = httpx.get(f"{other}/.well-known/openid-configuration").json()
    monkeypatch.setattr(protocol, "_discover", lambda server: stranger)
    assert refused(client, log_in_with(client))


def test_a_server_that_calls_itself_otherwise_is_not_asked_anything(client, provider, settings):
    elsewhere = provider.replace("localhost", "127.0.0.1")
    settings.DOORZICHT_GEMEENTELOGIN = {
        HEERDE: Gemeentelogin(HEERDE, f"{elsewhere}/ander", "doorzicht", "geheim")
    }
    assert refused(client, client.get(f"/inloggen/gemeente/{HEERDE}/"))


def test_a_forged_signature_is_refused(bound, client, other, monkeypatch):
    """Everything is right but the key that signed."""
    ask = protocol._ask
    strangers = httpx.get(f"{other}/jwks").json()
    monkeypatch.setattr(
        protocol, "_ask", lambda m, url, **k: strangers if url.endswith("/jwks") else ask(m, url, **k)
    )
    assert refused(client, log_in_with(client))


@pytest.mark.parametrize(
    ("claims", "opens"), [({"amr": ["pwd", "mfa"]}, True), ({"amr": ["pwd"]}, False), ({}, False)]
)
def test_where_the_municipality_asks_for_strength_a_weaker_login_is_refused(
    bound, client, provider, settings, claims, opens
):
    server = Gemeentelogin(HEERDE, provider, "doorzicht", "een-geheim", amr=("mfa",))
    settings.DOORZICHT_GEMEENTELOGIN = {HEERDE: server}
    answer = log_in_with(client, **claims)
    assert answer.headers["Location"].startswith("/inloggen/code/") is opens


def test_one_municipal_account_belongs_to_one_person(bound):
    bind(whole_login("bas.balie"))
    assert list(Koppeling.objects.values_list("medewerker__gebruikersnaam", flat=True)) == [NOOR]


def test_nobody_binds_without_a_whole_login(client):
    client.post("/inloggen/", {"login": NOOR, "password": PASSWORD})
    assert client.post("/inloggen/gemeente/koppelen/").status_code in (302, 404)
    assert "gemeentelogin" not in client.session


def test_after_unbinding_it_opens_nothing(bound, mine, client):
    assert "Gekoppeld" in mine.get("/inloggen/tweede-stap/").content.decode()
    assert "Koppeling weghalen" in mine.get("/inloggen/gemeente/koppelen/").content.decode()
    assert mine.post("/inloggen/gemeente/ontkoppelen/").headers["Location"] == "/inloggen/tweede-stap/"
    assert not Koppeling.objects.exists()
    assert refused(client, log_in_with(client))


def test_a_municipality_without_a_login_server_has_no_such_page(client, settings):
    assert "Heerde" in client.get("/inloggen/").content.decode()
    settings.DOORZICHT_GEMEENTELOGIN = {}
    assert "Heerde" not in client.get("/inloggen/").content.decode()
    assert "Gemeente-account" not in whole_login().get("/inloggen/tweede-stap/").content.decode()
    assert client.get("/inloggen/gemeente/0232/").status_code == 404


def test_nothing_of_the_municipal_account_is_kept_but_a_mark(bound):
    row = Koppeling.objects.values().get()
    assert "noor-bij-heerde" not in str(row)
    assert len(row["merk"]) == 64


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ('{"uitgever": "http://login.example", "client_id": "a", "client_geheim": "b"}', 0o600),
        ('{"uitgever": "https://login.example"}', 0o600),
        ('{"uitgever": "https://login.example", "client_id": "a", "client_geheim": "b"}', 0o644),
    ],
)
def test_a_file_that_is_wrong_or_open_to_others_is_refused_by_name(tmp_path, text, mode):
    path = tmp_path / "0246.json"
    path.write_text(text)
    path.chmod(mode)
    with pytest.raises(BeheerFout, match=r"0246\.json"):
        read_instellingen(tmp_path)


def test_a_right_file_is_read_and_its_secret_is_never_printed(tmp_path):
    path = tmp_path / "0246.json"
    path.write_text(
        '{"uitgever": "https://login.example/", "client_id": "a", "client_geheim": "stil", "amr": ["mfa"]}'
    )
    path.chmod(0o600)
    found = read_instellingen(tmp_path)["0246"]
    assert (found.uitgever, found.amr) == ("https://login.example", ("mfa",))
    assert "stil" not in repr(found)
