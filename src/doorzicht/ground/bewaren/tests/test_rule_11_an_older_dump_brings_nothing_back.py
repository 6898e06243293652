"""A destroyed dossier that was put back from an older dump cannot be read, and is destroyed again."""

from datetime import timedelta

import pytest

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.access.models import Uitsluiting
from doorzicht.ground.bewaren import actions, api, jobs
from doorzicht.ground.vault import api as vault
from doorzicht.ground.vault.models import Dossier

from .conftest import TODAY


@pytest.fixture
def put_back(dossier, confirmed, house):
    """A dossier whose row and rows stand again as they did before it was destroyed."""
    sleutel = dossier()
    with context(house):
        wrapped = Dossier.objects.get(pk=sleutel.dossier_id).ingepakt
        row = Uitsluiting.objects.get(dossier_id=sleutel.dossier_id)
    jobs.execute(organisatie_id="0246", lijst_id=str(confirmed().id))
    with context(house):
        Dossier.objects.filter(pk=sleutel.dossier_id).update(
            ingepakt=wrapped, vernietigd_op=None, vernietigen_op=TODAY + timedelta(days=300)
        )
        row.save(force_insert=True)
    return sleutel.dossier_id


def test_it_cannot_be_read(put_back, house):
    with context(house), pytest.raises(vault.SleutelVernietigd):
        vault.open_dossier(put_back)


def test_the_night_destroys_it_again_without_asking_people_again(put_back, house, actor):
    jobs.night(timestamp=0)

    with context(house):
        assert not Uitsluiting.objects.filter(dossier_id=put_back).exists()
        assert Dossier.objects.get(pk=put_back).vernietigd_op is not None
    with context(actor("faye.toezicht")) as fg:
        assert [(p.opnieuw, p.rijen) for p in api.proof_of(put_back, by=fg)] == [
            (False, {"access_uitsluiting": 1}),
            (True, {"access_uitsluiting": 1}),
        ]


def test_a_living_dossier_may_not_be_destroyed_that_way(dossier, house):
    living = dossier()

    with context(house):
        with pytest.raises(Geweigerd):
            actions.destroy_again(living.dossier_id, on=TODAY, by=house)
        assert vault.open_dossier(living.dossier_id)


def test_a_lost_key_store_destroys_nothing(dossier, house, settings, tmp_path):
    living = dossier(op=None)
    settings.DOORZICHT_SLEUTELKLUIS = tmp_path / "leeg.sqlite3"

    jobs.night(timestamp=0)
    with context(house):
        assert Uitsluiting.objects.filter(dossier_id=living.dossier_id).count() == 1
        assert Dossier.objects.get(pk=living.dossier_id).vernietigd_op is None
