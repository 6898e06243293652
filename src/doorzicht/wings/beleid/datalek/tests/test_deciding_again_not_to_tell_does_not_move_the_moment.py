"""A decision not to tell the AP that is confirmed later still counts from its first moment; one taken back does not."""

from datetime import timedelta

import pytest
from tests.support.pdftekst import words

from doorzicht.wings.beleid.datalek import actions, pdf, selectors
from doorzicht.wings.beleid.datalek.tests.conftest import FG, NIEMAND, besluit

FOUND = timedelta(hours=200)
EARLY, LATE = "Besloten niet te melden na 40 uur", "Besloten niet te melden na 100 uur, 28 uur te laat"


@pytest.mark.parametrize(
    ("taken", "text"),
    [
        ([(40, NIEMAND)], EARLY),
        ([(40, NIEMAND), (100, NIEMAND)], EARLY),
        ([(10, {}), (40, NIEMAND), (50, NIEMAND), (100, NIEMAND)], EARLY),
        ([(40, NIEMAND), (50, {}), (100, NIEMAND)], LATE),
    ],
)
def test_the_first_of_the_decisions_that_stand_together_counts(reported, acting_as, now, taken, text):
    start = now - FOUND
    datalek_id = reported(ontdekt_op=start)
    with acting_as(FG) as by:
        for hours, changes in taken:
            actions.decide(datalek_id, besluit(**changes), by=by, at=start + timedelta(hours=hours))
        (line,) = selectors.clocks(by=by, now=now)
        (also,) = selectors.register(by=by, now=now)
        assert line.klok.tekst == also.klok.tekst == text
        assert selectors.read_datalek(datalek_id, by=by).klok(now=now).tekst == text


def test_a_decision_taken_back_lets_the_clock_run(reported, acting_as, now):
    datalek_id = reported(ontdekt_op=now - timedelta(hours=60))
    with acting_as(FG) as by:
        actions.decide(datalek_id, besluit(**NIEMAND), by=by, at=now)
        actions.decide(datalek_id, besluit(), by=by, at=now + timedelta(minutes=1))
        (line,) = selectors.clocks(by=by, now=now + timedelta(minutes=1))
        assert line.klok.loopt


def test_the_document_for_the_ap_says_the_same(reported, acting_as, now):
    start = now - FOUND
    datalek_id = reported(ontdekt_op=start)
    with acting_as(FG) as by:
        for hours in (40, 100):
            actions.decide(datalek_id, besluit(**NIEMAND), by=by, at=start + timedelta(hours=hours))
        text = "".join(words(pdf.render(datalek_id, by=by, at=now)).split())
        assert "".join(EARLY.split()) in text
        assert "telaat" not in text
