"""Days and moments are shown in the words that people use, on the clock of Amsterdam."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorzicht.ground.lib import datums

VANDAAG = date(2026, 12, 3)
DAGEN = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("dag", "tekst"),
    [
        (date(2026, 12, 3), "vandaag"),
        (date(2026, 12, 4), "morgen"),
        (date(2026, 12, 5), "overmorgen"),
        (date(2026, 12, 2), "gisteren"),
        (date(2026, 12, 1), "eergisteren"),
        (date(2026, 3, 8), "8 maart"),
        (date(2027, 1, 1), "1 januari 2027"),
    ],
)
def test_a_near_day_gets_its_word_and_a_far_one_its_date(dag, tekst):
    assert datums.format_day(dag, vandaag=VANDAAG) == tekst


def test_a_date_without_a_present_day_always_shows_its_year():
    assert datums.format_date(VANDAAG) == "3 december 2026"


def test_a_moment_is_shown_on_the_clock_of_amsterdam():
    now = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)
    assert datums.format_moment(datetime(2026, 12, 3, 7, 12, tzinfo=UTC), now=now) == "vandaag 08:12"
    assert datums.format_moment(datetime(2026, 7, 3, 11, 30, tzinfo=UTC), now=now) == "3 juli 13:30"
    assert datums.format_moment(datetime(2026, 12, 3, 23, 30, tzinfo=UTC), now=now) == "morgen 00:30"


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="tijdzone"):
        datums.to_local(datetime(2026, 12, 3, 12, 0))


@pytest.mark.parametrize(
    ("uiterlijk", "tekst"),
    [
        (date(2026, 11, 28), "5 dagen te laat"),
        (date(2026, 12, 2), "1 dag te laat"),
        (date(2026, 12, 3), "vandaag"),
        (date(2026, 12, 4), "morgen"),
        (date(2026, 12, 18), "18 december"),
    ],
)
def test_a_deadline_says_how_late_it_is(uiterlijk, tekst):
    assert datums.format_deadline(uiterlijk, vandaag=VANDAAG) == tekst


def test_an_age_is_counted_in_days():
    assert datums.format_age(date(2026, 11, 18), vandaag=VANDAAG) == "15 dagen"
    assert datums.format_age(date(2026, 12, 2), vandaag=VANDAAG) == "1 dag"
    assert datums.format_age(VANDAAG, vandaag=VANDAAG) == "vandaag"


@pytest.mark.parametrize(("dag", "uren"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (VANDAAG, 24)])
def test_a_day_lasts_until_the_next_one_also_when_the_clock_is_moved(dag, uren):
    start, end = datums.day_bounds(dag)
    assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=uren)
    assert datums.local_day(start.astimezone(UTC)) == dag


@pytest.mark.parametrize(
    "dag",
    [
        date(2026, 1, 1),
        date(2026, 4, 3),  # Goede Vrijdag
        date(2026, 4, 6),
        date(2026, 4, 27),
        date(2026, 5, 5),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
        date(2026, 12, 5),  # a Saturday
    ],
)
def test_weekends_and_general_holidays_are_no_working_days(dag):
    assert not datums.is_workday(dag)


def test_working_days_skip_christmas():
    assert datums.add_workdays(date(2026, 12, 23), 2) == date(2026, 12, 28)


@given(DAGEN, st.integers(-60, 60))
def test_adding_working_days_lands_on_a_working_day_that_many_further(dag, aantal):
    end = datums.add_workdays(dag, aantal)
    assert datums.is_workday(end)
    first, last = (dag, end) if aantal > 0 else (end - timedelta(days=1), dag - timedelta(days=1))
    days = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
    assert aantal == 0 or sum(map(datums.is_workday, days)) == abs(aantal)


@given(DAGEN, DAGEN)
def test_nothing_is_late_before_its_last_day_is_over(uiterlijk, vandaag):
    late = datums.days_late(uiterlijk, vandaag=vandaag)
    assert (late > 0) == (vandaag > uiterlijk)
    assert ("te laat" in datums.format_deadline(uiterlijk, vandaag=vandaag)) == (late > 0)
