"""Stories that show the pages a walk along links does not meet: what follows on a filled-in form, and what goes wrong.

Every story stands still at each page and lets the visit look at it.
"""

from functools import partial

from django.template import loader
from playwright.sync_api import Browser, Page, Route

from tests.support.bezoek import Bezoek
from tests.support.cast import PASSWORD
from tests.support.people import one_time_code
from tests.support.server import Server
from tests.support.toneel import logged_in

STORY = "Achter de loods staan zes bedden op een rij.\nEen man betaalt 110 euro per bed."
OWN_ACCOUNT = (
    "wachtwoord/",
    "tweede-stap/",
    "tweede-stap/aan/",
    "tweede-stap/uit/",
    "opnieuw/",
    "opnieuw/code/",
    "opnieuw/sleutel/",
    "tweede-stap/sleutel/",
    "tweede-stap/sleutel/aan/",
)
CARD = "/signaleren/invoeren/baliemedewerker/"


def fill_in_card(page: Page, *, story: str = "Een man hield twee paspoorten vast en praatte steeds.") -> None:
    """The card of the balie, as filled in within two minutes; not yet sent."""
    page.goto(CARD)
    page.get_by_label("Hield een ander het paspoort of de ID-kaart vast?").check()
    page.get_by_label("Vertel het in je eigen woorden").fill(story)
    page.get_by_label("Waar gaat het over, in een paar woorden?").fill("Ander houdt paspoort vast")
    page.get_by_role("group", name="Gaat het om iemand jonger dan 18?").get_by_label("Nee").check()
    page.get_by_role("group", name="Is er haast bij?").get_by_label("Nee").check()
    page.get_by_label("Het Meldpunt").check()


def report_and_handle(bezoek: Bezoek, page: Page) -> None:
    """A card with mistakes, then a good one; merging two meldingen and splitting them again."""
    fill_in_card(page)
    page.get_by_text("Weet je wie het is?").click()
    page.get_by_label("Telefoonnummer van die persoon").fill("06-12")
    page.get_by_label("Geboortejaar").fill("98")
    page.get_by_label("Wanneer zag je dit voor het laatst?").fill("31-2-2026")
    page.get_by_role("button", name="Melding versturen").click()
    bezoek.look(page, "(mistakes beside their fields)")
    page.get_by_label("Telefoonnummer van die persoon").fill("")
    page.get_by_label("Geboortejaar").fill("1998")
    page.get_by_label("Wanneer zag je dit voor het laatst?").fill("gisteren")
    page.get_by_role("button", name="Melding versturen").click()
    bezoek.look(page)

    page.goto("/signaleren/meldingen/")
    other = page.locator(".dz-nummer, .dz-werklijst__nummer").first.inner_text()
    page.goto("/signaleren/meldingen/")
    page.get_by_role("link", name="Ander houdt paspoort vast").first.click()
    page.get_by_text("Samenvoegen met een andere melding").click()
    page.get_by_label("Nummer van de andere melding").fill(other)
    page.get_by_label("Waarom is dit dezelfde gebeurtenis?").fill("Zelfde dag, zelfde plek.")
    address = page.url
    page.get_by_role("button", name="Samenvoegen").click()
    bezoek.look(page, "(merged)")
    page.goto(address)
    page.get_by_text("Samenvoegen met een andere melding").click()
    bezoek.look(page, "(was merged into another)")
    page.get_by_role("button", name="Weer splitsen").click()
    bezoek.look(page, "(split)")


def report_breach(bezoek: Bezoek, page: Page) -> None:
    """The link below every page: a form with a mistake, and a good one."""
    page.goto("/start/")
    page.get_by_role("contentinfo").get_by_role("link", name="Datalek melden").click()
    bezoek.look(page)
    page.get_by_label("Wat ging er mis?").fill("Een mail ging naar het verkeerde adres.")
    page.get_by_label("Hoe laat?").fill("25:00")
    page.get_by_role("button", name="Datalek melden").click()
    bezoek.look(page, "(mistakes beside their fields)")
    page.get_by_label("Hoe laat?").fill("00:00")
    page.get_by_label("Weet ik niet").check()
    page.get_by_role("button", name="Datalek melden").click()
    page.get_by_role("heading", name="Het datalek is gemeld").wait_for()
    bezoek.look(page)


def log_in_with_mistakes(bezoek: Bezoek, server: Server, browser: Browser) -> None:
    """The front door with every mistake, the pages of one's own account, a session that ended, and out again."""
    with logged_in(server, browser) as context:
        bezoek.watch(context)
        page = context.new_page()
        page.goto("/inloggen/?next=/start/")
        bezoek.look(page)
        press(page)
        bezoek.look(page, "(empty)")
        page.fill("input[name=login]", "petra.ketenlid")
        page.fill("input[name=password]", "niet het wachtwoord")
        press(page)
        bezoek.look(page, "(wrong password)")
        page.fill("input[name=password]", PASSWORD)
        press(page)
        bezoek.look(page)
        page.fill("input[name=code]", "12")
        press(page)
        bezoek.look(page, "(wrong code)")
        page.fill("input[name=code]", one_time_code())
        press(page)
        page.wait_for_url("**/start/")
        for address in (
            "wachtwoord/",
            "tweede-stap/",
            "tweede-stap/aan/",
            "tweede-stap/uit/",
            "opnieuw/",
            "opnieuw/code/",
            "opnieuw/sleutel/",
            "tweede-stap/sleutel/aan/",
        ):
            page.goto(f"/inloggen/{address}")
            bezoek.look(page)
        page.goto("/inloggen/uit/")
        bezoek.look(page)
        press(page)
        bezoek.look(page, "(after logging out)")


