"""Whoever reported with an account finds their own meldingen by a keyed mark. The rows do not name them."""

import os

import pytest
from django.db import connection
from django.utils import timezone

from doorzicht.ground.access.api import context
from doorzicht.ground.lib.rows import concrete_models
from doorzicht.wings.signaleren.melding import berichten, selectors
from doorzicht.wings.signaleren.melding.invoer import MeldingInvoer, PersoonInvoer, WaarnemingInvoer
from doorzicht.wings.signaleren.melding.ontvangen import receive


@pytest.fixture
def made_by_fenna(actor):
    with context(actor("fenna.verzonnen")) as fenna:
        seen = (WaarnemingInvoer("ARB10"),)
        person = PersoonInvoer("Persoon 1", rollen=("slachtoffer",), waarnemingen=seen)
        invoer = MeldingInvoer("medewerker", os.urandom(32), "Een label", "Een verhaal.", personen=(person,))
        return receive(invoer, by=fenna, at=timezone.now())


def test_the_reporter_finds_it_and_reads_what_was_said_back(made_by_fenna, actor):
    with context(actor("noor.voorbeeld")) as noor:
        berichten.answer(made_by_fenna.melding_id, "We kijken ernaar.", by=noor, at=timezone.now())

    with context(actor("fenna.verzonnen")) as fenna:
        [(melding, said)] = selectors.own_meldingen(by=fenna)

    assert melding.nummer == made_by_fenna.nummer
    assert [text for _, text, _ in said] == ["We kijken ernaar."]


def test_a_colleague_does_not_find_it_among_their_own(made_by_fenna, actor):
    for name in ("noor.voorbeeld", "otto.elders"):
        with context(actor(name)) as other:
            assert selectors.own_meldingen(by=other) == []


def test_no_row_of_the_dossier_names_who_reported(made_by_fenna, actor):
    with context(actor("fenna.verzonnen")) as fenna, connection.cursor() as cursor:
        for model in concrete_models():
            if model._meta.app_label != "signaleren":
                continue
            cursor.execute(f"SELECT string_agg(t::text, ' ') FROM {model._meta.db_table} t")
            assert str(fenna.medewerker_id) not in (cursor.fetchone()[0] or ""), model.__name__


def test_many_meldingen_cost_no_more_statements_than_one(actor, django_assert_num_queries):
    for many in (1, 3):
        with context(actor("fenna.verzonnen")) as fenna:
            made = [
                receive(MeldingInvoer("medewerker", os.urandom(32), "L", "V"), by=fenna, at=timezone.now())
                for _ in range(many)
            ]
        with context(actor("noor.voorbeeld")) as noor:
            for done in made:
                berichten.answer(done.melding_id, "We kijken ernaar.", by=noor, at=timezone.now())
        with context(actor("fenna.verzonnen")) as fenna, django_assert_num_queries(6):
            found = selectors.own_meldingen(by=fenna)
        assert all(len(said) == 1 for _, said in found)
