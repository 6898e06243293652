"""A melding that is received can be read back by the Meldpunt, is stored once, and holds nothing readable."""

import os

import pytest
from django.db import connection
from django.utils import timezone

from doorzicht.ground.access.api import Actor, Geweigerd, context
from doorzicht.wings.signaleren.melding import actions, selectors, werklijst
from doorzicht.wings.signaleren.melding.invoer import (
    GegevenInvoer,
    MeldingInvoer,
    PersoonInvoer,
    WaarnemingInvoer,
)
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.melding.ontvangen import receive


def invoer(**changes) -> MeldingInvoer:
    base = {
        "kanaal": "medewerker",
        "inzending": os.urandom(32),
        "label": "Slapen boven een loods",
        "verhaal": "Zes bedden op een rij achter de loods.",
        "personen": (
            PersoonInvoer(
                "Persoon 1",
                naam="Verzonnen Naam",
                rollen=("slachtoffer", "getuige"),
                waarnemingen=(WaarnemingInvoer("ARB10"), WaarnemingInvoer("ARB04")),
                gegevens=(GegevenInvoer("telefoon", "+31612345678"),),
            ),
        ),
        "waarnemingen": (WaarnemingInvoer("LOC02", "locatie"),),
    }
    return MeldingInvoer(**(base | changes))


def test_the_meldpunt_reads_back_what_an_employee_reported(actor):
    with context(actor("fenna.verzonnen")) as fenna:
        done = receive(invoer(), by=fenna, at=timezone.now())

    with context(actor("noor.voorbeeld")) as noor:
        sheet = selectors.read_sheet(actions.open_melding(done.melding_id, by=noor, at=timezone.now()))

    assert sheet.label == "Slapen boven een loods"
    assert sheet.personen[0].naam == "Verzonnen Naam"
    assert sheet.personen[0].huidige_rollen == ["getuige", "slachtoffer"]
    assert [w.rij.code for w in sheet.alle_waarnemingen] == ["LOC02", "ARB10", "ARB04"]


def test_the_same_submission_twice_is_one_melding_with_the_same_number(actor):
    same = invoer()
    with context(actor("fenna.verzonnen")) as fenna:
        first = receive(same, by=fenna, at=timezone.now())
        second = receive(same, by=fenna, at=timezone.now())
        assert Melding.objects.count() == 1

    assert first.nummer == second.nummer
    assert second.dubbel


def test_a_resident_gets_the_same_receipt_for_the_same_submission(actor):
    same = invoer(kanaal="bewoner")
    with context(Actor.melder("0246")) as melder:
        first = receive(same, by=melder, at=timezone.now())
        assert receive(same, by=melder, at=timezone.now()).code == first.code
        assert selectors.find_by_receipt(first.code.woorden, by=melder).id == first.melding_id
        assert selectors.find_by_receipt(first.code.cijfers, by=melder).id == first.melding_id


def test_a_zorgcoordinator_may_not_report_in_the_name_of_a_municipality(actor):
    with context(actor("zoe.zorgzaam")) as zoe, pytest.raises(Geweigerd):
        receive(invoer(), by=zoe, at=timezone.now())


def test_a_colleague_of_another_municipality_sees_nothing_of_it(actor):
    with context(actor("fenna.verzonnen")) as fenna:
        done = receive(invoer(), by=fenna, at=timezone.now())

    with context(actor("otto.elders")) as otto:
        assert werklijst.worklist(by=otto, today=timezone.localdate()).regels == ()
        with pytest.raises(Melding.DoesNotExist):
            actions.open_melding(done.melding_id, by=otto, at=timezone.now())


def test_receiving_takes_a_fixed_number_of_statements(actor, django_assert_num_queries):
    with context(actor("fenna.verzonnen")) as fenna, django_assert_num_queries(10):
        receive(invoer(), by=fenna, at=timezone.now())


def test_a_number_that_somebody_has_is_not_given_again(actor, monkeypatch):
    drawn = iter([7, 7, 7, 8])
    monkeypatch.setattr("secrets.randbelow", lambda _: next(drawn))
    with context(actor("fenna.verzonnen")) as fenna:
        numbers = [receive(invoer(), by=fenna, at=timezone.now()).nummer[-6:] for _ in range(2)]

    assert numbers == ["100007", "100008"]


def test_the_rows_hold_no_readable_word_of_the_story(actor):
    with context(actor("fenna.verzonnen")) as fenna:
        receive(invoer(), by=fenna, at=timezone.now())
        with connection.cursor() as cursor:
            cursor.execute("SELECT string_agg(m::text, ' ') FROM signaleren_melding m")
            text = cursor.fetchone()[0] + bytes(Melding.objects.get().verhaal).decode("latin-1")

    assert "loods" not in text
