"""Both sides of a merge name the other, until it is undone."""

import os

import pytest
from django.utils import timezone

from doorzicht.ground.access.api import context
from doorzicht.wings.signaleren.melding import actions, selectors
from doorzicht.wings.signaleren.melding.invoer import MeldingInvoer
from doorzicht.wings.signaleren.melding.ontvangen import Ontvangen, receive


@pytest.fixture
def two(actor) -> list[Ontvangen]:
    """Two meldingen that Noor opened; the second went on under the first."""
    with context(actor("fenna.verzonnen")) as fenna:
        made = [
            receive(MeldingInvoer("medewerker", os.urandom(32), label, ""), by=fenna, at=timezone.now())
            for label in ("eerste", "tweede")
        ]
    with context(actor("noor.voorbeeld")) as noor:
        for each in made:
            actions.open_melding(each.melding_id, by=noor, at=timezone.now())
        actions.merge(
            made[1].melding_id, made[0].melding_id, reden="Dezelfde plek.", by=noor, at=timezone.now()
        )
    return made


def _sheets(two, noor):
    return [selectors.read_sheet(actions.open_melding(m.melding_id, by=noor, at=timezone.now())) for m in two]


def test_each_names_the_other(two, actor):
    with context(actor("noor.voorbeeld")) as noor:
        main, merged = _sheets(two, noor)
    assert (main.samen_met, main.verder_onder) == ([(two[1].melding_id, two[1].nummer)], None)
    assert (merged.samen_met, merged.verder_onder) == ([], (two[0].melding_id, two[0].nummer))


def test_after_a_split_neither_does(two, actor):
    with context(actor("noor.voorbeeld")) as noor:
        actions.split(two[1].melding_id, by=noor, at=timezone.now())
        assert [(s.samen_met, s.verder_onder) for s in _sheets(two, noor)] == [([], None)] * 2
