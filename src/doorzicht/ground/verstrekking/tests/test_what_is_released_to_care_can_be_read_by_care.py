"""What is meant for care lies in the compartment `hulp`, which the zorgcoordinator may enter."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.organisaties.rollen import ROLLEN
from doorzicht.ground.verstrekking import api
from doorzicht.ground.verstrekking.api import Ontvanger
from doorzicht.ground.verstrekking.kaders import compartment_of_copy
from doorzicht.ground.verstrekking.models import Verstrekking

MOVIERA = {"aan": Ontvanger("moviera", "partner"), "kader": "zorg"}


@pytest.fixture
def zoe(actor) -> Actor:
    return actor("zoe.zorgzaam")


@pytest.mark.parametrize("to", [MOVIERA, {"aan": Ontvanger("moviera", "zorg"), "kader": "afdeling"}])
def test_the_zorgcoordinator_reads_exactly_the_released_fields(offered, aanbod, zoe, now, to):
    row = offered(**to)

    with context(zoe):
        assert api.read(row.id, by=zoe, at=now).velden == aanbod.velden
        assert Regel.objects.filter(handeling="lees", object_ids=[row.id]).count() == 1


def test_the_giver_still_reads_it_and_takes_it_back(offered, noor, zoe, now):
    row = offered(**MOVIERA)

    with context(noor):
        assert api.read(row.id, by=noor, at=now).status == "aangeboden"
        api.revoke(row.id, reden="vergissing", by=noor, at=now)
    with context(zoe), pytest.raises(api.VerstrekkingOnbekend):
        api.read(row.id, by=zoe, at=now)


def test_what_is_not_for_care_she_may_not_know_of(offered, zoe, now):
    row = offered(aan=Ontvanger("riec-on", "partner"), kader="riec")

    with context(zoe), pytest.raises(api.VerstrekkingOnbekend):
        api.read(row.id, by=zoe, at=now)


def test_who_has_nothing_to_do_with_care_does_not_enter_that_compartment():
    inside = {rol.code for rol in ROLLEN.values() if "hulp" in rol.compartimenten}

    assert inside == {
        "aandachtsfunctionaris", "coordinator", "privacyfunctionaris", "fg", "zorgcoordinator", "loo_partner",
        "procesverantwoordelijke",
    }  # fmt: skip


@pytest.mark.parametrize("sealed", ["wpg", "zorg", "laa", "bibob", "hulp"])
def test_a_sealed_source_stays_sealed_whoever_it_is_for(sealed):
    assert compartment_of_copy(compartiment=sealed, kader="zorg", wing="zorg") == sealed


def test_the_database_refuses_a_sealed_source_with_an_open_copy(offered, bron):
    row, sealed = offered(**MOVIERA), bron("wpg")

    with context(Actor.systeem("0246")):
        copy = replace_source(row, sealed)
        with pytest.raises(IntegrityError, match="zegel_blijft"), transaction.atomic():
            copy.save(force_insert=True)


def replace_source(row: Verstrekking, sealed) -> Verstrekking:
    row.pk = row.dossier_id
    row.bron_dossier_id, row.bron_compartiment, row.nummer = sealed.dossier_id, "wpg", "V-2026-000000"
    return row


def test_nothing_is_given_from_the_compartment_of_copies(aanbod, bron, noor, now):
    again = replace(aanbod, bron_dossier_id=bron("hulp").dossier_id, **MOVIERA)

    with context(noor), pytest.raises(api.NietToegestaan, match="niet verder"):
        api.offer(again, by=noor, at=now)
