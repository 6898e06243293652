"""What axe can see of a page except its words: each element below its ancestors, and which headings follow on which."""

import re
from html.parser import HTMLParser
from itertools import pairwise

from tests.support.adressen import name_of

VOID = {"area", "br", "circle", "col", "hr", "img", "input", "link", "meta", "path", "source", "wbr"}
KEPT = {
    "class",
    "type",
    "role",
    "lang",
    "scope",
    "hidden",
    "open",
    "aria-current",
    "aria-hidden",
    "autocomplete",
}
"""Attributes whose value matters; of the others it matters that they are there and not empty."""

Structure = frozenset[str]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.above: list[str] = []
        self.paths: set[str] = set()
        self.order: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = sorted(f"{n}={v}" if n in KEPT else f"{n}{'+' if v else '-'}" for n, v in attrs)
        given = dict(attrs)
        if tag == "form":
            own.append(f"to {name_of(given.get('action') or '')}")
        step = f"{tag}[{' '.join(own)}]"
        self.paths.add("/".join([*self.above, step]))
        if tag == "a" and given.get("href"):
            self.links.append(given["href"] or "")
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if tag in {"h1", "h2", "h3", "h4", "main", "nav", "header", "footer", "aside"}:
            self.order.append(tag)
        if tag not in VOID:
            self.above.append(step)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.above and tag not in VOID and not self.above.pop().startswith(f"{tag}["):
            continue

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.paths.add("/".join([*self.above, "words"]))


def read(html: str) -> tuple[Structure, list[str]]:
    """The structure of a page and where its links lead."""
    reader = _Reader()
    reader.feed(html)
    follows = {f"{one} then {other}" for one, other in pairwise(["", *reader.order])}
    twice = {"double ids"} if len(reader.ids) > len(set(reader.ids)) else set()
    return frozenset(reader.paths | follows | twice), reader.links


def forms(structure: Structure) -> set[str]:
    """The names of the addresses to which the forms of a page are sent."""
    return {name for path in structure for name in re.findall(r"form\[[^/]* to ([\w-]+)\]", path)}
