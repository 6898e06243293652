"""Product rule 7: after the night no row tells by its transaction when a report came; everything reads as before."""

import os
from datetime import timedelta

import pytest
from conftest import owner_connection
from django.db import connection
from django.utils import timezone

from doorzicht.ground.access.api import Actor, context
from doorzicht.wings.signaleren.melding import berichten, selectors
from doorzicht.wings.signaleren.melding.invoer import (
    MelderInvoer,
    MeldingInvoer,
    PersoonInvoer,
    WaarnemingInvoer,
)
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.publiek import actions, jobs

YESTERDAY = timezone.now() - timedelta(days=1)


def report(**changes) -> Melding:
    """One report of yesterday, in a transaction of its own."""
    seen = (WaarnemingInvoer("ARB04"),)
    fields = {
        "kanaal": "bewoner",
        "inzending": os.urandom(32),
        "label": "Bewoner: werk",
        "verhaal": "Zes bedden.",
    }
    invoer = MeldingInvoer(
        **(fields | changes),
        personen=(PersoonInvoer("Persoon 1", rollen=("slachtoffer",), waarnemingen=seen),),
        melder=MelderInvoer("Sam"),
    )
    with context(Actor.melder("0246")) as melder:
        melding_id = actions.report(invoer, by=melder, at=YESTERDAY).melding_id
        melding = Melding.objects.get(pk=melding_id)
        berichten.add_from_reporter(melding.id, "Nog iets.", by=melder, at=YESTERDAY)
        return melding


def transactions(table: str) -> set[str]:
    with owner_connection(connection.settings_dict["NAME"]) as db:
        return {row[0] for row in db.execute(f"SELECT xmin::text FROM {table}").fetchall()}


@pytest.fixture
def reports(transactional_db) -> list[Melding]:
    return [report() for _ in range(3)]


def filled_tables() -> list[str]:
    """Every table of dossiers and of this wing that holds something."""
    with owner_connection(connection.settings_dict["NAME"]) as db:
        names = [
            name
            for (name,) in db.execute(
                "SELECT tablename FROM pg_tables WHERE tablename LIKE 'signaleren%' OR tablename = 'vault_dossier'"
            ).fetchall()
        ]
        return [name for name in names if db.execute(f"SELECT EXISTS (SELECT FROM {name})").fetchone()[0]]


def test_every_row_of_the_day_is_of_one_transaction_afterwards(reports):
    names = filled_tables()
    assert {"vault_dossier", "signaleren_melding", "signaleren_melder", "signaleren_bericht"} < set(names)
    assert all(len(transactions(name)) == 3 for name in names)

    jobs.night(0)

    assert len(set().union(*(transactions(name) for name in names))) == 1


def test_what_was_reported_reads_as_before(reports):
    jobs.night(0)

    with context(Actor.systeem("0246")):
        sheet = selectors.read_sheet(Melding.objects.get(pk=reports[0].id))
    assert sheet.verhaal == "Zes bedden."
    assert [text for _, text in sheet.berichten] == ["Nog iets."]


def test_the_rows_of_staff_are_left_alone(transactional_db, actor):
    with context(actor("fenna.verzonnen")) as fenna:
        from doorzicht.wings.signaleren.melding.ontvangen import receive

        receive(
            MeldingInvoer("medewerker", os.urandom(32), label="Loods", verhaal="Zes bedden."),
            by=fenna,
            at=YESTERDAY,
        )
    before = transactions("signaleren_melding")
    jobs.night(0)

    assert transactions("signaleren_melding") == before
