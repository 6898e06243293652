"""Around the verbs, as code that forgot everything would: codes, days and numbers are held by the database."""

import os
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.vault.api import open_dossier
from doorzicht.wings.signaleren.melding import actions
from doorzicht.wings.signaleren.melding.invoer import MeldingInvoer, PersoonInvoer, WaarnemingInvoer
from doorzicht.wings.signaleren.melding.models import (
    AcuteStap,
    Bericht,
    Melding,
    Persoon,
    RolVanPersoon,
    Samenvoeging,
    Waarneming,
)
from doorzicht.wings.signaleren.melding.ontvangen import receive


def _received(by: Actor) -> UUID:
    person = PersoonInvoer("de vrouw", "meerderjarig", rollen=("slachtoffer",))
    seen = (WaarnemingInvoer(soort="locatie", toelichting="Een loods."),)
    invoer = MeldingInvoer(
        "medewerker", os.urandom(32), "label", "verhaal", personen=(person,), waarnemingen=seen
    )
    return receive(invoer, by=by, at=timezone.now()).melding_id


@pytest.fixture
def noor(actor):
    """Noor, at work."""
    with context(actor("noor.voorbeeld")) as by:
        yield by


@pytest.fixture
def melding_id(noor) -> UUID:
    """A melding with a person in a role and something that was seen."""
    return _received(noor)


@pytest.mark.parametrize(
    ("model", "changes", "name"),
    [
        (Melding, {"status": "kwijt"}, "melding_codes"),
        (Melding, {"route": "omweg"}, "melding_codes"),
        (Melding, {"spoed": "straks"}, "melding_codes"),
        (Melding, {"leeftijd": "12"}, "melding_codes"),
        (Melding, {"gebied": "elders"}, "melding_codes"),
        (Persoon, {"leeftijd": "12"}, "persoon_codes"),
        (RolVanPersoon, {"rol": "dader"}, "rol_codes"),
        (Waarneming, {"soort": "gerucht"}, "waarneming_codes"),
    ],
)
def test_a_code_that_nobody_knows_is_refused(melding_id, model, changes, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        model.objects.filter(dossier_id=melding_id).update(**changes)


def test_a_call_of_an_unknown_kind_is_refused(melding_id, noor):
    row = open_dossier(melding_id).row()
    with pytest.raises(IntegrityError, match="acutestap_codes"), transaction.atomic():
        AcuteStap.objects.create(**row, soort="gemaild", op=timezone.now(), door=noor.mens)


def test_a_role_does_not_end_before_it_begins_and_may_end_that_day(melding_id):
    role = RolVanPersoon.objects.get(dossier_id=melding_id)
    mine = RolVanPersoon.objects.filter(pk=role.pk)
    with pytest.raises(IntegrityError, match="rol_eindigt_na_begin"), transaction.atomic():
        mine.update(tot=role.vanaf - timedelta(days=1))
    assert mine.update(tot=role.vanaf) == 1


@pytest.mark.parametrize(
    ("model", "fields", "name"),
    [
        (Waarneming, {"soort": "locatie"}, "waarneming_volgnummer"),
        (Bericht, {"van_melder": True, "dag": timezone.localdate()}, "bericht_volgnummer"),
    ],
)
def test_a_number_is_given_once_within_a_melding(melding_id, noor, model, fields, name):
    here, there = open_dossier(melding_id).row(), open_dossier(_received(noor)).row()
    model.objects.create(**here, **fields, volgnummer=7)
    model.objects.create(**there, **fields, volgnummer=7)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        model.objects.create(**here, **fields, volgnummer=7)


def test_a_melding_goes_on_under_one_other_at_a_time(melding_id, noor):
    at, other = timezone.now(), _received(noor)
    for each in (melding_id, other):
        actions.open_melding(each, by=noor, at=at)
    actions.merge(melding_id, other, reden="Dezelfde plek.", by=noor, at=at)
    row = open_dossier(melding_id).row() | {
        "in_melding_id": other, "status_ervoor": "gelezen", "door": noor.mens, "op": at,
    }  # fmt: skip
    with pytest.raises(IntegrityError, match="samenvoeging_een_open"), transaction.atomic():
        Samenvoeging.objects.create(**row)
    actions.split(melding_id, by=noor, at=at)
    assert actions.merge(melding_id, other, reden="Toch.", by=noor, at=at)
