"""What the catalogue calls heavy waits for a second person, who is another one and says why."""

import pytest
from django.db import IntegrityError, transaction

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.melding.workflow import OngeldigeStap
from doorzicht.wings.signaleren.weging import actions
from doorzicht.wings.signaleren.weging.models import Weging
from doorzicht.wings.signaleren.weging.tests.conftest import besluit, persoon, status
from doorzicht.wings.signaleren.weging.workflow import NietDezelfde


@pytest.mark.parametrize(
    ("outcome", "leeftijd", "second"),
    [
        ("riec", "meerderjarig", True),
        ("niets", "minderjarig", True),
        ("niets", "onbekend", True),
        ("niets", "meerderjarig", False),
        ("afdeling", "minderjarig", False),
        ("vervolganalyse", "minderjarig", False),
    ],
)
def test_the_catalogue_says_which_decision_waits(melding, cast, now, outcome, leeftijd, second):
    melding_id = melding(persoon("ARB02", leeftijd=leeftijd), leeftijd=leeftijd)
    with context(cast("noor")) as noor:
        actions.record(melding_id, besluit(outcome), by=noor, at=now)
        assert (status(melding_id) == "tweede_mens") is second
        assert Melding.objects.get(pk=melding_id).verzegeld is (outcome == "niets" and not second)


@pytest.fixture
def waiting(melding, cast, now):
    """A melding that goes to the RIEC if a second person agrees."""
    melding_id = melding()
    with context(cast("noor")) as noor:
        actions.record(melding_id, besluit("riec"), by=noor, at=now)
    return melding_id


def test_another_person_may_agree_and_then_it_happens(waiting, cast, now):
    with context(cast("bram")) as bram:
        row = actions.decide_along(waiting, akkoord=True, reden="Eens met W1 en W2.", by=bram, at=now)
        assert status(waiting) == "overgedragen"
        assert (row.tweede_akkoord, row.tweede_door) == (True, bram.medewerker_id)


def test_another_person_may_disagree_and_then_it_is_weighed_again(waiting, cast, now):
    with context(cast("bram")) as bram:
        actions.decide_along(waiting, akkoord=False, reden="Te weinig.", by=bram, at=now)
        assert status(waiting) == "gelezen"
    with context(cast("noor")) as noor:
        actions.record(waiting, besluit("afdeling"), by=noor, at=now)
        assert [w.uitkomst for w in Weging.objects.order_by("volgnummer")] == ["riec", "afdeling"]


def test_the_same_person_may_not_be_the_second(waiting, cast, now):
    with context(cast("noor")) as noor, pytest.raises(NietDezelfde):
        actions.decide_along(waiting, akkoord=True, reden="Eens met mezelf.", by=noor, at=now)


def test_the_database_refuses_the_same_person_twice(waiting, cast, now):
    with context(cast("noor")) as noor, pytest.raises(IntegrityError), transaction.atomic():
        Weging.objects.update(tweede_door=noor.medewerker_id, tweede_akkoord=True)


def test_an_answer_is_given_once(waiting, cast, now):
    with context(cast("bram")) as bram:
        actions.decide_along(waiting, akkoord=False, reden="Te weinig.", by=bram, at=now)
        with pytest.raises(OngeldigeStap):
            actions.decide_along(waiting, akkoord=True, reden="Toch wel.", by=bram, at=now)


@pytest.mark.parametrize("who", ["merel", "sietse", "fenna"])
def test_nobody_without_that_right_may_be_the_second(waiting, cast, now, who):
    with context(cast(who)) as other, pytest.raises(Geweigerd):
        actions.decide_along(waiting, akkoord=True, reden="Eens.", by=other, at=now)
