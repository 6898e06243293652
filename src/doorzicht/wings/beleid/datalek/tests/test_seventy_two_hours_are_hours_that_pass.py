"""The clock of art. 33 AVG: 72 hours are 72 hours, whatever the clock on the wall does in between (properties)."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from doorzicht.wings.beleid.datalek import klok

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
H72 = timedelta(hours=72)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))
zones = st.sampled_from([UTC, AMSTERDAM, ZoneInfo("America/New_York"), ZoneInfo("Pacific/Auckland")])
days = st.dates(date(2020, 1, 1), date(2040, 1, 1))
times = st.times()
FORWARD, BACK = date(2026, 3, 29), date(2026, 10, 25)
"""The nights of 2026 in which the clock is put forward and back."""


@given(start=moments, zone=zones)
@example(start=datetime(2026, 3, 28, 20, tzinfo=UTC), zone=AMSTERDAM)
@example(start=datetime(2026, 10, 24, 20, tzinfo=UTC), zone=AMSTERDAM)
def test_the_term_ends_exactly_seventy_two_hours_later_in_whatever_zone_it_is_written(start, zone):
    end = klok.deadline(start.astimezone(zone))
    assert end - start == H72  # both in UTC: the time that passes
    assert end.tzinfo is UTC


def test_the_clock_on_the_wall_would_have_been_wrong_in_both_nights():
    """What this guards against: adding three days to a local moment gives 71 hours in March and 73 in October."""
    for day, hours in ((FORWARD, 71), (BACK, 73)):
        start = datetime.combine(day - timedelta(days=1), time(22), tzinfo=AMSTERDAM)
        naive = start + H72
        assert naive.timestamp() - start.timestamp() == hours * 3600
        assert klok.deadline(start) != naive.astimezone(UTC)


@given(dag=days, tijd=times)
@example(dag=BACK, tijd=time(2, 30))
@example(dag=FORWARD, tijd=time(2, 30))
@example(dag=BACK, tijd=time(2, 30, fold=1))
def test_what_was_typed_is_the_first_moment_it_can_mean(dag, tijd):
    found = klok.moment_of(dag, tijd)
    wall = datetime.combine(dag, tijd.replace(fold=0))
    candidates = [wall.replace(tzinfo=AMSTERDAM, fold=f).astimezone(UTC) for f in (0, 1)]
    real = [c for c in candidates if c.astimezone(AMSTERDAM).replace(tzinfo=None, fold=0) == wall]
    assert found.tzinfo is UTC
    assert found == (min(real) if real else candidates[0])


@given(start=moments, minutes=st.integers(0, 100 * 60))
@example(start=datetime(2026, 3, 28, 20, tzinfo=UTC), minutes=72 * 60)
def test_it_is_late_past_the_seventy_second_hour_and_not_a_minute_earlier(start, minutes):
    shown = klok.running(start, now=start + timedelta(minutes=minutes))
    assert (shown.soort == "te-laat") == (minutes > 72 * 60)
    assert ("te laat" in shown.tekst) == (minutes > 72 * 60)


@given(start=moments, seconds=st.integers(0, 72 * 3600 - 1))
def test_the_words_never_promise_more_than_is_left(start, seconds):
    left = 72 * 3600 - seconds
    told = _told(klok.running(start, now=start + timedelta(seconds=seconds)).tekst)
    assert 0 <= left - told < 3600 if told >= 6 * 3600 else 0 <= left - told < 60


def _told(text: str) -> int:
    words = text.replace("Nog ", "").replace("minder dan een minuut", "0 minuten").split()
    unit = {"uur": 3600, "minuut": 60, "minuten": 60}
    return sum(int(n) * unit[u] for n, u in pairwise(words) if n.isdecimal())


@given(start=moments, zone=zones, hours=st.integers(0, 200))
def test_a_stopped_clock_says_after_how_many_hours_and_whether_that_was_late(start, zone, hours):
    shown = klok.stopped(start, op=(start + timedelta(hours=hours)).astimezone(zone), wat="Gemeld")
    assert shown.tekst.startswith(f"Gemeld na {hours} uur")
    assert (shown.soort == "te-laat") == (hours > 72)


@pytest.mark.parametrize(
    ("passed", "text", "soort"),
    [
        (timedelta(), "Nog 72 uur", "bezig"),
        (timedelta(hours=19, minutes=10), "Nog 52 uur", "bezig"),
        (timedelta(hours=48), "Nog 24 uur", "bezig"),
        (timedelta(hours=67, minutes=50), "Nog 4 uur en 10 minuten", "bezig"),
        (timedelta(hours=70), "Nog 2 uur", "bezig"),
        (timedelta(hours=71, minutes=59), "Nog 1 minuut", "bezig"),
        (timedelta(hours=71, minutes=59, seconds=30), "Nog minder dan een minuut", "bezig"),
        (timedelta(hours=72), "Nog minder dan een minuut", "bezig"),
        (timedelta(hours=72, seconds=1), "minder dan een uur te laat", "te-laat"),
        (timedelta(hours=75, minutes=30), "3 uur te laat", "te-laat"),
    ],
)
def test_what_is_left_in_words(passed, text, soort):
    start = datetime(2026, 11, 24, 17, 5, tzinfo=UTC)
    assert klok.running(start, now=start + passed) == klok.Klokstand(soort, text, loopt=True)


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="tijdzone"):
        klok.deadline(datetime(2026, 1, 1))
