"""Once offered, the application itself cannot change what was released, to whom, or until when."""

import pytest
from django.db import DatabaseError, transaction

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.verstrekking.models import Verstrekking, VrijgegevenVeld


@pytest.mark.parametrize(
    "wijziging",
    [{"aan_organisatie_id": "0232"}, {"doel": b"anders"}, {"grondslag": "x"}, {"slachtoffer": False}],
)
def test_the_row_keeps_what_it_said(offered, wijziging):
    row = offered()

    with context(Actor.systeem("0246")):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Verstrekking.objects.filter(pk=row.id).update(**wijziging)


def test_the_end_may_not_be_moved(offered, now):
    row = offered()

    with context(Actor.systeem("0246")):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Verstrekking.objects.filter(pk=row.id).update(vervalt_op=now)


def test_a_released_field_keeps_its_content(offered):
    row = offered()

    with context(Actor.systeem("0246")):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            VrijgegevenVeld.objects.filter(dossier_id=row.id).update(inhoud=b"anders")
