"""A day is understood in every way in which people type it, and an impossible one is refused in Dutch."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorzicht.ground.lib.datums import format_date
from doorzicht.ground.lib.invoerdatum import OnmogelijkeDatum, parse_day

VANDAAG = date(2026, 12, 3)  # a Thursday
DAGEN = st.dates(date(1930, 1, 1), date(2045, 12, 31))


@pytest.mark.parametrize(
    ("typed", "dag"),
    [
        ("3-12-2026", date(2026, 12, 3)),
        (" 3 / 12 / 2026 ", date(2026, 12, 3)),
        ("03.12.26", date(2026, 12, 3)),
        ("3–12–2026", date(2026, 12, 3)),
        ("2026-12-03", date(2026, 12, 3)),
        ("3 dec", date(2026, 12, 3)),
        ("3 dec.", date(2026, 12, 3)),
        ("3 december 2025", date(2025, 12, 3)),
        ("3DECEMBER", date(2026, 12, 3)),
        ("December 3rd, 2025", date(2025, 12, 3)),
        ("8 mrt", date(2026, 3, 8)),
        ("8 mei", date(2026, 5, 8)),
        ("31-12-99", date(1999, 12, 31)),
        ("gisteren", date(2026, 12, 2)),
        ("Eergisteren", date(2026, 12, 1)),
        ("yesterday", date(2026, 12, 2)),
        ("morgen", date(2026, 12, 4)),
        ("2 weken geleden", date(2026, 11, 19)),
        ("een dag geleden", date(2026, 12, 2)),
        ("3 days ago", date(2026, 11, 30)),
        ("over twee weken", date(2026, 12, 17)),
        ("afgelopen maandag", date(2026, 11, 30)),
        ("afgelopen donderdag", date(2026, 11, 26)),
        ("komende vrijdag", date(2026, 12, 4)),
        ("volgende donderdag", date(2026, 12, 10)),
    ],
)
def test_what_people_type_is_understood(typed, dag):
    assert parse_day(typed, vandaag=VANDAAG) == dag


def test_a_day_without_a_year_is_the_nearest_in_the_direction_that_is_asked():
    assert parse_day("20 dec", vandaag=VANDAAG) == date(2025, 12, 20)
    assert parse_day("20 dec", vandaag=VANDAAG, richting="toekomst") == date(2026, 12, 20)
    assert parse_day("8 jan", vandaag=VANDAAG, richting="toekomst") == date(2027, 1, 8)
    assert parse_day("3-12", vandaag=VANDAAG) == parse_day("3-12", vandaag=VANDAAG, richting="toekomst")
    assert parse_day("maandag", vandaag=VANDAAG) == date(2026, 11, 30)
    assert parse_day("maandag", vandaag=VANDAAG, richting="toekomst") == date(2026, 12, 7)
    assert parse_day("donderdag", vandaag=VANDAAG) == VANDAAG


@pytest.mark.parametrize(
    ("typed", "reden"),
    [
        ("", "leeg"),
        ("   ", "leeg"),
        ("31-2-2026", "bestaat_niet"),
        ("31 februari", "bestaat_niet"),
        ("29-2-2026", "bestaat_niet"),
        ("12/25/2026", "bestaat_niet"),
        ("0-1-2026", "bestaat_niet"),
        ("3-13", "bestaat_niet"),
        ("3-12-1826", "jaar"),
        ("3-12-2926", "jaar"),
        ("ergens in de zomer", "onbegrepen"),
        ("december", "onbegrepen"),
        ("3 sprokkelmaand", "onbegrepen"),
        ("twee manen geleden", "onbegrepen"),
        ("3-12-202", "onbegrepen"),
        ("昨日", "onbegrepen"),
    ],
)
def test_an_impossible_day_is_refused_with_a_dutch_sentence(typed, reden):
    with pytest.raises(OnmogelijkeDatum) as refused:
        parse_day(typed, vandaag=VANDAAG)
    assert refused.value.reden == reden
    assert str(refused.value).endswith(".")


@given(DAGEN)
def test_every_day_we_write_can_be_typed_back(dag):
    assert parse_day(format_date(dag), vandaag=VANDAAG) == dag
    assert parse_day(f"{dag:%d-%m-%Y}", vandaag=VANDAAG) == dag
    assert parse_day(dag.isoformat(), vandaag=VANDAAG) == dag


@given(st.text(max_size=40))
def test_any_text_gives_a_day_or_a_refusal_and_never_a_crash(typed):
    with suppress(OnmogelijkeDatum):
        assert isinstance(parse_day(typed, vandaag=VANDAAG), date)


@given(DAGEN, DAGEN)
def test_a_day_without_a_year_lies_within_a_year_on_the_asked_side(dag, vandaag):
    typed = f"{dag.day}-{dag.month}"
    if (dag.day, dag.month) != (29, 2):
        past = parse_day(typed, vandaag=vandaag)
        future = parse_day(typed, vandaag=vandaag, richting="toekomst")
        assert timedelta(0) <= vandaag - past <= timedelta(days=366)
        assert timedelta(0) <= future - vandaag <= timedelta(days=366)
