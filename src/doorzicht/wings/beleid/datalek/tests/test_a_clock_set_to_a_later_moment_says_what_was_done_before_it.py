"""The FG may record that the 72 hours began later: what was done before then is said so, never as hours below zero."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorzicht.wings.beleid.datalek import actions, klok
from doorzicht.wings.beleid.datalek.selectors import clocks
from doorzicht.wings.beleid.datalek.tests.conftest import FG, NIEMAND, besluit
from doorzicht.wings.beleid.datalek.workflow import Onvolledig

moments = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))
zones = st.sampled_from([UTC, ZoneInfo("Europe/Amsterdam")])


@given(start=moments, zone=zones, minutes=st.integers(1, 200 * 60))
def test_no_clock_ever_says_less_than_nothing(start, zone, minutes):
    earlier = (start - timedelta(minutes=minutes)).astimezone(zone)
    shown = klok.stopped(start.astimezone(zone), op=earlier, wat="Gemeld")
    assert shown == klok.Klokstand("klaar", "Gemeld voor de klok liep", loopt=False)


def test_the_ap_was_told_before_the_clock_began(reported, acting_as, now):
    datalek_id = reported(ontdekt_op=now - timedelta(hours=9))
    with acting_as(FG) as by:
        actions.set_clock(datalek_id, vanaf=now - timedelta(hours=2), reden="Pas toen zeker.", by=by, at=now)
        actions.decide(datalek_id, besluit(), by=by, at=now)
        actions.tell_ap(datalek_id, op=now - timedelta(hours=5), kenmerk="AP-1", by=by, at=now)
        (line,) = clocks(by=by, now=now)
        assert (line.klok.tekst, line.klok.soort) == ("Gemeld voor de klok liep", "klaar")


def test_it_was_decided_before_the_clock_began(reported, acting_as, now):
    datalek_id = reported(ontdekt_op=now - timedelta(hours=9))
    with acting_as(FG) as by:
        actions.decide(datalek_id, besluit(**NIEMAND), by=by, at=now)
        later = now + timedelta(hours=3)
        actions.set_clock(datalek_id, vanaf=later, reden="Pas toen zeker.", by=by, at=later)
        (line,) = clocks(by=by, now=later)
        assert line.klok.tekst == "Besloten niet te melden voor de klok liep"


def test_no_clock_begins_before_the_law_did(reported, acting_as, now):
    datalek_id = reported()
    first = datetime(2018, 5, 25, tzinfo=ZoneInfo("Europe/Amsterdam"))
    with acting_as(FG) as by:
        with pytest.raises(Onvolledig, match="25 mei 2018"):
            actions.set_clock(
                datalek_id, vanaf=first - timedelta(minutes=1), reden="Lang bekend.", by=by, at=now
            )
        actions.set_clock(datalek_id, vanaf=first, reden="Lang bekend.", by=by, at=now)
