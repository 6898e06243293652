"""A read whose log row cannot be written is refused: the act and its row stand or fall together."""

from uuid import uuid4

import pytest
from django.db import DatabaseError
from tests.support.logregels import rows_of

from doorzicht.ground.access.api import context
from doorzicht.ground.logboek import api
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.logboek.tests.conftest import NOOR
from doorzicht.ground.organisaties.models import Organisatie


def _read() -> str:
    """What every question does: look, record, answer."""
    with context(NOOR):
        answer = Organisatie.objects.get(code="0246").naam
        api.record(NOOR, "lees", "melding", [uuid4()], recht="melding.lezen")
        return answer


def _change() -> None:
    """What every verb does: change, record."""
    with context(NOOR):
        Organisatie.objects.filter(code="0246").update(huisstijl="anders")
        api.record(NOOR, "wijzig", "organisatie", recht="beheer.instellingen")


def test_a_read_is_answered_when_its_row_is_written(logboek):
    assert _read() == "Heerde"
    assert len(logboek.ids()) == 1


def test_a_read_is_not_answered_when_the_row_is_refused(logboek):
    logboek.owner.execute("ALTER TABLE logboek_regel ADD CONSTRAINT vol CHECK (false) NOT VALID")

    with pytest.raises(DatabaseError):
        _read()
    assert logboek.ids() == []


def test_what_was_changed_in_the_same_act_is_undone_too(logboek):
    logboek.owner.execute("ALTER TABLE logboek_regel ADD CONSTRAINT vol CHECK (false) NOT VALID")

    with pytest.raises(DatabaseError):
        _change()
    assert Organisatie.objects.get(code="0246").huisstijl != "anders"


def test_a_row_outside_the_transaction_of_the_act_is_a_programming_error(transactional_db):
    with pytest.raises(api.GeenTransactie):
        api.record(NOOR, "lees", "melding", recht="melding.lezen")


def test_an_act_that_is_not_in_the_list_is_a_programming_error(db):
    with pytest.raises(ValueError, match="unknown act"), context(NOOR):
        api.record(NOOR, "gluren", "melding", recht="melding.lezen")


def test_a_list_of_many_is_one_row_with_many_ids(db):
    with context(NOOR):
        seen = [uuid4() for _ in range(100)]
        api.record(NOOR, "lees", "melding", seen, recht="melding.lijst")

        assert Regel.objects.get().object_ids == seen
        assert [r.recht for r in rows_of(seen[42], organisatie_id="0246")] == ["melding.lijst"]
        assert rows_of(seen[42], organisatie_id="0232") == []
