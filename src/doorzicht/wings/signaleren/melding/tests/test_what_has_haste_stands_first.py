"""The worklist: danger, then care, then other haste, then news of a reporter, then by last day."""

import os
from datetime import timedelta

import pytest
from django.utils import timezone

from doorzicht.ground.access.api import context
from doorzicht.wings.signaleren.melding import werklijst
from doorzicht.wings.signaleren.melding.invoer import MeldingInvoer
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.melding.ontvangen import receive

IN_ORDER = (
    ("gevaar", {"spoed": "acuut", "leeftijd": "meerderjarig"}, 0),
    ("haast, leeftijd onbekend", {"spoed": "spoed", "leeftijd": "onbekend"}, 0),
    ("kind, gisteren", {"leeftijd": "minderjarig"}, 1),
    ("haast, volwassen", {"spoed": "spoed", "leeftijd": "meerderjarig"}, 3),
    ("schreef nog iets", {"leeftijd": "meerderjarig"}, 2),
    ("lang geleden", {"leeftijd": "meerderjarig"}, 30),
    ("vandaag", {"leeftijd": "meerderjarig"}, 0),
)


@pytest.fixture
def lines(actor) -> list[werklijst.Regel]:
    """The worklist of Noor with one melding of each kind, entered the other way round."""
    with context(actor("fenna.verzonnen")) as fenna:
        for label, fields, days in reversed(IN_ORDER):
            at = timezone.now() - timedelta(days=days)
            receive(MeldingInvoer("medewerker", os.urandom(32), label, "", **fields), by=fenna, at=at)
    with context(actor("noor.voorbeeld")) as noor:
        found = {
            line.label: line.id for line in werklijst.worklist(by=noor, today=timezone.localdate()).regels
        }
        Melding.objects.filter(pk=found["schreef nog iets"]).update(nieuw_bericht=timezone.localdate())
        return list(werklijst.worklist(by=noor, today=timezone.localdate()).regels)


def test_each_kind_of_haste_has_its_place(lines):
    assert [line.label for line in lines] == [label for label, _, _ in IN_ORDER]


def test_care_goes_first_for_danger_for_a_child_and_with_haste_for_who_may_be_one(lines):
    assert [line.label for line in lines if line.zorg_eerst] == [label for label, _, _ in IN_ORDER[:3]]
