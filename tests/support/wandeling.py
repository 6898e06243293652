"""Walking through the house as one person: every link that is shown, every button of every form once.

Nothing is listed here: a new page is found by the link that leads to it, a new form by standing on a page. Forms are
sent as they are, which for a fresh form means empty: that shows the error states too.
"""

from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Page

from tests.support import structuur
from tests.support.bezoek import Bezoek, name_of

STAY = {"account_logout", "mfa_deactivate_totp"}
"""Forms that end the walk."""

BUTTONS = """[...document.querySelectorAll('form')].flatMap((f, n) => {
  const buttons = [...f.querySelectorAll('button:not([type=button])')];
  return buttons.map((b, m) => ({form: n, button: m, action: f.action, which: f.method + (b.name ? b.value : '')}));
})"""
PRESS = """({form, button}) => {
  const f = document.querySelectorAll('form')[form];
  f.noValidate = true;
  f.requestSubmit(f.querySelectorAll('button:not([type=button])')[button]);
}"""


@dataclass
class Wandeling:
    """What all people together have seen: each address once, each kind of page once for everybody."""

    bezoek: Bezoek
    addresses: set[str] = field(default_factory=set)
    pressed: set[tuple[str, str]] = field(default_factory=set)

    def walk(self, page: Page, start: str, *, within: str = "/", without: tuple[str, ...] = ()) -> None:
        """From `start` to wherever links lead below `within`, but not below any of `without`."""
        host = self.bezoek.host
        queue, kinds = [start], set()
        while queue:
            url = queue.pop(0)
            parts = urlsplit(url)
            address, kind = f"{parts.path}?{parts.query}", name_of(url)
            if parts.scheme and not url.startswith(host):
                continue
            if not parts.path.startswith(within) or parts.path.startswith(without):
                continue
            if address in self.addresses and kind in kinds:
                continue
            self.addresses.add(address)
            kinds.add(kind)
            queue += self._stand(page, url)

    def _stand(self, page: Page, url: str) -> list[str]:
        """Look at one page, press what was not pressed before, and say where its links lead.

        A page built like one that was seen is fetched and not drawn: it shows the same.
        """
        answer = page.request.get(url)
        self.bezoek.visited.add(name_of(url))
        if answer.status >= 400:
            self.bezoek.problems.append(f"{url}: is linked and answers {answer.status}")
            return []
        structure, links = structuur.read(answer.text())
        if structure in self.bezoek.structures:
            return [urljoin(answer.url, link) for link in links if not link.startswith("#")]
        page.goto(url)
        self.bezoek.look(page)
        self.bezoek.structures.add(structure)
        for found in page.evaluate(BUTTONS):
            mark = (name_of(found["action"]), found["which"])
            if mark in self.pressed or mark[0] in STAY or not found["action"].startswith(self.bezoek.host):
                continue
            self.pressed.add(mark)
            page.goto(url)
            with page.expect_navigation():
                page.evaluate(PRESS, found)
            self.bezoek.look(page, f"(after a form of {urlsplit(url).path})")
            links += structuur.read(page.content())[1]
        return [urljoin(answer.url, link) for link in links if not link.startswith("#")]
