"""Looking at a page as the suite does: is it accessible, does it fit, does it load or run what it should not.

axe is slow and pages are built of the same parts, so a page is looked at when something stands on it that was not
seen before below the same elements: for everything else axe has answered already.
"""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, Response

from tests.support import structuur
from tests.support.adressen import name_of
from tests.support.browser import BREED, SMAL, axe_violations

TOO_NARROW = (320, 640)
"""320: the smallest phone. 640: 1280 pixels at 200 % zoom."""

LISTEN = """
window.geweigerd = [];
document.addEventListener('securitypolicyviolation',
  e => window.geweigerd.push(e.violatedDirective + ' ' + e.blockedURI));
"""

STICKS_OUT = """() => {
  if (document.scrollingElement.scrollWidth <= window.innerWidth) return '';
  const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > window.innerWidth);
  return ': ' + out.slice(-3).map(e => e.tagName + '.' + e.className).join(', ');
}"""


@dataclass
class Bezoek:
    """Everything that was seen in one walk: which addresses, and what was wrong there."""

    host: str
    visited: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def watch(self, context: BrowserContext) -> None:
        """Note from now on what pages of this browser fetch, refuse to run, or leave unfinished."""
        context.add_init_script(LISTEN)
        context.on("request", lambda r: self._check_request(r.url, r.frame.url if r.frame else ""))
        context.on("response", self._check_response)
        context.on("weberror", lambda e: self.problems.append(f"script error: {e.error}"))

    def look(self, page: Page, what: str = "") -> None:
        """Look at the page that is open, at all widths."""
        found = [f"not allowed to run: {refused}" for refused in page.evaluate("window.geweigerd ?? []")]
        if self.is_new(page.content()):
            found += [
                f"sideways scroll at {width} px" + wide
                for width in TOO_NARROW
                if (wide := _wide(page, width))
            ]
            for size in (SMAL, BREED):
                page.set_viewport_size(size)
                found += [f"{size['width']} px: {violation}" for violation in axe_violations(page)]
        label = f"{urlsplit(page.url).path} {what}".strip()
        self.problems += [f"{label}: {problem}" for problem in found]

    def report(self) -> str:
        """Every problem on a line of its own, each once."""
        return "\n".join(sorted(set(self.problems)))

    def is_new(self, html: str) -> bool:
        """Whether anything stands on this page that was not seen in the same place before; from now on it was."""
        structure, _ = structuur.read(html)
        new = not structure <= self.seen
        self.seen |= structure
        return new

    def _check_request(self, url: str, frame: str) -> None:
        if not url.startswith((self.host, "data:", "about:", "blob:")):
            self.problems.append(f"{frame}: asks {url}")

    def _check_response(self, response: Response) -> None:
        if response.request.resource_type == "document":
            self.visited.add(name_of(response.url))
        if response.status >= 500 and name_of(response.url) != "publiek-melden":
            self.problems.append(f"{response.url}: answers {response.status}")


def _wide(page: Page, width: int) -> str:
    """What sticks out of a page of this width; nothing when it fits."""
    page.set_viewport_size({"width": width, "height": 800})
    return str(page.evaluate(STICKS_OUT))
