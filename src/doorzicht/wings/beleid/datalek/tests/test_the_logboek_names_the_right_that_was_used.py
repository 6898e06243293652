"""What only the FG may is logged under that right; what both may under the other."""

from datetime import timedelta

import pytest

from doorzicht.ground.logboek.models import Regel
from doorzicht.wings.beleid.datalek import actions
from doorzicht.wings.beleid.datalek.tests.conftest import FEITEN, FG, NIEMAND, besluit


@pytest.mark.parametrize(
    ("verb", "doel", "recht"),
    [
        (lambda i, **kw: actions.decide(i, besluit(**NIEMAND), **kw), "beoordelen", actions.NIET_MELDEN),
        (
            lambda i, **kw: actions.decide(i, besluit(betrokkenen=False, uitzondering="onleesbaar"), **kw),
            "beoordelen",
            actions.NIET_MELDEN,
        ),
        (lambda i, **kw: actions.decide(i, besluit(), **kw), "beoordelen", actions.BEHANDELEN),
        (
            lambda i, **kw: actions.set_clock(i, vanaf=kw["at"] - timedelta(hours=2), reden="r", **kw),
            "klok",
            actions.NIET_MELDEN,
        ),
        (lambda i, **kw: actions.add_facts(i, FEITEN, **kw), "aanvullen", actions.BEHANDELEN),
    ],
    ids=["niemand", "niet-de-mensen", "iedereen", "klok", "feiten"],
)
def test_the_right(reported, acting_as, now, verb, doel, recht):
    datalek_id = reported()
    with acting_as(FG) as by:
        verb(datalek_id, by=by, at=now)
        line = Regel.objects.get(handeling="wijzig", object_soort="datalek", object_ids=[datalek_id])
    assert (line.doel, line.recht) == (doel, recht)
