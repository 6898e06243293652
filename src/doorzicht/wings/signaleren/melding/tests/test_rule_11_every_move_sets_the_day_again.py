"""Product rule 11: work moves the last day ahead, and an ended melding gets the day of its own rule."""

import os

import pytest
from django.utils import timezone

from doorzicht.ground.access.api import context
from doorzicht.ground.bewaren.api import destruction_day
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.vault.models import Dossier
from doorzicht.wings.signaleren.melding import actions
from doorzicht.wings.signaleren.melding.invoer import MeldingInvoer
from doorzicht.wings.signaleren.melding.ontvangen import receive


@pytest.fixture
def two(actor):
    with context(actor("fenna.verzonnen")) as fenna:
        invoer = [MeldingInvoer("medewerker", os.urandom(32), "Label", "Verhaal") for _ in range(2)]
        return [receive(i, by=fenna, at=timezone.now()).melding_id for i in invoer]


def _rule(melding_id) -> tuple[str, object]:
    dossier = Dossier.objects.get(pk=melding_id)
    return dossier.bewaarregel, dossier.vernietigen_op


def test_opening_begins_the_term_of_weighing_and_keeps_the_melding_a_year(two, actor):
    with context(actor("noor.voorbeeld")) as noor:
        melding = actions.open_melding(two[0], by=noor, at=timezone.now())
        today = timezone.localdate()
        assert _rule(two[0]) == ("melding-open", destruction_day("melding-open", from_day=today))
    assert melding.uiterlijk == catalogus.last_day("weging", begin=today)


def test_a_merged_melding_goes_by_its_own_rule_and_lives_again_when_split(two, actor):
    with context(actor("noor.voorbeeld")) as noor:
        actions.merge(two[0], two[1], reden="Zelfde loods.", by=noor, at=timezone.now())
        assert _rule(two[0])[0] == "melding-samengevoegd"
        actions.split(two[0], by=noor, at=timezone.now())
        assert _rule(two[0])[0] == "melding-open"
