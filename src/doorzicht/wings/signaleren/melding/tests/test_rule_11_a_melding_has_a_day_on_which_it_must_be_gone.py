"""Product rule 11: a melding that nobody ever touches again is still destroyed, by the rule of its channel."""

import os
from datetime import date

import pytest
from django.utils import timezone

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.bewaren.api import destruction_day
from doorzicht.ground.vault.models import Dossier
from doorzicht.wings.signaleren.melding.invoer import MeldingInvoer
from doorzicht.wings.signaleren.melding.ontvangen import receive


@pytest.mark.parametrize(("kanaal", "rule"), [("bewoner", "melding-open"), ("mma", "melding-mma")])
def test_the_day_is_set_when_it_comes_in(db, kanaal, rule):
    with context(Actor.melder("0246")) as melder:
        invoer = MeldingInvoer(kanaal, os.urandom(32), "Label", "Verhaal")
        done = receive(invoer, by=melder, at=timezone.now())
        dossier = Dossier.objects.get(pk=done.melding_id)

    assert dossier.bewaarregel == rule
    assert dossier.vernietigen_op == destruction_day(rule, from_day=timezone.localdate())
    assert dossier.vernietigen_op > date.today()
