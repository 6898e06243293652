"""What is seen later does not slip into a weighing that was recorded; when it is weighed again it lies on the table."""

import pytest
from django.urls import reverse

from doorzicht.ground.access.api import context
from doorzicht.wings.signaleren.melding import actions as melding_actions
from doorzicht.wings.signaleren.melding.invoer import WaarnemingInvoer
from doorzicht.wings.signaleren.melding.models import Persoon
from doorzicht.wings.signaleren.weging import actions
from doorzicht.wings.signaleren.weging.tests.conftest import besluit, persoon

REASON = "Wie zijn papieren niet heeft, kan niet vrij weg: dwang."


@pytest.fixture
def later(melding, cast, now):
    """A melding to the RIEC that waits for a second person, with something seen after it was recorded."""
    melding_id = melding(persoon("ARB02"))
    with context(cast("noor")) as noor:
        actions.record(melding_id, besluit("riec"), by=noor, at=now)
        person_id = Persoon.objects.get().id
        melding_actions.add_observation(melding_id, WaarnemingInvoer("ARB04"), persoon_id=person_id, by=noor)
    return melding_id


def test_it_stands_apart_and_supports_nothing_in_the_recorded_weighing(later, client_of):
    page = client_of("bram").get(reverse("weging", kwargs={"melding_id": later})).content.decode()
    assert "Kwam na de weging. Telt daar niet in mee." in page
    assert REASON not in page


def test_it_counts_when_it_is_weighed_again(later, cast, now, client_of):
    with context(cast("bram")) as bram:
        actions.decide_along(later, akkoord=False, reden="Er is meer gezien.", by=bram, at=now)
    page = client_of("noor").get(reverse("weging", kwargs={"melding_id": later})).content.decode()
    assert "Kwam na de weging" not in page
    assert REASON in page
