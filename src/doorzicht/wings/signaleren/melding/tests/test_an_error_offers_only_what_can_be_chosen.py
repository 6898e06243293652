"""An error that names an answer names one that stands among the choices of its question."""

import re

import pytest
from django import forms as django_forms

from doorzicht.wings.signaleren.melding import forms
from doorzicht.wings.signaleren.melding.belform import BelForm
from doorzicht.wings.signaleren.weging.checkforms import CheckForm
from doorzicht.wings.signaleren.weging.forms import MeebeslisForm, WegingForm
from doorzicht.wings.signaleren.weging.waarneemforms import LeeftijdForm

NAMED = re.compile("‘([^’]+)’")


@pytest.mark.django_db
def test_the_card_of_every_function():
    for code, _ in forms.kaarten():
        form = forms.KaartForm({}, kaart=code)
        assert not form.is_valid()
        for name, errors in form.errors.items():
            assert named_and_not_offered(form.fields[name], errors) == []


@pytest.mark.parametrize("kind", [BelForm, CheckForm, MeebeslisForm, LeeftijdForm])
def test_the_other_forms(kind):
    form = kind({})
    assert not form.is_valid()
    assert all(named_and_not_offered(form.fields[name], e) == [] for name, e in form.errors.items() if name)


@pytest.mark.django_db
def test_the_territory_may_be_unknown():
    labels = [label for _, label in WegingForm().fields["gebied"].choices]
    assert "Weet ik niet" in labels


def named_and_not_offered(field: django_forms.Field, errors) -> list[str]:
    offered = {str(label).lower() for _, label in getattr(field, "choices", [])}
    return [word for error in errors for word in NAMED.findall(error) if word.lower() not in offered]
