"""`make screenshots`: the pictures of the README and the manual, into docs/gebruik/beelden.

Of a stage full of invented people, at 1280 pixels wide.

Not part of the suite: pictures differ a little every day. Take them again when a screen changes, and look at them.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page

from tests.support.kleinbeeld import write_small
from tests.support.server import Server, start_server
from tests.support.stappen import choose
from tests.support.toneel import fill, logged_in
from tests.support.verhalen import CARD, fill_in_card, go_on, press

PLAN = settings.SHARED_DIR / "plan" / "plan.yaml"
TARGET = Path(__file__).parents[2] / "docs" / "gebruik" / "beelden"
LIMIT = 150_000
"""Bytes of one picture."""
HIGHEST = 1500
"""Pixels: of a longer page the beginning is enough."""


@pytest.fixture(scope="module")
def server(template_database, tmp_path_factory, django_db_blocker) -> Iterator[Server]:
    """As a demo, so that every picture says that it is invented."""
    with (
        django_db_blocker.unblock(),
        start_server(template_database, tmp_path_factory.mktemp("var"), demo=True) as running,
    ):
        fill(running)
        running.run(
            "manage", "procrastinate", "worker", "--one-shot"
        )  # what two people confirmed is destroyed
        if PLAN.exists():
            running.run("import-plan", str(PLAN))
        yield running


def open_meldingen(page: Page, label: str) -> None:
    page.goto("/signaleren/meldingen/")
    page.get_by_role("link", name=re.compile(label)).first.click()


def melding(page: Page) -> None:
    open_meldingen(page, "Kind bij")


def weging(page: Page) -> None:
    open_meldingen(page, "Kinderen stelen")
    page.get_by_role("link", name="Naar de weging").click()


def privacycheck(page: Page) -> None:
    page.goto("/signaleren/privacychecks/")
    page.get_by_role("main").get_by_role("link", name=re.compile("Bewoner: bedelen")).click()


def breach(page: Page) -> None:
    """The one of which the clock runs."""
    page.goto("/beleid/datalekken/")
    page.get_by_role("main").get_by_role("row").nth(1).get_by_role("link").click()


def overleg(page: Page) -> None:
    """The overleg that is going on."""
    page.goto("/regie/overleg/")
    page.get_by_role("row").filter(has_text="Bezig").get_by_role("link").click()


def item(label: str) -> Callable[[Page], None]:
    def show(page: Page) -> None:
        overleg(page)
        page.locator("#agenda").get_by_role("link", name=re.compile(label)).click()

    return show


def card(page: Page) -> None:
    fill_in_card(page)


def card_with_mistakes(page: Page) -> None:
    page.goto(CARD)
    page.get_by_role("button", name="Melding versturen").click()


def public_step_2(page: Page) -> None:
    page.goto("/m/heerde/melden/")
    page.check("input[name=spoed][value=kan-wachten]")
    go_on(page)
    page.check("input[name=vormen][value=arbeid]")
    page.fill("textarea[name=verhaal]", "Achter de loods staan zes bedden op een rij.")
    choose(page, "Gaat het om iemand jonger dan 18?", "Weet ik niet")


def public_step_4(page: Page) -> None:
    public_step_2(page)
    go_on(page)
    page.fill("input[name=plaats]", "Heerde")
    page.fill("input[name=dag]", "gisteren")
    go_on(page)


def receipt(page: Page) -> None:
    public_step_4(page)
    go_on(page, "verstuur")


def dialogue(page: Page) -> None:
    receipt(page)
    code = page.locator(".dz-code").first.inner_text()
    page.goto("/m/heerde/code/")
    page.fill("input[name=code]", code)
    press(page)
    page.fill("textarea[name=bericht]", "Er staat weer een wit busje.")
    press(page)


def at(address: str) -> Callable[[Page], None]:
    def show(page: Page) -> None:
        page.goto(address)

    return show


PICTURES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "logboek": ("faye.toezicht", at("/toezicht/logboek/")),
    "werklijst": ("noor.voorbeeld", at("/signaleren/meldingen/")),
    "mijn-werk": ("noor.voorbeeld", at("/start/")),
    "kaart": ("bas.balie", card),
    "kaart-fouten": ("bas.balie", card_with_mistakes),
    "mijn-meldingen": ("bas.balie", at("/signaleren/mijn/")),
    "publiek-voorpagina": ("", at("/m/heerde/")),
    "publiek-stap-2": ("", public_step_2),
    "publiek-stap-4": ("", public_step_4),
    "publiek-code": ("", receipt),
    "publiek-gesprek": ("", dialogue),
    "melding": ("noor.voorbeeld", melding),
    "weging": ("noor.voorbeeld", weging),
    "privacychecks": ("sietse.denkbeeldig", at("/signaleren/privacychecks/")),
    "privacycheck": ("sietse.denkbeeldig", privacycheck),
    "overleg": ("bram.testman", overleg),
    "overleg-besluit": ("bram.testman", item("Mannen in een schuur")),
    "overleg-punt": ("bram.testman", item("Baan in de horeca")),
    "overleg-genodigde": ("mila.fictief", item("Baan in de horeca")),
    "vernietigen": ("bram.testman", at("/toezicht/vernietigen/")),
    "regio": ("sietse.denkbeeldig", at("/signaleren/regio/")),
    "datalek": ("faye.toezicht", breach),
    "plan": ("pim.papierwerk", at("/beleid/plan/")),
}


@pytest.mark.parametrize("name", PICTURES)
def test_take_the_picture(server, browser, name):
    who, go = PICTURES[name]
    if name == "logboek":
        server.run("seal")  # or the page says, rightly, that sealing has stopped
    TARGET.mkdir(exist_ok=True, parents=True)
    with logged_in(server, browser, who, viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        go(page)
        page.evaluate("document.activeElement?.blur()")
        height = min(HIGHEST, page.evaluate("document.documentElement.scrollHeight"))
        whole = page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": 1280, "height": height})
        assert write_small(context, whole, TARGET / f"{name}.png") < LIMIT
