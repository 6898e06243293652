"""Whoever called says whom they spoke to. Whoever did not call says why, and is asked for nobody."""

import pytest

from doorzicht.wings.signaleren.melding.belform import BelForm
from doorzicht.wings.signaleren.melding.models import AcuteStap
from doorzicht.wings.signaleren.melding.toon import call


def test_not_called_needs_no_person():
    form = BelForm({"soort": "niet_nodig", "uitkomst": "Is 40 jaar; staat in het verhaal."})
    assert form.is_valid()
    assert form.cleaned_data["wie"] == ""


def test_not_called_still_needs_a_reason():
    assert "uitkomst" in BelForm({"soort": "niet_nodig"}).errors


@pytest.mark.parametrize("soort", sorted(AcuteStap.GEBELD))
def test_a_call_without_a_person_is_refused(soort):
    form = BelForm({"soort": soort, "uitkomst": "Zij kijken mee."})
    assert form.errors == {"wie": ["Schrijf op wie je sprak."]}


def test_every_kind_is_a_call_or_none():
    assert {*AcuteStap.GEBELD, "niet_nodig"} == set(AcuteStap.SOORTEN)


def test_the_time_line_ends_without_a_colon_when_nobody_was_called():
    assert call(AcuteStap(soort="niet_nodig"), "") == "Niet gebeld, met reden"
    assert call(AcuteStap(soort="112"), "de meldkamer") == "112 gebeld: de meldkamer"
