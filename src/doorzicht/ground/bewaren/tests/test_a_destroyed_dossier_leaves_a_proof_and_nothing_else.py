"""Destroyed: the key is gone, every row is gone, a tombstone and a proof without content are left."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.access.models import Uitsluiting
from doorzicht.ground.bewaren import actions, api, jobs, wissen
from doorzicht.ground.bewaren.models import Lijstregel, Vernietigingsbewijs, Vernietigingslijst
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.vault import api as vault
from doorzicht.ground.vault.models import Dossier

from .conftest import TODAY


@pytest.fixture
def destroyed(dossier, confirmed, house):
    """A dossier of which the whole way was walked, by the job; and its list."""
    sleutel = dossier()
    lijst = confirmed()
    jobs.execute(organisatie_id="0246", lijst_id=str(lijst.id))
    return sleutel.dossier_id, lijst


def test_nobody_can_read_it_any_more(destroyed, house):
    with context(house), pytest.raises(vault.SleutelVernietigd):
        vault.open_dossier(destroyed[0])


def test_its_rows_are_gone(destroyed, house):
    with context(house):
        assert not Uitsluiting.objects.filter(dossier_id=destroyed[0]).exists()


def test_a_tombstone_says_that_it_was_destroyed(destroyed, house):
    with context(house):
        tombstone = Dossier.objects.get(pk=destroyed[0])

    assert tombstone.ingepakt is None
    assert tombstone.vernietigd_op is not None


def test_the_proof_names_rule_day_people_and_numbers(destroyed, actor):
    with context(actor("faye.toezicht")) as fg:
        (proof,) = api.proof_of(destroyed[0], by=fg)

    assert (proof.soort, proof.bewaarregel, proof.opnieuw) == ("melding", "melding-niets", False)
    assert proof.rijen == {"access_uitsluiting": 1}
    assert set(proof.bevestigd_door) == {
        actor("sietse.denkbeeldig").medewerker_id,
        actor("bram.testman").medewerker_id,
    }


def test_a_proof_may_not_be_changed_or_removed(destroyed, house):
    with context(house):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Vernietigingsbewijs.objects.update(soort="anders")
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Vernietigingsbewijs.objects.all().delete()


def test_another_municipality_may_not_see_the_proof(destroyed, actor):
    with context(actor("otto.elders")) as otto:
        assert api.proofs(by=otto) == []


def test_who_does_not_confirm_or_oversee_may_not_see_proofs(destroyed, actor):
    with context(actor("noor.voorbeeld")) as noor, pytest.raises(Geweigerd):
        api.proofs(by=noor)


def test_the_list_is_closed_and_the_destruction_logged(destroyed, house):
    with context(house):
        assert Vernietigingslijst.objects.get(pk=destroyed[1].id).status == "uitgevoerd"
        regel = Regel.objects.get(handeling="vernietig")

    assert regel.object_ids == [destroyed[0]]
    assert regel.bijzonderheden == {"bewaarregel": "melding-niets", "rijen": 1}


def test_a_second_run_of_the_job_changes_nothing(destroyed, house):
    jobs.execute(organisatie_id="0246", lijst_id=str(destroyed[1].id))

    with context(house):
        assert Vernietigingsbewijs.objects.count() == 1


def test_other_dossiers_are_left_alone(dossier, confirmed, house):
    living = dossier(op=TODAY + timedelta(days=1))
    dossier()
    lijst = confirmed()
    jobs.execute(organisatie_id="0246", lijst_id=str(lijst.id))

    with context(house):
        assert vault.open_dossier(living.dossier_id)
        assert Uitsluiting.objects.filter(dossier_id=living.dossier_id).count() == 1


def test_a_crash_after_the_key_leaves_it_unreadable_and_the_next_run_ends_it(
    dossier, confirmed, house, monkeypatch
):
    sleutel = dossier()
    lijst = confirmed()
    with monkeypatch.context() as broken:
        broken.setattr(actions, "erase_rows", _fall_over)
        with pytest.raises(RuntimeError):
            jobs.execute(organisatie_id="0246", lijst_id=str(lijst.id))
    with context(house), pytest.raises(vault.SleutelVernietigd):
        vault.open_dossier(sleutel.dossier_id)

    jobs.execute(organisatie_id="0246", lijst_id=str(lijst.id))
    with context(house):
        assert not Uitsluiting.objects.filter(dossier_id=sleutel.dossier_id).exists()
        assert Vernietigingsbewijs.objects.count() == 1


def _fall_over(*_: object, **__: object) -> dict[str, int]:
    raise RuntimeError("the power went out")


def test_rows_that_another_dossier_holds_on_to_wait_while_the_key_is_gone(
    dossier, confirmed, house, monkeypatch
):
    sleutel = dossier()
    lijst = confirmed()

    def held(*_: object, **__: object) -> dict[str, int]:
        raise wissen.NogVerwezen("regie_agendapunt", "verstrekking_id")

    with monkeypatch.context() as broken:
        broken.setattr(actions, "erase_rows", held)
        jobs.execute(organisatie_id="0246", lijst_id=str(lijst.id))
    with context(house):
        assert Lijstregel.objects.get(lijst=lijst).uitkomst == "vastgehouden"
        assert not Vernietigingsbewijs.objects.exists()
        with pytest.raises(vault.SleutelVernietigd):
            vault.open_dossier(sleutel.dossier_id)

    jobs.night(timestamp=0)
    with context(house):
        assert Lijstregel.objects.get(lijst=lijst).uitkomst == "vernietigd"
        assert Vernietigingsbewijs.objects.count() == 1


def test_what_waits_for_another_line_of_the_list_goes_in_the_same_run(dossier, confirmed, house, monkeypatch):
    both = {dossier().dossier_id, dossier().dossier_id}
    lijst, seen = confirmed(), []

    def held_at_first(dossier_id, *, organisatie_id):
        seen.append(dossier_id)
        if len(seen) == 1:
            raise wissen.NogVerwezen("regie_agendapunt", "overleg_id")
        return wissen.erase_rows(dossier_id, organisatie_id=organisatie_id)

    monkeypatch.setattr(actions, "erase_rows", held_at_first)
    jobs.execute(organisatie_id="0246", lijst_id=str(lijst.id))

    with context(house):
        proofs = Vernietigingsbewijs.objects.values_list("dossier_id", flat=True)
        assert (len(proofs), set(proofs)) == (2, both)
        assert Vernietigingslijst.objects.get(pk=lijst.id).status == "uitgevoerd"