def lose_the_session_while_typing(bezoek: Bezoek, server: Server, browser: Browser) -> None:
    """What was typed waits behind the login."""
    with logged_in(server, browser, "bas.balie") as context:
        bezoek.watch(context)
        page = context.new_page()
        fill_in_card(page)
        with server.owner() as db:
            db.execute("UPDATE django_session SET expire_date = now() - interval '1 hour'")
        page.get_by_role("button", name="Melding versturen").click()
        page.fill("input[name=login]", "bas.balie")
        page.fill("input[name=password]", PASSWORD)
        press(page)
        page.fill("input[name=code]", one_time_code())
        press(page)
        page.wait_for_url("**/verder/")
        bezoek.look(page)


def go_where_one_may_not(bezoek: Bezoek, server: Server, browser: Browser) -> None:
    """Refused, not there, not ours, out of order."""
    with logged_in(server, browser, "bas.balie") as context:
        bezoek.watch(context)
        page = context.new_page()
        page.goto("/signaleren/meldingen/")
        bezoek.look(page, "(refused)")
        page.goto("/dit-is-er-niet/")
        bezoek.look(page, "(not there)")
        for status in (400, 500, 503):
            body = loader.get_template(f"{status}.html").render({}, None)
            page.route("**/kapot/", partial(_answer, body))
            page.goto("/kapot/")
            bezoek.look(page, f"(status {status})")
            page.unroute("**/kapot/")


def _answer(body: str, route: Route) -> None:
    route.fulfill(body=body, content_type="text/html")


def report_without_account(bezoek: Bezoek, page: Page, language: str) -> None:
    """The four steps with every mistake, the receipt, coming back, adding something, taking one's details away."""
    prefix = "/m/heerde/en/" if language == "en" else "/m/heerde/"
    page.goto(f"{prefix}melden/")
    bezoek.look(page, "(step 1)")
    go_on(page)
    bezoek.look(page, "(step 1, empty)")
    page.check("input[name=spoed][value=nu]")
    go_on(page)
    bezoek.look(page, "(step 2)")
    go_on(page)
    bezoek.look(page, "(step 2, empty)")
    page.check("input[name=vormen][value=arbeid]")
    page.fill(
        "textarea[name=verhaal]",
        "Achter de loods staan zes bedden op een rij.\nEen man betaalt 110 euro per bed.",
    )
    page.check("input[name=leeftijd][value=minderjarig]")
    go_on(page)
    bezoek.look(page, "(step 3)")
    page.fill("input[name=dag]", "31-2-2026")
    page.fill("input[name=kenteken]", "?")
    go_on(page)
    bezoek.look(page, "(step 3, mistakes)")
    page.fill("input[name=dag]", "1-11-2026")
    page.fill("input[name=kenteken]", "12-ABC-3")
    page.fill("input[name=plaats]", "Heerde")
    go_on(page)
    bezoek.look(page, "(step 4)")
    page.fill("input[name=mijn_telefoon]", "06 123")
    go_on(page, "verstuur")
    bezoek.look(page, "(step 4, mistakes)")
    page.fill("input[name=mijn_telefoon]", "06 12345678")
    go_on(page, "verstuur")
    bezoek.look(page, "(receipt)")
    receipt = page.locator(".dz-code").first.inner_text()
    page.fill("input[name=terug]", "iets anders")
    press(page)
    bezoek.look(page, "(receipt typed wrong)")
    page.fill("input[name=terug]", receipt)
    press(page)
    bezoek.look(page, "(receipt typed right)")
    come_back(bezoek, page, f"{prefix}code/", receipt)
    page.goto(f"{prefix}hulp/vertellen/")
    bezoek.look(page, "(step 1)")
    page.check("input[name=spoed][value=weet-niet]")
    go_on(page)
    bezoek.look(page, "(step 2)")


def come_back(bezoek: Bezoek, page: Page, address: str, receipt: str) -> None:
    """An unknown receipt, the right one, an empty message, a message, and one's own details away."""
    page.goto(address)
    bezoek.look(page)
    press(page)
    bezoek.look(page, "(empty)")
    page.fill("input[name=code]", "appel zeehond molen tulp regen")
    press(page)
    bezoek.look(page, "(unknown receipt)")
    page.fill("input[name=code]", receipt)
    press(page)
    bezoek.look(page, "(dialogue)")
    press(page)
    bezoek.look(page, "(dialogue, empty)")
    page.fill("textarea[name=bericht]", "Er staat weer een wit busje.")
    press(page)
    bezoek.look(page, "(added)")
    page.click("button[name=wissen]")
    bezoek.look(page, "(details taken away)")


def find_nobody_to_read(bezoek: Bezoek, server: Server, page: Page) -> None:
    """A municipality whose channel is closed shows whom to call."""
    with server.owner() as db:
        db.execute(
            "UPDATE organisaties_kanaal SET aan = false WHERE organisatie_id = '0230' AND soort = 'bewoner'"
        )
    for address in ("/m/elburg/melden/", "/m/elburg/en/melden/"):
        page.goto(address)
        bezoek.look(page, "(closed)")


def press(page: Page) -> None:
    """The first button in the main part of the page."""
    page.locator("main form button[type=submit]:not([hidden])").first.click()


def go_on(page: Page, where: str = "verder") -> None:
    """The button of the public form that leads on."""
    page.click(f"button[name=naar][value={where}]:not([hidden])")
