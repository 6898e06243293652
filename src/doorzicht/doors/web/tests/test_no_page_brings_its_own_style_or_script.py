"""The content security policy allows neither inline style nor inline script: a template that has one is broken."""

import re
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[3]
TEMPLATES = sorted(SRC.rglob("templates/**/*.html"))
FORBIDDEN = {
    "an inline style": re.compile(r"<[a-z][^>]*\sstyle\s*=|<style", re.I),
    "an inline handler": re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.I),
    "an inline script": re.compile(r"<script(?![^>]*\ssrc=)[^>]*>", re.I),
    "something loaded from another host": re.compile(
        r"<(?:script|img|link|iframe)[^>]*(?:src|href)=[\"'](?:https?:)?//", re.I
    ),
}


def test_there_are_templates_to_look_at():
    assert len(TEMPLATES) > 40


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.relative_to(SRC)))
def test_a_template_has_neither(path):
    text = path.read_text()
    assert [what for what, pattern in FORBIDDEN.items() if pattern.search(text)] == []
