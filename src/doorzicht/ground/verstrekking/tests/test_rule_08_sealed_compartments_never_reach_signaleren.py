"""Product rule 8: Bibob, police-origin, LAA and care data stay where they are; never to signaleren."""

from dataclasses import replace

import pytest

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.lib.rows import COMPARTIMENTEN
from doorzicht.ground.verstrekking import api, kaders
from doorzicht.ground.verstrekking.api import KADERS, ROUTES, WINGS, NietToegestaan, Ontvanger
from doorzicht.ground.verstrekking.models import Verstrekking

OPEN = {
    "overleg": {"regie"},
    "afdeling": {"regie", "zorg", "beleid", "partner"},
    "riec": {"partner"},
    "zorg": {"zorg", "partner"},
    "politie": {"partner"},
}
ALLOWED = {
    "algemeen": OPEN,
    "hulp": {},
    "wpg": {kader: OPEN[kader] for kader in ("overleg", "politie")},
    "zorg": {"zorg": {"zorg", "partner"}},
    "laa": {"afdeling": {"regie", "beleid"}},
    "bibob": {},
}
"""Per compartment the settings, and per setting the wings, written out: nothing of it comes from the code."""


def test_every_compartment_has_a_row_with_its_reason():
    assert set(ROUTES) == set(COMPARTIMENTEN)
    assert all(route.zin for route in ROUTES.values())


@pytest.mark.parametrize("compartiment", COMPARTIMENTEN)
@pytest.mark.parametrize("kader", KADERS)
@pytest.mark.parametrize("wing", WINGS)
def test_a_compartment_leads_to_its_own_settings_and_wings_and_to_no_other(compartiment, kader, wing):
    if wing in ALLOWED[compartiment].get(kader, set()):
        kaders.check_route(compartiment=compartiment, kader=kader, wing=wing)
    else:
        with pytest.raises(NietToegestaan):
            kaders.check_route(compartiment=compartiment, kader=kader, wing=wing)


def test_signaleren_stands_nowhere_in_the_table():
    assert not any("signaleren" in wings for kaders in ALLOWED.values() for wings in kaders.values())


@pytest.mark.parametrize("compartiment", ["zorg", "bibob", "laa"])
def test_a_sealed_source_may_not_be_offered_to_the_overleg(aanbod, bron, noor, now, compartiment):
    everything = replace(
        noor, rollen=noor.rollen | {"zorgcoordinator", "bibob_coordinator", "brp_medewerker"}
    )
    sealed = replace(aanbod, bron_dossier_id=bron(compartiment).dossier_id)

    with context(everything):
        with pytest.raises(NietToegestaan):
            api.offer(sealed, by=everything, at=now)
        assert not Verstrekking.objects.exists()


def test_a_copy_of_police_data_keeps_its_seal(aanbod, bron, bram, noor, now):
    wpg = replace(aanbod, bron_dossier_id=bron("wpg").dossier_id, van_wing="regie")

    with context(bram):
        row = api.offer(wpg, by=bram, at=now)

    assert row.compartiment == "wpg"
    with context(noor):
        assert not Verstrekking.objects.filter(pk=row.id).exists()


def test_the_database_refuses_a_copy_outside_the_compartment_of_its_source(offered, bron, now):
    from django.db import IntegrityError, transaction

    row, wpg = offered(), bron("wpg")
    with context(Actor.systeem("0246")):
        Verstrekking.objects.get(pk=row.id)
        row.pk = row.dossier_id = bron().dossier_id
        row.bron_dossier_id, row.nummer = wpg.dossier_id, "V-2026-000000"
        with pytest.raises(IntegrityError, match="bron"), transaction.atomic():
            row.save(force_insert=True)


def test_a_partner_kader_does_not_go_to_another_wing(aanbod, noor, now):
    with context(noor), pytest.raises(NietToegestaan):
        api.offer(replace(aanbod, kader="riec", aan=Ontvanger("0246", "regie")), by=noor, at=now)
