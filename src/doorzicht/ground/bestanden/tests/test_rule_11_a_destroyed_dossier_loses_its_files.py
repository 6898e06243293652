"""With the key, the rows and the proof go the files. What some copy still holds is noise: its key is gone."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.bestanden import opslag
from doorzicht.ground.bestanden.api import Bestand, open_file
from doorzicht.ground.bewaren import actions
from doorzicht.ground.vault import api as vault
from doorzicht.ground.vault.api import SleutelVernietigd
from doorzicht.ground.vault.models import Dossier

ON = date(2026, 11, 24)


def destroy(dossier_id, *, moved: bool = False):
    house = Actor.systeem("0246")
    if moved:
        opslag.move_to_own_place(before=timezone.localdate() + timedelta(days=1))
    with context(house):
        dossier = Dossier.objects.get(pk=dossier_id)
        return actions._destroy(dossier, bevestigd_door=[], opnieuw=False, on=ON, by=house)


@pytest.mark.parametrize("moved", [False, True], ids=["on its first day", "later"])
def test_row_and_file_are_gone(bewaar, sleutel, map_van_bestanden, moved):
    bewaar(), bewaar()

    assert destroy(sleutel.dossier_id, moved=moved)

    assert [path for path in map_van_bestanden.rglob("*") if path.is_file()] == []
    assert not Bestand.objects.filter(dossier_id=sleutel.dossier_id).exists()


def test_the_files_of_another_dossier_stay(bewaar, sleutel, noor, nu, map_van_bestanden):
    from tests.support.bestanden import photo

    from doorzicht.ground.bestanden.api import Aangeboden
    from doorzicht.ground.bestanden.tests.conftest import RECHT, store_all

    bewaar()
    other = vault.create_dossier(
        soort="x", organisatie_id="0246", compartiment="algemeen", bewaarregel="melding-niets"
    )
    (kept,) = store_all([Aangeboden("a.jpg", photo())], other, recht=RECHT, by=noor, at=nu).bewaard

    destroy(sleutel.dossier_id)

    assert [path.name for path in map_van_bestanden.rglob("*") if path.is_file()] == [kept.id.hex]


def test_a_copy_of_the_file_that_was_kept_elsewhere_opens_no_more(bewaar, sleutel, noor, map_van_bestanden):
    row = bewaar()
    path = map_van_bestanden / "vandaag" / row.id.hex
    copy = path.read_bytes()
    vault.destroy_dossier(sleutel.dossier_id, at=ON)
    path.write_bytes(copy)

    with pytest.raises(SleutelVernietigd):
        open_file(row.id, dossier_id=sleutel.dossier_id, recht="melding.lezen", by=noor)


def test_it_may_run_again(bewaar, sleutel):
    bewaar()

    assert opslag.remove([bewaar().id]) == 1
    assert destroy(sleutel.dossier_id)
    assert destroy(sleutel.dossier_id)
