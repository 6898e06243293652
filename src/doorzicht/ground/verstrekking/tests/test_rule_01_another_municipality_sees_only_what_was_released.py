"""Product rule 1: municipalities see of each other what a logged verstrekking names, and nothing besides."""

import pytest

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.access.models import Toegang
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.vault.models import Dossier
from doorzicht.ground.verstrekking import api
from doorzicht.ground.verstrekking.api import Ontvanger
from doorzicht.ground.verstrekking.models import Verstrekking, VrijgegevenVeld

EPE = {"aan": Ontvanger("0232", "regie")}


def test_the_receiving_municipality_reads_the_released_fields(offered, aanbod, actor, now):
    row, otto = offered(**EPE), actor("otto.elders")

    with context(otto):
        assert api.read(row.id, by=otto, at=now).velden == aanbod.velden


def test_it_sees_one_dossier_of_ours_and_no_other(offered, bron, actor):
    row = offered(**EPE)
    bron()

    with context(actor("otto.elders")):
        assert list(Dossier.objects.values_list("id", flat=True)) == [row.id]


def test_a_third_municipality_sees_nothing(offered, actor):
    offered(**EPE)

    with context(actor("elsje.elbprent")):
        assert not Dossier.objects.exists()
        assert not Verstrekking.objects.exists()
        assert not VrijgegevenVeld.objects.exists()
        assert not Toegang.objects.exists()


def test_what_is_for_us_ourselves_another_municipality_does_not_see(offered, actor, now):
    row, otto = offered(), actor("otto.elders")

    with context(otto):
        assert not Verstrekking.objects.exists()
        with pytest.raises(api.VerstrekkingOnbekend):
            api.read(row.id, by=otto, at=now)


def test_the_receiver_may_not_write_in_it(offered, actor):
    row = offered(**EPE)

    with context(actor("otto.elders")):
        assert Verstrekking.objects.filter(pk=row.id).update(status="aangenomen") == 0
        assert VrijgegevenVeld.objects.filter(dossier_id=row.id).delete()[0] == 0


def test_giving_is_logged_with_ground_receiver_and_fields(offered, aanbod, noor):
    row = offered(**EPE)

    with context(noor):
        regel = Regel.objects.get(handeling="verstrek", object_soort="verstrekking")

    assert regel.object_ids == [row.id, aanbod.bron_dossier_id]
    assert regel.bijzonderheden == {
        "aan": "0232",
        "wing": "regie",
        "grondslag": "avg-6-1-e",
        "taak": "goed-verhuurderschap",
        "velden": ["locatie", "ARB10"],
    }


def test_reading_is_logged_at_the_reader_and_at_the_giver_whose_data_it_is(offered, actor, now):
    row, otto = offered(**EPE), actor("otto.elders")

    with context(otto):
        api.read(row.id, by=otto, at=now)
        assert [r.object_ids for r in Regel.objects.filter(handeling="lees")] == [[row.id]]
    with context(Actor.systeem("0246")):
        (at_giver,) = Regel.objects.filter(handeling="lees")
        assert (at_giver.medewerker_id, at_giver.object_ids) == (otto.medewerker_id, [row.id])
