"""A melding straight to the aandachtsfunctionaris (A-01) is read by holder and deputy, and by nobody else."""

import os

import pytest
from django.utils import timezone

from doorzicht.ground.access.api import context
from doorzicht.wings.signaleren.melding import actions, selectors, werklijst
from doorzicht.wings.signaleren.melding.invoer import MeldingInvoer
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.melding.ontvangen import receive


@pytest.fixture
def direct(actor):
    with context(actor("fenna.verzonnen")) as fenna:
        invoer = MeldingInvoer(
            "medewerker", os.urandom(32), "Gaat over een collega", "Gevoelig.", route="functionaris"
        )
        return receive(invoer, by=fenna, at=timezone.now())


def test_the_functionary_and_the_deputy_may_read_it(direct, actor):
    for name in ("noor.voorbeeld", "bram.testman"):
        with context(actor(name)) as reader:
            assert werklijst.worklist(by=reader, today=timezone.localdate()).regels[0].nummer == direct.nummer
            actions.open_melding(direct.melding_id, by=reader, at=timezone.now())


def test_the_meldpunt_may_not_see_or_open_it(direct, actor):
    with context(actor("merel.meldpost")) as merel:
        assert werklijst.worklist(by=merel, today=timezone.localdate()).regels == ()
        assert selectors.by_number(direct.nummer, by=merel) is None
        with pytest.raises(Melding.DoesNotExist):
            actions.open_melding(direct.melding_id, by=merel, at=timezone.now())
