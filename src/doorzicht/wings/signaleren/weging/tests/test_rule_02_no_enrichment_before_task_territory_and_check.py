"""Product rule 2: no enrichment before a task, a territory check and privacycheck 1 are recorded."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.herkenning.models import Kenmerk
from doorzicht.wings.signaleren.melding import actions as melding_actions
from doorzicht.wings.signaleren.melding.invoer import GegevenInvoer
from doorzicht.wings.signaleren.weging import actions, checks
from doorzicht.wings.signaleren.weging.invoer import Checkbesluit
from doorzicht.wings.signaleren.weging.models import Privacycheck, Weging
from doorzicht.wings.signaleren.weging.tests.conftest import POORTEN, besluit, status
from doorzicht.wings.signaleren.weging.workflow import NietDezelfde, Onvolledig

AKKOORD = Checkbesluit("akkoord", "Passend bij de taak.")


@pytest.fixture
def asked(melding, cast, now):
    """A melding of which privacycheck 1 was asked."""
    melding_id = melding()
    with context(cast("noor")) as noor:
        actions.record(melding_id, besluit("vervolganalyse"), by=noor, at=now)
        return melding_id, Privacycheck.objects.get().id


@pytest.mark.parametrize(
    ("poorten", "field"),
    [
        (replace(POORTEN, taak=""), "taak"),
        (replace(POORTEN, taak="geen-taak"), "taak"),
        (replace(POORTEN, taak="bestaat-niet"), "taak"),
        (replace(POORTEN, gebied=""), "gebied"),
        (replace(POORTEN, gebied="nee"), "gebied"),
        (replace(POORTEN, gebied="onbekend"), "gebied"),
        (replace(POORTEN, concreet=None), "concreet"),
        (replace(POORTEN, recent_uitleg=""), "recent_uitleg"),
    ],
)
def test_without_a_gate_there_is_no_analysis(melding, cast, now, poorten, field):
    melding_id = melding()
    with context(cast("noor")) as noor, pytest.raises(Onvolledig) as gaps:
        actions.record(melding_id, besluit("vervolganalyse", poorten=poorten), by=noor, at=now)
    assert field in gaps.value.fouten


@pytest.mark.parametrize("outcome", ["afdeling", "riec"])
def test_without_a_task_nothing_is_handed_over_either(melding, cast, now, outcome):
    none = besluit(outcome, poorten=replace(POORTEN, taak="geen-taak"))
    melding_id = melding()
    with context(cast("noor")) as noor:
        with pytest.raises(Onvolledig):
            actions.record(melding_id, none, by=noor, at=now)
        actions.record(melding_id, replace(none, uitkomst="niets"), by=noor, at=now)


def test_the_database_refuses_a_recorded_analysis_without_task_or_territory(melding, cast, now):
    melding_id = melding()
    with context(cast("noor")) as noor:
        row = actions.save_draft(melding_id, besluit("vervolganalyse"), by=noor, at=now)
        for change in ({"taak": "geen-taak"}, {"gebied": "onbekend"}, {"concreet": None}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Weging.objects.filter(pk=row.id).update(concept=False, **change)


def test_before_the_check_nobody_may_ask_and_nothing_is_indexed(asked, cast, now):
    melding_id, _ = asked
    with context(cast("noor")) as noor:
        assert status(melding_id) == "privacycheck_1"
        assert not Kenmerk.objects.exists()
        with pytest.raises(Geweigerd):
            checks.ask_seen_before(melding_id, by=noor, at=now)


def test_after_the_check_exactly_the_released_kinds_may_be_asked(asked, cast, now):
    melding_id, check_id = asked
    with context(cast("sietse")) as sietse:
        checks.decide_sources(check_id, AKKOORD, vrijgegeven=["gezien-telefoon"], by=sietse, at=now)
    with context(cast("noor")) as noor:
        assert status(melding_id) == "vervolganalyse"
        assert set(Kenmerk.objects.values_list("soort", flat=True)) == {"telefoon"}
        assert checks.ask_seen_before(melding_id, by=noor, at=now) == {"telefoon": "geen"}


@pytest.mark.parametrize("answer", ["afgewezen", "tegenvoorstel"])
def test_a_refusal_opens_nothing_and_is_weighed_again(asked, cast, now, answer):
    melding_id, check_id = asked
    with context(cast("sietse")) as sietse:
        refused = Checkbesluit(answer, "Te ruim gevraagd.", "Vraag alleen het adres.")
        checks.decide_sources(check_id, refused, by=sietse, at=now)
    with context(cast("noor")) as noor:
        assert status(melding_id) == "gelezen"
        assert not Kenmerk.objects.exists()
        with pytest.raises(Geweigerd):
            checks.ask_seen_before(melding_id, by=noor, at=now)


def test_a_source_that_was_not_asked_cannot_be_released(asked, cast, now):
    _, check_id = asked
    with context(cast("sietse")) as sietse:
        for released in ([], ["gezien-kenteken"], ["gezien-telefoon", "brp-adres"]):
            with pytest.raises(Onvolledig):
                checks.decide_sources(check_id, AKKOORD, vrijgegeven=released, by=sietse, at=now)


@pytest.mark.parametrize("who", ["noor", "bram", "merel", "jet"])
def test_nobody_but_the_privacyfunctionaris_may_do_the_check(asked, cast, now, who):
    _, check_id = asked
    with context(cast(who)) as other, pytest.raises(Geweigerd):
        checks.decide_sources(check_id, AKKOORD, vrijgegeven=["bag"], by=other, at=now)


def test_who_weighed_may_not_do_the_check_even_with_that_role(asked, cast, now):
    _, check_id = asked
    noor = cast("noor")
    both = replace(noor, rollen=noor.rollen | {"privacyfunctionaris"})
    with context(both), pytest.raises(NietDezelfde):
        checks.decide_sources(check_id, AKKOORD, vrijgegeven=["bag"], by=both, at=now)


@pytest.mark.parametrize(("who", "stand_in"), [("sietse", False), ("pleun", True)])
def test_a_deputy_may_stand_in_and_that_is_recorded(asked, cast, now, who, stand_in):
    _, check_id = asked
    with context(cast(who)) as checker:
        done = checks.decide_sources(check_id, AKKOORD, vrijgegeven=["bag"], by=checker, at=now)
        assert (done.als_vervanger, done.door) == (stand_in, checker.medewerker_id)


def test_another_municipality_may_not_do_the_check(asked, cast, now):
    _, check_id = asked
    otto = cast("otto")
    checker = replace(otto, rollen=frozenset({"privacyfunctionaris"}))
    with context(checker), pytest.raises(Privacycheck.DoesNotExist):
        checks.decide_sources(check_id, AKKOORD, vrijgegeven=["bag"], by=checker, at=now)


def test_an_old_release_opens_nothing_once_it_is_weighed_again(in_analysis, cast, now):
    melding_id = in_analysis()
    with context(cast("noor")) as noor:
        actions.weigh_again(melding_id, by=noor, at=now)
        with pytest.raises(Geweigerd):
            checks.ask_seen_before(melding_id, by=noor, at=now)


def _seen(melding_id, cast, now):
    with context(cast("noor")) as noor:
        return checks.ask_seen_before(melding_id, by=noor, at=now)["telefoon"]


def test_what_was_split_off_after_the_check_is_not_asked_about_any_more(melding, cast, now):
    phone = {"gegevens": (GegevenInvoer("telefoon", "+31687654321"),)}
    elsewhere, other, melding_id = melding(**phone), melding(**phone), melding(gegevens=())
    _released(elsewhere, cast, now)
    with context(cast("noor")) as noor:
        melding_actions.merge(other, melding_id, reden="dezelfde loods", by=noor, at=now)
    _released(melding_id, cast, now)
    assert _seen(melding_id, cast, now) == "hit"

    with context(cast("noor")) as noor:
        melding_actions.split(other, by=noor, at=now)
        assert "telefoon" not in checks.ask_seen_before(melding_id, by=noor, at=now)


def test_what_was_merged_into_it_after_the_check_is_not_asked_about(melding, cast, now):
    phone = {"gegevens": (GegevenInvoer("telefoon", "+31687654321"),)}
    elsewhere, other, melding_id = melding(**phone), melding(**phone), melding()
    _released(elsewhere, cast, now)
    _released(melding_id, cast, now)
    with context(cast("noor")) as noor:
        later = now + timedelta(minutes=1)
        melding_actions.merge(other, melding_id, reden="dezelfde loods", by=noor, at=later)

    assert _seen(melding_id, cast, now) == "geen"


def _released(melding_id, cast, now):
    """Privacycheck 1 released the phone numbers of this melding."""
    with context(cast("noor")) as noor:
        actions.record(melding_id, besluit("vervolganalyse"), by=noor, at=now)
        check_id = Privacycheck.objects.get(dossier_id=melding_id).id
    with context(cast("sietse")) as sietse:
        checks.decide_sources(check_id, AKKOORD, vrijgegeven=["gezien-telefoon"], by=sietse, at=now)
