"""Signaleren looks at its own verstrekking: accepted, decided or given back, and the melding follows."""

from datetime import timedelta

import pytest

from doorzicht.ground.access.api import Actor, Geweigerd, context
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.melding.workflow import check_move
from doorzicht.wings.signaleren.weging import jobs, volgen, voordragen
from doorzicht.wings.signaleren.weging.invoer import Checkbesluit
from doorzicht.wings.signaleren.weging.models import Voordracht, VoordrachtVeld
from doorzicht.wings.signaleren.weging.tests.conftest import status


@pytest.fixture
def offered(proposed, cast, now):
    """A melding of which a field was offered to the overleg; its id and that of the verstrekking."""
    melding_id, check_id = proposed("plaats")
    with context(cast("sietse")) as sietse:
        released = set(VoordrachtVeld.objects.values_list("id", flat=True))
        agreed = Checkbesluit("akkoord", "Zo min mogelijk.")
        voordragen.decide_fields(check_id, agreed, vrijgegeven=released, by=sietse, at=now)
        return melding_id, Voordracht.objects.get().verstrekking_id


def test_until_somebody_answers_it_stays_offered(offered, cast, now):
    with context(cast("noor")) as noor:
        assert volgen.follow(by=noor, at=now) == 0
        assert status(offered[0]) == "aangeboden"


def test_accepted_is_on_the_agenda_and_a_besluit_follows(offered, cast, now):
    melding_id, given = offered
    with context(cast("bram")) as bram:
        verstrekking.accept(given, by=bram, at=now)
    with context(cast("noor")) as noor:
        assert volgen.follow(by=noor, at=now) == 1
        assert status(melding_id) == "in_overleg"
    with context(cast("bram")) as bram:
        verstrekking.report_back(given, stand="besloten", tekst="Er is iets gedaan.", by=bram, at=now)
    with context(cast("noor")) as noor:
        volgen.follow(by=noor, at=now)
        assert status(melding_id) == "besloten"


def test_a_melding_that_went_on_has_a_new_last_day(offered, cast, now):
    melding_id, given = offered
    with context(cast("bram")) as bram:
        verstrekking.accept(given, by=bram, at=now)
    with context(cast("noor")) as noor:
        volgen.follow(by=noor, at=now)
        assert last_day_of(melding_id) == catalogus.last_day("verstrekking-geldig", begin=local_day(now))
    with context(cast("bram")) as bram:
        verstrekking.report_back(given, stand="besloten", tekst="Er is iets gedaan.", by=bram, at=now)
    with context(cast("noor")) as noor:
        volgen.follow(by=noor, at=now)
        assert last_day_of(melding_id) == catalogus.last_day("terugkoppeling", begin=local_day(now))


def last_day_of(melding_id):
    return Melding.objects.get(pk=melding_id).uiterlijk


def test_refused_comes_back_to_be_analysed(offered, cast, now):
    with context(cast("bram")) as bram:
        verstrekking.refuse(offered[1], reden="geen taak", by=bram, at=now)
    with context(cast("noor")) as noor:
        volgen.follow(by=noor, at=now)
        assert status(offered[0]) == "vervolganalyse"


def test_what_ran_out_comes_back_before_any_job_came_by(offered, cast, now):
    with context(cast("noor")) as noor:
        volgen.follow(by=noor, at=now + timedelta(days=40))
        assert status(offered[0]) == "vervolganalyse"


def test_the_job_follows_without_anybody_looking(offered, cast, now):
    with context(cast("bram")) as bram:
        verstrekking.accept(offered[1], by=bram, at=now)
    jobs.follow(timestamp=0)
    with context(cast("noor")):
        assert status(offered[0]) == "in_overleg"


def test_another_municipality_moves_nothing(offered, cast, now):
    with context(cast("bram")) as bram:
        verstrekking.accept(offered[1], by=bram, at=now)
    with context(Actor.systeem("0232")) as house:
        assert volgen.follow(by=house, at=now) == 0


def test_whoever_only_reads_may_not_move_it(offered, cast, now):
    with context(cast("merel")) as merel, pytest.raises(Geweigerd):
        volgen.follow(by=merel, at=now)


@pytest.mark.parametrize("van", volgen.ONDERWEG)
@pytest.mark.parametrize("status", ["aangeboden", "aangenomen", "afgewezen", "ingetrokken", "verlopen"])
@pytest.mark.parametrize("stand", ["", "op_agenda", "doorgeschoven", "besloten", "vervallen"])
def test_every_answer_leads_along_the_table_of_moves(van, status, stand):
    for naar in volgen.steps(van, status=status, stand=stand):
        check_move(van, naar, "overleg")
        van = naar
