"""Walking through the house as one person: every link that is shown, every button of every form once.

Nothing is listed here: a new page is found by the link that leads to it, a new form by standing on a page. Forms are
sent as they are, which for a fresh form means empty: that shows the error states too.
"""

from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Page

from tests.support import structuur
from tests.support.adressen import name_of
from tests.support.bezoek import Bezoek

STAY = {"account_logout", "mfa_deactivate_totp"}
"""Forms that end the walk."""
CLOSING = ("sluiten", "afronden")
"""Forms that close everything else on a page: pressed last."""

FIND = """({action, which}) => [...document.querySelectorAll('form')]
  .flatMap(f => [...f.elements].filter(b => b.matches('button:not([type=button])')).map(b => ({f, b})))
  .map(({f, b}) => ({f, b, action: b.hasAttribute('formaction') ? b.formAction : f.action,
    which: f.method + (b.name && b.value.replace(/[0-9a-f-]{36}/, '<id>'))}))
  .filter(found => (!action || found.action === action) && (!which || found.which === which))
"""
BUTTONS = f"() => ({FIND})({{}}).map(({{action, which}}) => ({{action, which}}))"
PRESS = f"found => {{ const {{f, b}} = ({FIND})(found)[0]; f.noValidate = true; f.requestSubmit(b); }}"


@dataclass
class Wandeling:
    """What all people together have pressed; what they have looked at stands in `bezoek`."""

    bezoek: Bezoek
    pressed: set[tuple[str, str]] = field(default_factory=set)

    def walk(self, page: Page, *starts: str, within: str = "/", without: tuple[str, ...] = ()) -> None:
        """From `starts` to wherever links lead below `within`, but not below any of `without`.

        First everything is looked at; then forms are sent, those of the deepest pages first and what closes last,
        because a form may take away what lies behind it.
        """
        seen: set[str] = set()
        queue = list(starts)
        while queue:
            drawn = []
            while queue:
                url = queue.pop(0)
                parts = urlsplit(url)
                address = f"{parts.path}?{parts.query}"
                ours = not parts.scheme or url.startswith(self.bezoek.host)
                below = parts.path.startswith(within) and not parts.path.startswith(without)
                if ours and below and address not in seen:
                    seen.add(address)
                    self.bezoek.addresses.add(address)
                    queue += self._stand(page, url, drawn)
            for closing in (False, True):
                for url in reversed(drawn):
                    queue += self._press_all(page, url, closing=closing)

    def _stand(self, page: Page, url: str, drawn: list[str]) -> list[str]:
        """Look at one page, and say where its links lead.

        A page built like one that was seen is fetched and not drawn: it shows the same. One with a form that nobody
        sent yet is come back to all the same: who came first may have sent the other one.
        """
        answer = page.request.get(url)
        self.bezoek.visited.add(name_of(url))
        if answer.status >= 400:
            self.bezoek.problems.append(f"{url}: is linked and answers {answer.status}")
            return []
        if "text/html" not in answer.headers["content-type"]:
            return []
        structure, links = structuur.read(answer.text())
        if not structure <= self.bezoek.seen:
            page.goto(url)
            self.bezoek.look(page)
            self.bezoek.seen |= structure
            drawn.append(url)
        elif structuur.forms(structure) - {name for name, _ in self.pressed} - STAY:
            drawn.append(url)
        return [urljoin(answer.url, link) for link in links if not link.startswith("#")]

    def _press_all(self, page: Page, url: str, *, closing: bool) -> list[str]:
        """Press what was not pressed before on this page, one after the other, and say where the answers lead."""
        links: list[str] = []
        while True:
            page.goto(url)
            left = [found for found in page.evaluate(BUTTONS) if self._is_left(found, closing=closing)]
            if not left:
                return links
            self.pressed.add((name_of(left[0]["action"]), left[0]["which"]))
            with page.expect_navigation():
                page.evaluate(PRESS, left[0])
            self.bezoek.look(page, f"(after a form of {urlsplit(url).path})")
            links += [urljoin(page.url, link) for link in structuur.read(page.content())[1] if link[0] != "#"]

    def _is_left(self, found: dict[str, str], *, closing: bool) -> bool:
        name = name_of(found["action"])
        ours = found["action"].startswith(self.bezoek.host) and name not in STAY
        return ours and name.endswith(CLOSING) <= closing and (name, found["which"]) not in self.pressed
