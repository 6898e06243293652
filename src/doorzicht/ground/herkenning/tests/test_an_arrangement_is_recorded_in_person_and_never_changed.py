"""Ground, arrangement and DPIA are recorded and withdrawn by the privacyfunctionaris in person; nobody changes them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, ProgrammingError, connection, transaction

from doorzicht.ground.access.api import Geweigerd
from doorzicht.ground.herkenning import api
from doorzicht.ground.herkenning.models import Regioafspraak
from doorzicht.ground.herkenning.tests.conftest import (
    ANDER,
    EPE_PRIVACY,
    PRIVACY,
    WEGER,
    afspraak_invoer,
)
from doorzicht.ground.logboek.models import Regel

NOW = datetime.now(UTC)
TODAY = NOW.date()


def _row(door, **changes) -> dict:
    fields = {
        "organisatie_id": "0246",
        "grondslag": "avg-6-1-e",
        "regeling": "zaak 1",
        "dpia": "zaak 2",
        "vastgesteld_op": TODAY - timedelta(days=2),
        "geldig_tot": TODAY + timedelta(days=9),
        "door": door,
        "op": NOW,
    }
    return fields | changes


def test_the_privacyfunctionaris_records_and_it_is_logged(arrange, acting_as, actor):
    made = arrange(PRIVACY)
    assert made.door == actor(PRIVACY).medewerker_id
    with acting_as(PRIVACY) as by:
        assert [row.id for row in api.own_afspraken(by=by)] == [made.id]
        assert Regel.objects.get(recht="regioafspraak.vastleggen").object_ids == [made.id]


@pytest.mark.parametrize("wie", [WEGER, "faye.toezicht", "bert.knoppen", "greet.ambtsketen"])
def test_nobody_else_records_or_withdraws(acting_as, arrange, wie):
    arrange(PRIVACY)
    with acting_as(wie) as by:
        with pytest.raises(Geweigerd):
            api.record_afspraak(afspraak_invoer(), by=by, at=NOW)
        with pytest.raises(Geweigerd):
            api.withdraw_afspraak(by=by, at=NOW)
    with acting_as(PRIVACY):
        assert Regioafspraak.objects.get().ingetrokken_op is None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"grondslag": ""}, "grondslag"),
        ({"regeling": "  "}, "regeling"),
        ({"dpia": ""}, "dpia"),
        ({"vastgesteld_op": TODAY + timedelta(days=2)}, "vastgesteld_op"),
        ({"geldig_tot": TODAY - timedelta(days=2)}, "geldig_tot"),
        ({"geldig_tot": TODAY + timedelta(days=365 * 3 + 2)}, "geldig_tot"),
        ({"vastgesteld_op": date(2024, 2, 29), "geldig_tot": date(2027, 3, 2)}, "geldig_tot"),
    ],
)
def test_what_is_missing_or_impossible_is_told_beside_its_field(acting_as, changes, field):
    with acting_as(PRIVACY) as by, pytest.raises(api.OngeldigeAfspraak) as refused:
        api.record_afspraak(afspraak_invoer(**changes), by=by, at=NOW)
    assert list(refused.value.velden) == [field]


def test_a_new_one_takes_the_place_of_the_old_one(arrange, acting_as):
    old, new = arrange(PRIVACY), arrange(PRIVACY)
    with acting_as(PRIVACY) as by:
        assert [(r.id, r.ingetrokken_op is None) for r in api.own_afspraken(by=by)] == [
            (new.id, True),
            (old.id, False),
        ]


@pytest.mark.parametrize(
    ("wie", "door", "changes", "sqlstate"),
    [
        (WEGER, WEGER, {}, "DZ023"),  # no privacyfunctionaris
        (WEGER, PRIVACY, {}, "DZ021"),  # in the name of one
        (EPE_PRIVACY, EPE_PRIVACY, {"organisatie_id": "0232", "ingetrokken_op": NOW}, "DZ022"),
        (PRIVACY, PRIVACY, {"vastgesteld_op": TODAY + timedelta(days=3)}, "DZ022"),  # of tomorrow
    ],
)
def test_the_database_itself_binds_it_to_the_person(acting_as, actor, wie, door, changes, sqlstate):
    """Around the API, as code that forgot everything would."""
    with acting_as(wie), pytest.raises(DatabaseError) as refused, transaction.atomic():
        Regioafspraak.objects.create(**_row(actor(door).medewerker_id, **changes))
    assert refused.value.__cause__.sqlstate == sqlstate


def test_nobody_records_for_another_municipality(acting_as, actor):
    row = _row(actor(EPE_PRIVACY).medewerker_id)
    with acting_as(EPE_PRIVACY), pytest.raises(DatabaseError), transaction.atomic():
        Regioafspraak.objects.create(**row)


def test_nobody_sees_or_ends_the_one_of_another_municipality(arrange, acting_as, actor):
    theirs = arrange(PRIVACY)
    with acting_as(EPE_PRIVACY) as by:
        assert not Regioafspraak.objects.exists()
        ended = Regioafspraak.objects.filter(pk=theirs.id).update(
            ingetrokken_op=NOW, ingetrokken_door=by.mens
        )
        assert ended == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE herkenning_regioafspraak SET geldig_tot = '2999-01-01'",
        "UPDATE herkenning_regioafspraak SET dpia = 'anders'",
        "UPDATE herkenning_regioafspraak SET organisatie_id = '0232'",
        "DELETE FROM herkenning_regioafspraak",
        "TRUNCATE herkenning_regioafspraak",
    ],
)
def test_nothing_of_it_can_be_changed_or_removed(arrange, acting_as, statement):
    arrange(PRIVACY)
    with acting_as(PRIVACY), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(statement)


def test_what_was_withdrawn_cannot_be_brought_back(arrange, acting_as):
    row = arrange(PRIVACY)
    with acting_as(PRIVACY) as by:
        api.withdraw_afspraak(by=by, at=NOW)
        for values in ({"ingetrokken_op": None, "ingetrokken_door": None}, {"ingetrokken_op": NOW}):
            with pytest.raises(DatabaseError) as refused, transaction.atomic():
                Regioafspraak.objects.filter(pk=row.id).update(**values)
            assert refused.value.__cause__.sqlstate in {"DZ021", "DZ022"}


def test_only_the_privacyfunctionaris_withdraws_in_raw_sql_too(arrange, acting_as):
    row = arrange(PRIVACY)
    with acting_as(WEGER) as by, pytest.raises(DatabaseError) as refused, transaction.atomic():
        Regioafspraak.objects.filter(pk=row.id).update(ingetrokken_op=NOW, ingetrokken_door=by.mens)
    assert refused.value.__cause__.sqlstate == "DZ023"


def test_two_cannot_run_at_the_same_time(arrange, acting_as):
    arrange(PRIVACY)
    with acting_as(PRIVACY) as by, pytest.raises(IntegrityError), transaction.atomic():
        Regioafspraak.objects.create(**_row(by.medewerker_id))


def test_whoever_weighs_and_the_fg_may_see_it_and_the_front_desk_may_not(arrange, acting_as):
    arrange(PRIVACY)
    for wie in (WEGER, "faye.toezicht"):
        with acting_as(wie) as by:
            assert len(api.own_afspraken(by=by)) == 1
    with acting_as("bas.balie") as by, pytest.raises(Geweigerd):
        api.own_afspraken(by=by)
    with acting_as(ANDER) as by:
        assert api.own_afspraken(by=by) == []
