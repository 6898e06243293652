"""A term ends on the day that the catalogus and the Algemene termijnenwet say."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorzicht.ground.lib.datums import is_workday
from doorzicht.ground.lib.terms import OngeldigeTermijn, Termijn, is_extended, last_day, parse_term

DAGEN = st.dates(date(2000, 1, 1), date(2090, 1, 1))
EENHEDEN = st.sampled_from(["werkdagen", "dagen", "weken", "maanden", "jaren"])
TERMIJNEN = st.builds(Termijn, st.integers(0, 120), EENHEDEN, st.booleans())


@pytest.mark.parametrize(
    ("text", "begin", "einde"),
    [
        ("5 werkdagen", date(2026, 12, 21), date(2026, 12, 29)),
        ("1 werkdag", date(2026, 12, 4), date(2026, 12, 7)),
        ("10 dagen", date(2026, 12, 3), date(2026, 12, 13)),
        ("6 weken", date(2026, 12, 3), date(2027, 1, 14)),
        ("1 maand", date(2027, 1, 31), date(2027, 2, 28)),
        ("6 maanden", date(2026, 8, 31), date(2027, 2, 28)),
        ("1 jaar", date(2028, 2, 29), date(2029, 2, 28)),
    ],
)
def test_the_day_of_the_start_does_not_count(text, begin, einde):
    assert last_day(parse_term(text), begin=begin) == einde


def test_a_statutory_term_that_ends_on_a_holiday_runs_on():
    begin = date(2026, 11, 13)  # six weeks later it is 25 December, a Friday
    assert last_day(parse_term("6 weken"), begin=begin) == date(2026, 12, 25)
    assert last_day(parse_term("6 weken", wettelijk=True), begin=begin) == date(2026, 12, 28)


@pytest.mark.parametrize(
    ("text", "verlengd"),
    [
        ("90 dagen", True),
        ("91 dagen", False),
        ("12 weken", True),
        ("13 weken", False),
        ("3 maanden", True),
        ("6 maanden", False),
        ("1 jaar", False),
    ],
)
def test_only_short_statutory_terms_run_on(text, verlengd):
    assert is_extended(parse_term(text, wettelijk=True)) is verlengd
    assert not is_extended(parse_term(text))


@pytest.mark.parametrize(
    "text", ["", "weken", "-1 dagen", "1,5 weken", "3 uur", "10000 dagen", "6weken", "٣ dagen"]
)
def test_what_is_no_term_is_refused(text):
    with pytest.raises(OngeldigeTermijn):
        parse_term(text)


@given(TERMIJNEN)
def test_a_term_reads_back_as_it_is_written(termijn):
    assert parse_term(str(termijn), wettelijk=termijn.wettelijk) == termijn


@given(TERMIJNEN, DAGEN)
def test_a_term_never_ends_before_it_starts(termijn, begin):
    assert last_day(termijn, begin=begin) >= begin


@given(TERMIJNEN, DAGEN)
def test_a_day_more_never_ends_earlier(termijn, begin):
    longer = Termijn(termijn.aantal + 1, termijn.eenheid)
    own = Termijn(termijn.aantal, termijn.eenheid)
    assert last_day(longer, begin=begin) >= last_day(own, begin=begin)
    assert last_day(own, begin=begin + timedelta(days=1)) >= last_day(own, begin=begin)


@given(TERMIJNEN, DAGEN)
def test_an_extended_term_ends_on_a_working_day_and_soon(termijn, begin):
    own = last_day(Termijn(termijn.aantal, termijn.eenheid), begin=begin)
    end = last_day(termijn, begin=begin)
    if is_extended(termijn):
        assert is_workday(end)
        assert own <= end <= own + timedelta(days=5)
    else:
        assert end == own
