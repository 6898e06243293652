"""Once offered, the application itself cannot change what was released, to whom, or until when."""

import pytest
from django.db import DatabaseError, transaction

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.verstrekking.models import Verstrekking, VrijgegevenVeld


@pytest.fixture
def row(offered):
    """An offer, seen with the widest rights the application ever has: those of a job of the house."""
    with context(Actor.systeem("0246")):
        yield offered()


@pytest.mark.parametrize(
    "wijziging",
    [{"aan_organisatie_id": "0232"}, {"doel": b"anders"}, {"grondslag": "x"}, {"slachtoffer": False}],
)
def test_the_row_keeps_what_it_said(row, wijziging):
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        Verstrekking.objects.filter(pk=row.id).update(**wijziging)


def test_the_end_may_not_be_moved(row, now):
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        Verstrekking.objects.filter(pk=row.id).update(vervalt_op=now)


def test_a_released_field_keeps_its_label_and_its_reason(row):
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        VrijgegevenVeld.objects.filter(dossier_id=row.id).update(waarom=b"anders")


def test_a_released_field_may_be_emptied_but_not_rewritten(row):
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        VrijgegevenVeld.objects.filter(dossier_id=row.id).update(inhoud=b"anders")

    assert VrijgegevenVeld.objects.filter(dossier_id=row.id).update(inhoud=None) == 2
