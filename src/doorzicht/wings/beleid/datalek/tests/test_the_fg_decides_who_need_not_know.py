"""Must the AP know, must the people know, with reason. Not telling somebody is for the FG."""

from datetime import timedelta

import pytest

from doorzicht.ground.access.api import Geweigerd
from doorzicht.wings.beleid.datalek import actions
from doorzicht.wings.beleid.datalek.models import Datalek
from doorzicht.wings.beleid.datalek.selectors import read_datalek
from doorzicht.wings.beleid.datalek.tests.conftest import (
    BALIE,
    FEITEN,
    FG,
    NIEMAND,
    PRIVACY,
    besluit,
)
from doorzicht.wings.beleid.datalek.workflow import OngeldigeStap, Onvolledig


def status(datalek_id) -> str:
    return Datalek.objects.get(pk=datalek_id).status


def test_the_privacyfunctionaris_may_decide_that_everybody_must_know(reported, acting_as, now):
    datalek_id = reported()
    with acting_as(PRIVACY) as by:
        actions.decide(datalek_id, besluit(), by=by, at=now)
        assert status(datalek_id) == "beoordeeld"


@pytest.mark.parametrize("not_told", [NIEMAND, {"betrokkenen": False, "uitzondering": "onleesbaar"}])
def test_only_the_fg_decides_that_somebody_need_not_know(reported, acting_as, now, not_told):
    datalek_id = reported()
    with acting_as(PRIVACY) as by, pytest.raises(Geweigerd, match="kan alleen met de FG"):
        actions.decide(datalek_id, besluit(**not_told), by=by, at=now)
    with acting_as(FG) as by:
        actions.decide(datalek_id, besluit(**not_told), by=by, at=now)
        assert status(datalek_id) == "beoordeeld"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"ap_reden": " "}, "ap_reden"),
        ({"betrokkenen_reden": ""}, "betrokkenen_reden"),
        ({"ap": False}, "ap"),
        ({"betrokkenen": False}, "uitzondering"),
        ({"betrokkenen": False, "uitzondering": "geen zin"}, "uitzondering"),
        ({"uitzondering": "onleesbaar"}, "uitzondering"),
    ],
)
def test_a_decision_without_its_reason_is_refused(reported, acting_as, now, changes, field):
    datalek_id = reported()
    with acting_as(FG) as by, pytest.raises(Onvolledig) as refused:
        actions.decide(datalek_id, besluit(**changes), by=by, at=now)
    assert field in refused.value.fouten


def test_nobody_else_handles_a_breach(reported, acting_as, now):
    datalek_id = reported()
    for who in (BALIE, "noor.voorbeeld", "bert.knoppen"):
        with acting_as(who) as by:
            for verb in (
                lambda by=by: actions.decide(datalek_id, besluit(), by=by, at=now),
                lambda by=by: actions.add_facts(datalek_id, FEITEN, by=by, at=now),
                lambda by=by: actions.close(datalek_id, by=by, at=now),
            ):
                with pytest.raises(Geweigerd):
                    verb()


def test_another_municipality_finds_nothing(reported, acting_as, now):
    datalek_id = reported()
    with acting_as("puck.elders") as by:
        assert not Datalek.objects.exists()
        with pytest.raises(Datalek.DoesNotExist):
            read_datalek(datalek_id, by=by)
        with pytest.raises(Datalek.DoesNotExist):
            actions.decide(datalek_id, besluit(), by=by, at=now)


def test_a_new_decision_leaves_the_old_one_standing(reported, acting_as, now):
    datalek_id = reported()
    with acting_as(FG) as by:
        actions.decide(datalek_id, besluit(**NIEMAND), by=by, at=now)
        actions.decide(datalek_id, besluit(), by=by, at=now + timedelta(minutes=1))
        sheet = read_datalek(datalek_id, by=by)
        assert [b.rij.ap for b in sheet.besluiten] == [False, True]
        assert sheet.besluit.rij.ap is True


# ---- the AP and the people


def test_the_ap_is_told_after_the_decision_and_with_its_number(reported, acting_as, now):
    datalek_id = reported()
    with acting_as(PRIVACY) as by:
        with pytest.raises(OngeldigeStap):
            actions.tell_ap(datalek_id, op=now, kenmerk="AP-1", by=by, at=now)
        actions.decide(datalek_id, besluit(), by=by, at=now)
        with pytest.raises(Onvolledig, match="nummer"):
            actions.tell_ap(datalek_id, op=now, kenmerk=" ", by=by, at=now)
        actions.tell_ap(datalek_id, op=now, kenmerk="AP-1", by=by, at=now)
        assert status(datalek_id) == "gemeld_ap"


def test_where_it_was_decided_not_to_tell_the_ap_nobody_records_that_it_was_told(reported, acting_as, now):
    datalek_id = reported()
    with acting_as(FG) as by:
        actions.decide(datalek_id, besluit(**NIEMAND), by=by, at=now)
        with pytest.raises(OngeldigeStap, match="hoeft te weten"):
            actions.tell_ap(datalek_id, op=now, kenmerk="AP-1", by=by, at=now)


