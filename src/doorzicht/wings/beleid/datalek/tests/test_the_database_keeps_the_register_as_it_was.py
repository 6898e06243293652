"""Around the verbs, as code that forgot everything would: the database holds who decides and what never changes."""

import pytest
from django.db import DatabaseError, IntegrityError, ProgrammingError, connection, transaction

from doorzicht.ground.vault.api import open_dossier
from doorzicht.wings.beleid.datalek import actions
from doorzicht.wings.beleid.datalek.models import Datalek, Datalekbesluit
from doorzicht.wings.beleid.datalek.tests.conftest import FEITEN, FG, NIEMAND, PRIVACY, besluit
from doorzicht.wings.beleid.datalek.workflow import OngeldigeStap


def _insert(datalek_id, door, **changes) -> None:
    key = open_dossier(datalek_id)
    row = Datalekbesluit(
        **key.row(),
        **(
            {"datalek_id": datalek_id, "ap": True, "betrokkenen": True, "uitzondering": "", "door": door}
            | changes
        ),
        op=Datalek.objects.get(pk=datalek_id).gemeld_op,
    )
    key.encrypt(row, "ap_reden", "waarom")
    key.encrypt(row, "betrokkenen_reden", "waarom")
    row.save(force_insert=True)


@pytest.mark.parametrize(
    ("who", "door", "changes", "sqlstate"),
    [
        (PRIVACY, PRIVACY, NIEMAND, "DZ032"),
        (PRIVACY, PRIVACY, {"betrokkenen": False, "uitzondering": "onleesbaar"}, "DZ032"),
        (PRIVACY, FG, NIEMAND, "DZ031"),
        ("noor.voorbeeld", "noor.voorbeeld", {}, "DZ032"),
    ],
)
def test_the_database_itself_leaves_not_telling_to_the_fg(
    reported, acting_as, actor, who, door, changes, sqlstate
):
    datalek_id = reported()
    with acting_as(who), pytest.raises(DatabaseError) as refused, transaction.atomic():
        _insert(datalek_id, actor(door).medewerker_id, **changes)
    assert refused.value.__cause__.sqlstate == sqlstate


def test_the_database_refuses_telling_people_without_the_ap(reported, acting_as):
    datalek_id = reported()
    with acting_as(FG) as by, pytest.raises(IntegrityError, match="hoog_risico"), transaction.atomic():
        _insert(datalek_id, by.medewerker_id, ap=False)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE beleid_datalek SET ontdekt_op = now()",
        "UPDATE beleid_datalek SET omschrijving = NULL",
        "UPDATE beleid_datalek SET gemeld_door = gen_random_uuid()",
        "UPDATE beleid_datalekbesluit SET ap = false",
        "TRUNCATE beleid_datalek",
    ],
)
def test_what_was_reported_and_decided_cannot_be_changed(reported, acting_as, now, statement):
    datalek_id = reported()
    with acting_as(FG) as by:
        actions.decide(datalek_id, besluit(), by=by, at=now)
    with acting_as(FG), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(statement)


def test_nothing_leaves_the_register_while_its_dossier_lives(reported, acting_as, now):
    datalek_id = reported()
    with acting_as(FG) as by:
        actions.decide(datalek_id, besluit(), by=by, at=now)
        assert Datalekbesluit.objects.all().delete()[0] == 0
        assert Datalek.objects.all()._raw_delete("default") == 0
        assert Datalek.objects.filter(pk=datalek_id).exists()


def test_a_closed_breach_does_not_change(reported, acting_as, now):
    datalek_id = reported()
    with acting_as(FG) as by:
        actions.decide(datalek_id, besluit(**NIEMAND), by=by, at=now)
        actions.add_facts(datalek_id, FEITEN, by=by, at=now)
        actions.close(datalek_id, by=by, at=now)
        with pytest.raises(OngeldigeStap):
            actions.add_facts(datalek_id, FEITEN, by=by, at=now)
        with pytest.raises(DatabaseError) as refused, transaction.atomic():
            Datalek.objects.filter(pk=datalek_id).update(status="gemeld")
    assert refused.value.__cause__.sqlstate == "DZ033"
