"""Every page, as everybody who is shown it: no violation, no sideways scroll, nothing foreign, nothing inline.

This is the walk of staff; the public site has its own beside it. A page that nobody meets must stand in OUT_OF_REACH
with a reason: a new address without a visit fails.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from doorzicht.ground.organisaties import inrichten
from tests.support import verhalen
from tests.support.adressen import names
from tests.support.bezoek import Bezoek
from tests.support.server import start_server
from tests.support.toneel import fill, hang_files, let_somebody_stand_in, logged_in
from tests.support.verstrekkingen import give_and_end
from tests.support.wandeling import Wandeling

NOOR = "noor.voorbeeld"
OUT_OF_REACH = {
    "mfa_remove_webauthn": "needs a key in the browser; looked at in test_a_passkey_is_a_second_step.py",
    "mfa_list_webauthn": "leads on to mfa_index",
    **dict.fromkeys(
        ("gemeentelogin", "gemeentelogin-terug", "gemeentelogin-koppelen", "gemeentelogin-ontkoppelen"),
        "only where a municipality has a login server; walked in "
        "doors/web/tests/test_a_municipal_account_opens_only_what_was_bound_to_it.py",
    ),
    "huisstijl": "a style sheet; tested in doors/web/tests/test_a_municipality_colours_only_what_stays_readable.py",
}


@pytest.fixture(scope="module")
def server(template_database, tmp_path_factory, django_db_blocker) -> Iterator:
    """As a demo, so that the patterns are there, and filled."""
    with (
        django_db_blocker.unblock(),
        start_server(template_database, tmp_path_factory.mktemp("var"), demo=True) as running,
    ):
        yield running


@pytest.fixture(scope="module")
def handed_over(server) -> str:
    """The page of a melding that stands in no list any more; the stage is full when it is there."""
    melding_id = fill(server)
    hang_files(server)
    give_and_end(server)
    let_somebody_stand_in(server)
    return f"/signaleren/meldingen/{melding_id}/"


def one_of_every_kind() -> list[str]:
    """The first of the cast for every combination of roles and function; the chair last, who can end a meeting."""
    path = Path(inrichten.__file__).parent / "data" / "rolbezetting.yaml"
    found: dict[tuple, str] = {}
    for row in yaml.safe_load(path.read_text())["medewerkers"]:
        kind = (*row["rollen"], row.get("functie", ""))
        found.setdefault(kind, inrichten.account_name(row["naam"]))
    return [who for kind, who in sorted(found.items(), key=lambda entry: "coordinator" in entry[0])]


def test_every_page_of_staff_is_accessible_fits_and_loads_nothing_foreign(server, handed_over, browser):
    bezoek = Bezoek(server.url)
    wandeling = Wandeling(bezoek)
    for who in one_of_every_kind():
        with logged_in(server, browser, who) as context:
            bezoek.watch(context)
            page = context.new_page()
            mine = (
                ("/start/", "/patronen/", "/signaleren/", "/beleid/", handed_over)
                if who == NOOR
                else ("/start/",)
            )
            wandeling.walk(page, *mine, without=("/m/",))
            if who == NOOR:
                verhalen.report_and_handle(bezoek, page)
                verhalen.report_breach(bezoek, page)
    verhalen.log_in_with_mistakes(bezoek, server, browser)
    verhalen.lose_the_session_while_typing(bezoek, server, browser)
    verhalen.go_where_one_may_not(bezoek, server, browser)

    assert not bezoek.problems, bezoek.report()
    public = {n for n in names() if n.startswith("publiek")}
    unseen = set(names()) - public - set(OUT_OF_REACH) - bezoek.visited
    assert not unseen, f"nobody saw {' '.join(sorted(unseen))}"