def test_later_than_seventy_two_hours_needs_the_reason(reported, acting_as, now):
    datalek_id = reported(ontdekt_op=now - timedelta(hours=72, minutes=1))
    with acting_as(PRIVACY) as by:
        actions.decide(datalek_id, besluit(), by=by, at=now)
        with pytest.raises(Onvolledig, match="72 uur"):
            actions.tell_ap(datalek_id, op=now, kenmerk="AP-1", by=by, at=now)
        actions.tell_ap(
            datalek_id, op=now, kenmerk="AP-1", laat_reden="De mail lag drie dagen stil.", by=by, at=now
        )
        assert read_datalek(datalek_id, by=by).tekst["ap_laat_reden"] == "De mail lag drie dagen stil."


def test_within_seventy_two_hours_no_reason_is_asked(reported, acting_as, now):
    datalek_id = reported(ontdekt_op=now - timedelta(hours=71, minutes=59))
    with acting_as(PRIVACY) as by:
        actions.decide(datalek_id, besluit(), by=by, at=now)
        actions.tell_ap(datalek_id, op=now, kenmerk="AP-1", by=by, at=now)
        assert status(datalek_id) == "gemeld_ap"


@pytest.mark.parametrize("shift", [timedelta(minutes=2), -timedelta(hours=2)])
def test_nobody_is_told_before_the_discovery_or_in_the_future(reported, acting_as, now, shift):
    datalek_id = reported()
    with acting_as(PRIVACY) as by:
        actions.decide(datalek_id, besluit(), by=by, at=now)
        with pytest.raises(Onvolledig):
            actions.tell_ap(datalek_id, op=now + shift, kenmerk="AP-1", by=by, at=now)
        with pytest.raises(Onvolledig):
            actions.tell_people(datalek_id, op=now + shift, hoe="Per brief.", by=by, at=now)


def test_the_people_may_hear_it_before_the_ap(reported, acting_as, now):
    datalek_id = reported()
    with acting_as(PRIVACY) as by:
        actions.decide(datalek_id, besluit(), by=by, at=now)
        actions.tell_people(datalek_id, op=now, hoe="Gebeld.", by=by, at=now)
        actions.tell_ap(datalek_id, op=now, kenmerk="AP-1", by=by, at=now)
        assert status(datalek_id) == "ingelicht"


def test_once_the_ap_knows_that_cannot_be_decided_away(reported, acting_as, now):
    datalek_id = reported()
    with acting_as(FG) as by:
        actions.decide(datalek_id, besluit(), by=by, at=now)
        actions.tell_ap(datalek_id, op=now, kenmerk="AP-1", by=by, at=now)
        with pytest.raises(Onvolledig, match="De AP weet het al"):
            actions.decide(datalek_id, besluit(**NIEMAND), by=by, at=now)


# ---- closing


def test_it_closes_when_everybody_knows_and_the_facts_are_there(reported, acting_as, now):
    datalek_id = reported()
    with acting_as(PRIVACY) as by:
        actions.decide(datalek_id, besluit(), by=by, at=now)
        for missing in ("Meld het aan de AP", "Licht de betrokkenen in", "feiten, gevolgen en maatregelen"):
            with pytest.raises(Onvolledig, match=missing):
                actions.close(datalek_id, by=by, at=now)
        actions.tell_ap(datalek_id, op=now, kenmerk="AP-1", by=by, at=now)
        actions.tell_people(datalek_id, op=now, hoe="Gebeld.", by=by, at=now)
        actions.add_facts(datalek_id, FEITEN, by=by, at=now)
        actions.close(datalek_id, by=by, at=now)
        assert status(datalek_id) == "afgesloten"


def test_it_does_not_close_without_a_decision(reported, acting_as, now):
    datalek_id = reported()
    with acting_as(FG) as by:
        actions.add_facts(datalek_id, FEITEN, by=by, at=now)
        with pytest.raises(OngeldigeStap):
            actions.close(datalek_id, by=by, at=now)


def test_where_nobody_must_know_the_facts_are_still_asked(reported, acting_as, now):
    datalek_id = reported()
    with acting_as(FG) as by:
        actions.decide(datalek_id, besluit(**NIEMAND), by=by, at=now)
        with pytest.raises(Onvolledig, match="33 lid 5"):
            actions.close(datalek_id, by=by, at=now)
        actions.add_facts(datalek_id, FEITEN, by=by, at=now)
        actions.close(datalek_id, by=by, at=now)
        assert status(datalek_id) == "afgesloten"


# ---- the clock


def test_the_fg_sets_the_clock_with_a_reason_and_the_report_stays_as_it_was(reported, acting_as, now):
    datalek_id = reported()
    earlier = now - timedelta(hours=30)
    with acting_as(PRIVACY) as by, pytest.raises(Geweigerd):
        actions.set_clock(datalek_id, vanaf=earlier, reden="Eerder bekend.", by=by, at=now)
    with acting_as(FG) as by:
        with pytest.raises(Onvolledig):
            actions.set_clock(datalek_id, vanaf=earlier, reden=" ", by=by, at=now)
        with pytest.raises(Onvolledig):
            actions.set_clock(datalek_id, vanaf=now + timedelta(hours=1), reden="Later.", by=by, at=now)
        before = Datalek.objects.get(pk=datalek_id).ontdekt_op
        actions.set_clock(datalek_id, vanaf=earlier, reden="De helpdesk wist het eerder.", by=by, at=now)
        row = Datalek.objects.get(pk=datalek_id)
        assert (row.klok_vanaf, row.ontdekt_op) == (earlier, before)
