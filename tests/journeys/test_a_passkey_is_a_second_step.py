"""A key in the computer or on a stick as the second step, beside the code of the app; never instead of the password.

The browser's own virtual authenticator holds the key. WebAuthn knows names and no numbers, so this walk is on
`localhost`.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from doorzicht.ground.organisaties.models import Medewerker
from tests.support.bezoek import Bezoek
from tests.support.cast import PASSWORD
from tests.support.people import fill_in_login
from tests.support.server import Server

BAS = "bas.balie"
FENNA = "fenna.verzonnen"
GEBRUIKEN, TOEVOEGEN = "Sleutel gebruiken", "Sleutel toevoegen"
STICK = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def bezoek(server: Server) -> Bezoek:
    return Bezoek(server.url.replace("127.0.0.1", "localhost"))


@pytest.fixture
def page(bezoek: Bezoek, browser: Browser) -> Iterator[Page]:
    """A browser with a key in it."""
    context = browser.new_context(base_url=bezoek.host, locale="nl-NL")
    bezoek.watch(context)
    page = context.new_page()
    page.set_default_timeout(10_000)
    tools = context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": STICK})
    yield page
    context.close()


def give_password(page: Page, who: str) -> None:
    page.goto("/inloggen/")
    page.fill("input[name=login]", who)
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url("**/inloggen/code/")


def say_again_who(page: Page) -> None:
    """Changing a second step asks for the password once more."""
    if "/opnieuw/" in page.url:
        page.fill("input[name=password]", PASSWORD)
        page.click("main button[type=submit]")


def log_out(page: Page) -> None:
    page.context.clear_cookies()


def test_a_key_opens_the_house_after_the_password_and_only_its_own_account(server, bezoek, page):
    page.goto("/inloggen/")
    fill_in_login(page, BAS)
    page.wait_for_url("**/start/")
    page.goto("/inloggen/tweede-stap/")
    page.get_by_role("link", name=TOEVOEGEN).click()
    say_again_who(page)
    bezoek.look(page)
    page.get_by_role("button", name=TOEVOEGEN).click()
    page.wait_for_url("**/inloggen/tweede-stap/")
    expect(page.get_by_text("Je sleutel staat erbij")).to_be_visible()
    bezoek.look(page, "(with a key)")

    log_out(page)
    page.goto("/start/")
    give_password(page, BAS)
    bezoek.look(page, "(with a key)")
    page.get_by_role("button", name=GEBRUIKEN).click()
    page.wait_for_url("**/start/")
    expect(page.get_by_text("Bas Balie").first).to_be_visible()

    log_out(page)
    give_password(page, FENNA)
    expect(page.get_by_role("button", name=GEBRUIKEN)).to_have_count(0)

    _take_the_key_away(server, bezoek, page)
    assert not bezoek.problems, bezoek.report()


def _take_the_key_away(server: Server, bezoek: Bezoek, page: Page) -> None:
    """A key that was taken away is not asked for any more."""
    log_out(page)
    give_password(page, BAS)
    page.get_by_role("button", name=GEBRUIKEN).click()
    page.wait_for_url("**/start/")
    page.goto("/inloggen/tweede-stap/")
    page.get_by_role("link", name="Weghalen").click()
    say_again_who(page)
    bezoek.look(page)
    page.get_by_role("button", name="Sleutel weghalen").click()
    page.wait_for_url("**/inloggen/tweede-stap/")
    with server.inside():
        assert set(
            Medewerker.objects.get(gebruikersnaam=BAS).authenticator_set.values_list("type", flat=True)
        ) == {"totp"}
    log_out(page)
    give_password(page, BAS)
    expect(page.get_by_role("button", name=GEBRUIKEN)).to_have_count(0)
