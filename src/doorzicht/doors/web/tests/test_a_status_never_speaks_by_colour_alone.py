"""A status is an icon, a word, an edge and a colour: whoever misses one still understands it."""

from datetime import timedelta

import pytest
from django.template import engines
from django.utils import timezone

from doorzicht.doors.web.onderdelen import dagen, iconen, standen

DRAWINGS = {drawing: "<path d='M0 0'/>" for _, drawing in standen.STANDEN.values()}


@pytest.fixture(autouse=True)
def _icons(monkeypatch):
    iconen.icon.cache_clear()
    monkeypatch.setattr(iconen, "_drawings", lambda: DRAWINGS)
    yield
    iconen.icon.cache_clear()


@pytest.mark.parametrize("soort", standen.STANDEN)
def test_every_kind_carries_its_word_and_an_icon_that_is_hidden_from_screen_readers(soort):
    html = standen.badge(soort, "5 dagen te laat")
    assert "<span>5 dagen te laat</span>" in html
    assert "<svg" in html
    assert 'aria-hidden="true"' in html


def test_an_unknown_kind_is_refused_with_the_kinds_that_exist():
    with pytest.raises(standen.OnbekendeStand, match="te-laat"):
        standen.badge("hoog-risico", "82%")


def test_an_unknown_icon_is_refused_by_name():
    with pytest.raises(iconen.OnbekendIcoon, match="traffic-light"):
        iconen.icon("traffic-light")


def test_a_page_without_a_built_front_end_still_has_its_words(monkeypatch):
    monkeypatch.setattr(iconen, "_drawings", lambda: None)
    assert "Zorg eerst" in standen.badge("spoed", "Zorg eerst")


@pytest.mark.parametrize(
    ("days", "kind", "words"),
    [
        (-5, "te-laat", "5 dagen te laat"),
        (-1, "te-laat", "1 dag te laat"),
        (0, "vandaag", "Vandaag"),
        (1, "morgen", "Morgen"),
    ],
)
def test_a_term_says_in_days_how_late_it_is(days, kind, words):
    assert dagen.judge_term(timezone.localdate() + timedelta(days=days)) == (kind, words)


def test_a_term_that_is_far_away_is_its_date():
    kind, words = dagen.judge_term(timezone.localdate() + timedelta(days=9))
    assert kind == "op-tijd"
    assert words[0].isdigit()


def test_what_people_typed_is_text_and_never_markup():
    page = engines["django"].from_string(
        '{% status "wacht" x %}{% kaart x %}{{ x }}{% eindkaart %}{% banner "info" x %}{% eindbanner %}{% leeg x %}'
    )
    assert "<script>" not in page.render({"x": "<script>alert(1)</script>"})
