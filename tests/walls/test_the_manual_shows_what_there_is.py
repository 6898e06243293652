"""The manual: every chapter is in its index, every picture exists, is small, and is shown somewhere."""

import re
from pathlib import Path

from django.conf import settings

MANUAL = Path(settings.BASE_DIR) / "docs" / "gebruik"
CHAPTERS = sorted(MANUAL.glob("[0-9]*.md"))


def test_every_chapter_is_in_the_index():
    index = (MANUAL / "README.md").read_text()
    assert [c.name for c in CHAPTERS if f"({c.name})" not in index] == []
    assert len(CHAPTERS) == 9


def test_every_picture_exists_is_small_and_is_shown():
    shown = {m for c in CHAPTERS for m in re.findall(r"\(beelden/([\w-]+\.png)\)", c.read_text())}
    there = {path.name for path in (MANUAL / "beelden").iterdir()}
    assert shown == there
    assert [p.name for p in (MANUAL / "beelden").iterdir() if p.stat().st_size >= 150_000] == []


def test_every_picture_says_what_it_shows():
    for chapter in CHAPTERS:
        assert re.findall(r"!\[\s*\]", chapter.read_text()) == [], chapter.name
