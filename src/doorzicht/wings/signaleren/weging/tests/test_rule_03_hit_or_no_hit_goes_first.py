"""Product rule 3: hit or no hit goes first, without counts; no hit ends it unless there is another ground."""

import pytest

from doorzicht.ground.access.api import context
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.weging import checks, voordragen
from doorzicht.wings.signaleren.weging.stand import read_standing
from doorzicht.wings.signaleren.weging.tests.conftest import status, voordracht
from doorzicht.wings.signaleren.weging.workflow import EerstVragen, StoptHier


def test_nothing_may_be_proposed_before_the_question_was_asked(in_analysis, cast, now):
    melding_id = in_analysis()
    with context(cast("noor")) as noor, pytest.raises(EerstVragen):
        voordragen.propose(melding_id, voordracht(), by=noor, at=now)


def test_not_seen_before_ends_it_here(in_analysis, cast, now):
    melding_id = in_analysis()
    with context(cast("noor")) as noor:
        assert checks.ask_seen_before(melding_id, by=noor, at=now) == {"telefoon": "geen"}
        with pytest.raises(StoptHier):
            voordragen.propose(melding_id, voordracht(), by=noor, at=now)
        assert status(melding_id) == "vervolganalyse"


def test_another_ground_written_down_may_carry_it_further(in_analysis, cast, now):
    melding_id = in_analysis()
    with context(cast("noor")) as noor:
        checks.ask_seen_before(melding_id, by=noor, at=now)
        voordragen.propose(melding_id, voordracht(andere_grond="Acute zorg van school."), by=noor, at=now)
        assert status(melding_id) == "privacycheck_2a"


def test_seen_before_is_a_yes_without_a_count(in_analysis, cast, now):
    in_analysis()
    in_analysis()
    melding_id = in_analysis()
    with context(cast("noor")) as noor:
        assert checks.ask_seen_before(melding_id, by=noor, at=now) == {"telefoon": "hit"}
        kept = read_standing(Melding.objects.get(pk=melding_id), by=noor).vrijgave.gezien
        assert kept == {"telefoon": "hit"}
        voordragen.propose(melding_id, voordracht(), by=noor, at=now)
        assert status(melding_id) == "privacycheck_2a"


def test_a_melding_that_was_never_released_is_not_found(melding, in_analysis, cast, now):
    melding()
    melding_id = in_analysis()
    with context(cast("noor")) as noor:
        assert checks.ask_seen_before(melding_id, by=noor, at=now) == {"telefoon": "geen"}


def test_where_only_other_sources_were_released_there_is_nothing_to_ask_first(in_analysis, cast, now):
    melding_id = in_analysis(vrijgegeven=["bag"])
    with context(cast("noor")) as noor:
        voordragen.propose(melding_id, voordracht(), by=noor, at=now)
        assert status(melding_id) == "privacycheck_2a"
