"""Every address with a number in it, as the people of Heerde meet them, tried by others: absent or refused, and logged.

The addresses are found by walking, so that a new page is tried too.
"""

import re

import pytest

from tests.support.adressen import name_of
from tests.support.bezoek import Bezoek
from tests.support.toneel import fill, logged_in
from tests.support.wandeling import Wandeling

NUMBER = re.compile(r"/[0-9a-f]{8}-[0-9a-f-]{27}/")
FOR_ANOTHER_ROLE = {"overleg-toets", "privacycheck", "vernietigingslijst", "datalek", "datalek-pdf"}
"""Not for anybody in the roles of the stranger below: refused before it is looked for."""
INSIDERS = ("noor.voorbeeld", "sietse.denkbeeldig", "bram.testman", "mila.fictief")


class Wandelaar(Wandeling):
    """Only reads: keeps the addresses with a number, draws nothing and presses nothing."""

    def _stand(self, page, url, drawn):
        links = super()._stand(page, url, drawn)
        drawn.clear()
        return links


@pytest.fixture(scope="module")
def addresses(server, browser) -> list[str]:
    """The pages with a number in their address that somebody of Heerde or a guest is led to."""
    fill(server)
    found: set[str] = set()
    for who in INSIDERS:
        with logged_in(server, browser, who, java_script_enabled=False) as context:
            bezoek = Bezoek(server.url)
            bezoek.look = lambda page, what="": None
            Wandelaar(bezoek).walk(context.new_page(), "/start/", without=("/m/",))
            found |= {a.partition("?")[0] for a in bezoek.addresses if NUMBER.search(a)}
    return sorted(found)


def test_there_is_something_to_try(addresses):
    kinds = {name_of(address) for address in addresses}
    assert {"melding", "weging", "privacycheck", "overleg", "overleg-punt", "overleg-aangeboden"} <= kinds


@pytest.mark.parametrize(
    ("who", "answers"),
    [
        ("otto.elders", {404}),  # the same roles, another municipality: it does not exist
        ("bas.balie", {403, 404}),  # the same municipality, without the right: refused
        ("wim.werkgroep", {403, 404}),
    ],
)
def test_whoever_it_is_not_for_is_turned_away_and_that_is_logged(server, browser, addresses, who, answers):
    tried = "SELECT count(*) FROM logboek_regel WHERE handeling = 'weiger' AND van_organisatie_id = ''"
    with logged_in(server, browser, who) as context, server.owner() as db:
        for address in addresses:
            (before,) = db.execute(tried).fetchone()
            answer = context.request.get(address)
            (after,) = db.execute(tried).fetchone()
            refused = {403} if name_of(address) in FOR_ANOTHER_ROLE else set()
            assert answer.status in answers | refused, f"{address} answers {answer.status}"
            assert after == before + 1, f"{address}: the try was not logged"


def test_a_number_of_another_municipality_is_not_found_by_searching_either(server, browser):
    with server.owner() as db:
        (number,) = db.execute(
            "SELECT nummer FROM signaleren_melding WHERE organisatie_id = '0246' LIMIT 1"
        ).fetchone()
    with logged_in(server, browser, "otto.elders") as context:
        page = context.new_page()
        page.goto("/start/")
        page.locator("input[name=nummer]").first.fill(number)
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Dit nummer kennen we niet").wait_for()
