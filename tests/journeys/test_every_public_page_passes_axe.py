"""Every public page in both languages: no violation, no sideways scroll, nothing foreign or inline, no cookie."""

from tests.support import verhalen
from tests.support.adressen import names
from tests.support.bezoek import Bezoek
from tests.support.toneel import logged_in
from tests.support.wandeling import Wandeling

ALIKE = tuple(f"/m/{slug}/" for slug in ("elburg", "epe", "hattem", "oldebroek", "nunspeet"))
"""Their pages are those of Heerde with another name."""


def test_every_public_page_is_accessible_fits_and_loads_nothing_foreign(server, browser):
    bezoek = Bezoek(server.url)
    with logged_in(server, browser) as context:
        bezoek.watch(context)
        page = context.new_page()
        wandeling = Wandeling(bezoek)
        for start in ("/m/", "/m/en/"):
            wandeling.walk(page, start, within="/m/", without=ALIKE)
        for language in ("nl", "en"):
            verhalen.report_without_account(bezoek, page, language)
        assert context.cookies() == []
        verhalen.find_nobody_to_read(bezoek, server, page)

    assert not bezoek.problems, bezoek.report()
    unseen = {n for n in names() if n.startswith("publiek")} - bezoek.visited
    assert not unseen, f"nobody saw {' '.join(sorted(unseen))}"
