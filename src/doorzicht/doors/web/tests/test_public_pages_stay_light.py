"""Somebody in need has an old phone and a bad connection: a public page weighs less than 100 KB, all included."""

import json
import re

import pytest

from doorzicht.doors.web.onderdelen.iconen import BESTAND

BUILD = BESTAND.parent
PAGE = 12_000
"""What the largest public page weighs in HTML."""


@pytest.fixture
def sheet():
    assert BUILD.exists(), "build the front end first: npm ci && npm run build"
    return (BUILD / "publiek.css").read_text()


def fonts_for(sheet, text):
    """The font files a browser fetches to draw `text` in every family of the page."""
    files = set()
    for face in re.findall(r"@font-face\s*\{[^}]*\}", sheet):
        url = re.search(r"url\(\"?\.?/?([^\")]+)\"?\)", face)[1]
        ranges = re.search(r"unicode-range:([^;}]+)", face)[1].replace("U+", "").split(",")
        spans = [[int(n, 16) for n in (r.split("-") if "-" in r else (r, r))] for r in map(str.strip, ranges)]
        if any(low <= ord(c) <= high for c in text for low, high in spans):
            files.add(url)
    return files


def test_a_dutch_page_with_its_languages_stays_under_100_kb(sheet):
    text = "Je gaat het pas zien als je het doorhebt. Eén café."
    fonts = {f for f in fonts_for(sheet, text) if "talen" not in f} | {
        f for f in fonts_for(sheet, "БългарсиУкїньă") if "talen" in f
    }
    total = PAGE + len(sheet.encode()) + (BUILD / "publiek.js").stat().st_size
    total += sum((BUILD / f).stat().st_size for f in fonts)
    assert total < 100_000


def test_a_public_page_carries_no_staff_code(sheet):
    script = (BUILD / "publiek.js").read_text()
    assert "htmx" not in script
    assert "dz-matrix" not in sheet


def test_every_icon_that_python_or_a_template_names_is_built():
    icons = json.loads(BESTAND.read_text())
    root = BESTAND.parents[3]
    named = set()
    for path in (*root.rglob("*.html"), *root.parents[1].rglob("templates/**/*.html")):
        named |= set(re.findall(r"{%\s*icoon \"([a-z0-9-]+)\"", path.read_text()))
    assert named
    assert named - set(icons) == set()
