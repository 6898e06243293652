"""The demo writes when things happened as working days from now, so that its story fits any day it is told on."""

from datetime import date, datetime, timedelta

import pytest

from doorzicht.doors.cli.demo_dagen import Kalender
from doorzicht.doors.cli.demo_verhaal import read_data
from doorzicht.ground.lib.datums import AMSTERDAM, is_workday

TUESDAY = Kalender(datetime(2026, 11, 24, 14, 7, tzinfo=AMSTERDAM))


@pytest.mark.parametrize(
    ("tekst", "moment"),
    [
        ("-1 09:10", (2026, 11, 23, 9, 10)),
        ("-2 16:00", (2026, 11, 20, 16, 0)),  # over the weekend
        ("+5 10:00", (2026, 12, 1, 10, 0)),
        ("40 minuten geleden", (2026, 11, 24, 13, 27)),
        ("371 dagen geleden 11:30", (2025, 11, 18, 11, 30)),
    ],
)
def test_a_moment_is_counted_from_now(tekst, moment):
    assert TUESDAY.moment(tekst) == datetime(*moment, tzinfo=AMSTERDAM)


@pytest.mark.parametrize("tekst", ["", "morgen", "-1", "9:10", "-1 9:10", "40 minuten", "+ 5 10:00"])
def test_any_other_way_of_writing_is_refused(tekst):
    with pytest.raises(ValueError, match="no moment"):
        TUESDAY.moment(tekst)


def test_a_day_without_a_clock_is_a_term():
    assert TUESDAY.dag("+3") == date(2026, 11, 27)
    with pytest.raises(ValueError, match="no day"):
        TUESDAY.dag("over een week")


def test_a_meeting_begins_on_the_quarter_before():
    assert TUESDAY.kwartier("40 minuten geleden") == datetime(2026, 11, 24, 13, 15, tzinfo=AMSTERDAM)


def test_just_after_midnight_what_is_of_today_is_still_of_today_and_in_order():
    night = Kalender(datetime(2026, 11, 24, 0, 20, tzinfo=AMSTERDAM))
    long_ago, ago = night.moment("150 minuten geleden"), night.moment("40 minuten geleden")
    assert datetime(2026, 11, 24, tzinfo=AMSTERDAM) <= long_ago < ago < night.nu


def test_longer_ago_is_as_long_as_it_says_whatever_the_hour():
    night = Kalender(datetime(2026, 11, 24, 0, 20, tzinfo=AMSTERDAM))
    assert night.moment("1560 minuten geleden") == datetime(2026, 11, 22, 22, 20, tzinfo=AMSTERDAM)


@pytest.mark.parametrize("days", range(14))
def test_on_whatever_day_it_is_told_nobody_works_on_a_day_off_and_nothing_lies_ahead(days):
    kalender = Kalender(datetime(2026, 12, 20, 8, 30, tzinfo=AMSTERDAM) + timedelta(days=days))
    story = read_data("demo-verhaal.yaml")
    acts = [act for part in story.values() for acts in part.values() for act in acts]
    for act in [*acts, *read_data("demo-meldingen.yaml")["meldingen"]]:
        moment = kalender.moment(act["op"])
        assert moment < kalender.nu
        assert "geleden" in act["op"] or is_workday(moment.date())
