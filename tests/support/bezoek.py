"""Looking at a page as the suite does: is it accessible, does it fit, does it load or run what it should not.

axe is slow and most pages of one kind are built alike, so they are looked at once for every structure: the same
elements with the same classes and attributes give the same answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.urls import Resolver404, include, path
from django.urls.resolvers import RegexPattern, URLResolver
from playwright.sync_api import BrowserContext, Page, Response

from doorzicht.doors.web.urls import urlpatterns
from tests.support import structuur
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

ALL_ADDRESSES = URLResolver(
    RegexPattern(r"^/"),
    [*urlpatterns, path("patronen/", include("doorzicht.doors.web.patronen.urls"))],
)
"""The addresses of the house as a demo has them, whatever this process was started as."""


def names(resolver: URLResolver = ALL_ADDRESSES) -> Iterator[str]:
    """The name of every address; an address without a name gives its pattern, so that it cannot hide."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from names(entry)
        else:
            yield entry.name or str(entry.pattern)


def name_of(url: str) -> str:
    """The name of an address, or nothing when it is not one of ours."""
    try:
        return ALL_ADDRESSES.resolve(urlsplit(url).path).url_name or ""
    except Resolver404:
        return ""


@dataclass
class Bezoek:
    """Everything that was seen in one walk: which addresses, and what was wrong there."""

    host: str
    visited: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)
    structures: set[structuur.Structure] = field(default_factory=set)

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
        """Whether no page built like this one was seen before; it counts as seen from now on."""
        structure, _ = structuur.read(html)
        new = structure not in self.structures
        self.structures.add(structure)
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
