"""A human records outcome and reason once; afterwards there is only supplementing. A draft can be taken up again."""

import pytest
from django.db import DatabaseError, transaction

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.lib.datums import local_day
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.weging import actions
from doorzicht.wings.signaleren.weging.models import Weging
from doorzicht.wings.signaleren.weging.stand import read_standing
from doorzicht.wings.signaleren.weging.tests.conftest import besluit, status
from doorzicht.wings.signaleren.weging.workflow import AlVastgelegd, Onvolledig


def test_outcome_and_reason_are_kept_as_they_were_written(melding, cast, now):
    melding_id = melding()
    with context(cast("noor")) as noor:
        actions.record(melding_id, besluit("afdeling"), by=noor, at=now)
        kept = read_standing(Melding.objects.get(pk=melding_id), by=noor).vastgelegd

        assert (kept.rij.uitkomst, kept.reden) == ("afdeling", "W1 en W2 steunen elkaar.")
        assert (kept.overdracht_aan, kept.rij.overdracht_op) == ("Leerplicht, Lies Leermans", local_day(now))
        assert kept.poorten.concreet_uitleg == "plaats en dag genoemd"
        assert len(kept.rij.waarnemingen) == 3
        assert status(melding_id) == "overgedragen"


def test_it_may_not_be_recorded_twice(melding, cast, now):
    melding_id = melding()
    with context(cast("noor")) as noor:
        actions.record(melding_id, besluit("afdeling"), by=noor, at=now)
        with pytest.raises(AlVastgelegd):
            actions.record(melding_id, besluit("niets"), by=noor, at=now)
        assert Weging.objects.count() == 1


def test_the_database_does_not_let_a_recorded_weighing_change(melding, cast, now):
    melding_id = melding()
    with context(cast("noor")) as noor:
        row = actions.record(melding_id, besluit("afdeling"), by=noor, at=now)
        for change in ({"uitkomst": "niets"}, {"reden": b"x"}, {"concept": True}, {"taak": "brp"}):
            with pytest.raises(DatabaseError), transaction.atomic():
                Weging.objects.filter(pk=row.id).update(**change)


def test_what_comes_later_is_added_to_it(melding, cast, now):
    melding_id = melding()
    with context(cast("noor")) as noor:
        actions.record(melding_id, besluit("afdeling"), by=noor, at=now)
        actions.supplement(melding_id, "Leerplicht belde terug.", by=noor, at=now)
        kept = read_standing(Melding.objects.get(pk=melding_id), by=noor).vastgelegd
        assert [text for _, text in kept.aanvullingen] == ["Leerplicht belde terug."]


def test_a_draft_decides_nothing_and_is_taken_up_again_by_the_deputy(melding, cast, now):
    melding_id = melding()
    with context(cast("noor")) as noor:
        actions.save_draft(melding_id, besluit("", reden="Nog niet af"), by=noor, at=now)
        assert status(melding_id) == "gelezen"
    with context(cast("bram")) as bram:
        sheet = read_standing(Melding.objects.get(pk=melding_id), by=bram)
        assert (sheet.concept.reden, sheet.vastgelegd) == ("Nog niet af", None)
        actions.record(melding_id, besluit("afdeling"), by=bram, at=now)
        assert [w.concept for w in Weging.objects.all()] == [False]


def test_without_a_reason_or_an_outcome_it_may_not_be_recorded(melding, cast, now):
    melding_id = melding()
    with context(cast("noor")) as noor:
        with pytest.raises(Onvolledig) as gaps:
            actions.record(melding_id, besluit("afdeling", reden="  "), by=noor, at=now)
        assert set(gaps.value.fouten) == {"reden"}
        with pytest.raises(Onvolledig) as gaps:
            actions.record(melding_id, besluit(""), by=noor, at=now)
        assert set(gaps.value.fouten) == {"uitkomst"}
        assert not Weging.objects.exists()


def test_a_hand_over_says_to_whom_when_and_how(melding, cast, now):
    melding_id = melding()
    empty = besluit("afdeling", overdracht_aan="", overdracht_op=None, overdracht_hoe="")
    with context(cast("noor")) as noor, pytest.raises(Onvolledig) as gaps:
        actions.record(melding_id, empty, by=noor, at=now)
    assert set(gaps.value.fouten) == {"overdracht_aan", "overdracht_op", "overdracht_hoe"}


@pytest.mark.parametrize("who", ["merel", "sietse", "fenna", "jet"])
def test_only_who_weighs_may_record(melding, cast, now, who):
    melding_id = melding()
    with context(cast(who)) as other, pytest.raises(Geweigerd):
        actions.record(melding_id, besluit("afdeling"), by=other, at=now)


def test_another_municipality_may_not_weigh_it(melding, cast, now):
    melding_id = melding()
    with context(cast("otto")) as otto, pytest.raises(Melding.DoesNotExist):
        actions.record(melding_id, besluit("afdeling"), by=otto, at=now)
