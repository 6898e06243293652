"""A municipality may bring its own pine and heather, never its own contrast."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.template import engines

from doorzicht.doors.web.huisstijl import contrast, huisstijl, stylesheet


def test_a_colour_becomes_a_custom_property_of_that_municipality_alone():
    css = stylesheet({"kust": {"dennen.700": "#14506b"}})
    assert css == '[data-huisstijl="kust"]{--dz-color-dennen-700:#14506b;}\n'


def test_contrast_is_what_wcag_calculates():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#1c4d3d", "#ffffff") == pytest.approx(9.64, abs=0.01)


@pytest.mark.parametrize(
    ("naam", "kleuren", "said"),
    [
        ("kust", {"dennen.700": "#7fb3d5"}, "contrast"),
        ("kust", {"rood.700": "#000000"}, "may change"),
        ("kust", {"dennen.700": "red"}, "#rrggbb"),
        ('kust"]{}', {}, "name"),
    ],
)
def test_what_would_not_be_readable_or_not_be_ours_is_refused_with_the_reason(naam, kleuren, said):
    with pytest.raises(ImproperlyConfigured, match=said):
        stylesheet({naam: kleuren})


def test_the_sheet_is_css_and_may_be_cached(rf, settings):
    settings.DOORZICHT_HUISSTIJL = {"kust": {"hei.700": "#5a2a60"}}
    answer = huisstijl(rf.get("/huisstijl.css"))
    assert answer["Content-Type"].startswith("text/css")
    assert "--dz-color-hei-700:#5a2a60" in answer.content.decode()


def test_a_house_without_own_colours_links_no_sheet(settings):
    settings.DOORZICHT_HUISSTIJL = {}
    assert "huisstijl" not in engines["django"].from_string("{% huisstijl %}").render()
