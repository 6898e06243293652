"""Privacycheck 2A: fields are proposed and released one by one; the overleg gets those and nothing else."""

from dataclasses import replace
from datetime import timedelta

import pytest

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.ground.verstrekking.models import Verstrekking
from doorzicht.wings.signaleren.melding import actions as melding_actions
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.melding.workflow import OngeldigeStap
from doorzicht.wings.signaleren.weging import checks, voordragen
from doorzicht.wings.signaleren.weging.invoer import Checkbesluit
from doorzicht.wings.signaleren.weging.models import VoordrachtVeld
from doorzicht.wings.signaleren.weging.tests.conftest import persoon, status, voordracht
from doorzicht.wings.signaleren.weging.workflow import NietDezelfde, Onvolledig

AKKOORD = Checkbesluit("akkoord", "Zo min mogelijk.")


def fields(check_id) -> dict[str, VoordrachtVeld]:
    return {v.code: v for v in VoordrachtVeld.objects.all()}


def test_what_was_approved_and_nothing_else_is_offered_to_regie(proposed, cast, now):
    melding_id, check_id = proposed("plaats", "p1-waarnemingen", personen=[persoon("ARB02", "ARB04")])
    with context(cast("sietse")) as sietse:
        approved = {fields(check_id)["plaats"].id}
        voordragen.decide_fields(check_id, AKKOORD, vrijgegeven=approved, by=sietse, at=now)
    with context(cast("bram")) as bram:
        (head,) = verstrekking.offered_to("0246", "regie", by=bram, at=now)
        given = verstrekking.read(head.id, by=bram, at=now)
        assert [(v.code, v.inhoud) for v in given.velden] == [("plaats", "Verzonnenweg 12, 8181 ZZ Heerde")]
        assert {"Gezien bij persoon 1", "Wie meldde"} <= set(given.niet_vrijgegeven)
        assert (given.taak, given.grondslag, given.slachtoffer) == ("openbare-orde", "avg-6-1-e", True)
        assert (given.aangeboden_door, given.privacycheck_door) == (
            cast("noor").medewerker_id,
            cast("sietse").medewerker_id,
        )
        assert status(melding_id) == "aangeboden"


@pytest.mark.parametrize(
    ("leeftijd", "flag"), [("minderjarig", "ja"), ("onbekend", "onbekend"), ("meerderjarig", "nee")]
)
def test_age_and_victim_flag_travel_along_without_being_asked(proposed, cast, now, leeftijd, flag):
    _, check_id = proposed("plaats", personen=[persoon("ARB02", leeftijd=leeftijd)])
    with context(cast("sietse")) as sietse:
        voordragen.decide_fields(
            check_id, AKKOORD, vrijgegeven={fields(check_id)["plaats"].id}, by=sietse, at=now
        )
        row = Verstrekking.objects.get()
        assert (row.minderjarig, row.slachtoffer) == (flag, True)


def test_nothing_about_the_reporter_is_in_the_list_to_choose_from(in_analysis, cast):
    melding_id = in_analysis()
    with context(cast("noor")):
        options = voordragen.selectable(Melding.objects.get(pk=melding_id))
        words = " ".join(f"{o.code} {o.label} {o.inhoud}" for o in options)
    assert {o.code for o in options} >= {"plaats", "p1-waarnemingen", "los-telefoon-1", "plek"}
    for told in ("Melderson", "0611111111", "zes uur", "Zes bedden", "buurman"):
        assert told not in words


@pytest.mark.parametrize("code", ["melder", "verhaal", "contact", "p9-naam"])
def test_a_field_outside_the_list_may_not_be_chosen_whatever_is_sent(in_analysis, cast, now, code):
    melding_id = in_analysis(vrijgegeven=["bag"])
    with context(cast("noor")) as noor:
        with pytest.raises(Onvolledig) as gaps:
            voordragen.propose(melding_id, voordracht("plaats", code), by=noor, at=now)
        assert "velden" in gaps.value.fouten
        assert not VoordrachtVeld.objects.exists()


def test_every_field_says_why_it_is_needed_and_the_ground_purpose_and_end_are_there(in_analysis, cast, now):
    melding_id = in_analysis(vrijgegeven=["bag"])
    nothing = voordracht(
        label="", grondslag="zomaar", doel=" ", noodzaak="", vervalt_op=now - timedelta(days=1), velden=()
    )
    with context(cast("noor")) as noor, pytest.raises(Onvolledig) as gaps:
        voordragen.propose(melding_id, nothing, by=noor, at=now)
    assert set(gaps.value.fouten) == {"label", "grondslag", "doel", "noodzaak", "vervalt_op", "velden"}


@pytest.mark.parametrize("answer", ["afgewezen", "tegenvoorstel"])
def test_a_refusal_goes_back_with_the_reason_and_offers_nothing(proposed, cast, now, answer):
    melding_id, check_id = proposed("plaats")
    with context(cast("sietse")) as sietse:
        refused = Checkbesluit(answer, "Te veel.", "Alleen de straat.")
        voordragen.decide_fields(check_id, refused, by=sietse, at=now)
        assert status(melding_id) == "vervolganalyse"
        assert not Verstrekking.objects.exists()


def test_who_proposed_may_not_release_it(proposed, cast, now):
    _, check_id = proposed("plaats")
    noor = cast("noor")
    both = replace(noor, rollen=noor.rollen | {"privacyfunctionaris"})
    with context(both), pytest.raises(NietDezelfde):
        voordragen.decide_fields(check_id, AKKOORD, vrijgegeven=set(), by=both, at=now)


def test_with_nothing_released_it_may_not_be_approved(proposed, cast, now):
    _, check_id = proposed("plaats")
    with context(cast("sietse")) as sietse, pytest.raises(Onvolledig):
        voordragen.decide_fields(check_id, AKKOORD, vrijgegeven=set(), by=sietse, at=now)


def test_who_was_shut_out_meanwhile_may_not_have_it_offered_in_their_name(proposed, cast, now):
    melding_id, check_id = proposed("plaats")
    with context(cast("bram")) as bram:
        noor_id = cast("noor").medewerker_id
        melding_actions.recuse(melding_id, noor_id, reden="familie", by=bram, at=now)
    with context(cast("sietse")) as sietse:
        approved = {fields(check_id)["plaats"].id}
        with pytest.raises(voordragen.VoordragerKanNiet):
            voordragen.decide_fields(check_id, AKKOORD, vrijgegeven=approved, by=sietse, at=now)
        assert status(melding_id) == "privacycheck_2a"


def test_the_meldpunt_may_not_propose(in_analysis, cast, now):
    melding_id = in_analysis(vrijgegeven=["bag"])
    with context(cast("merel")) as merel, pytest.raises(Geweigerd):
        voordragen.propose(melding_id, voordracht(), by=merel, at=now)


def test_before_privacycheck_1_nothing_may_be_proposed(melding, cast, now):
    melding_id = melding()
    with context(cast("noor")) as noor:
        with pytest.raises(OngeldigeStap):
            voordragen.propose(melding_id, voordracht(), by=noor, at=now)
        with pytest.raises(Geweigerd):
            checks.ask_seen_before(melding_id, by=noor, at=now)
