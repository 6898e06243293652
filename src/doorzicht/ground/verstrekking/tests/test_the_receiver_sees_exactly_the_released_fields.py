"""Giver and receiver see exactly what was released; nobody else sees anything."""

import pytest

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.verstrekking import api
from doorzicht.ground.verstrekking.api import Ontvanger
from doorzicht.ground.verstrekking.models import Verstrekking, VrijgegevenVeld


def test_the_chair_of_the_overleg_reads_the_fields_with_their_reasons(offered, aanbod, bram, now):
    row = offered()

    with context(bram):
        inhoud = api.read(row.id, by=bram, at=now)

    assert inhoud.velden == aanbod.velden
    assert (inhoud.doel, inhoud.noodzaak, inhoud.grondslag) == (
        aanbod.doel,
        aanbod.noodzaak,
        aanbod.grondslag,
    )
    assert inhoud.niet_vrijgegeven == ("wie meldde", "telefoonnummers")
    assert (inhoud.slachtoffer, inhoud.minderjarig) == (True, "onbekend")


def test_what_a_receiver_gets_does_not_point_at_the_source(offered, aanbod, bram, now):
    row = offered()

    with context(bram):
        inhoud = api.read(row.id, by=bram, at=now)

    assert str(aanbod.bron_dossier_id) not in repr(inhoud)


def test_reading_is_logged_with_the_id(offered, bram, now):
    row = offered()

    with context(bram):
        api.read(row.id, by=bram, at=now)
        regel = Regel.objects.filter(handeling="lees", medewerker_id=bram.medewerker_id).latest("id")

    assert (regel.object_soort, regel.object_ids, regel.recht) == (
        "verstrekking",
        [row.id],
        "verstrekking.lezen",
    )


def test_another_organisation_reads_what_is_addressed_to_it(offered, aanbod, actor, now):
    row = offered(aan=Ontvanger("politie-on", "partner"), kader="politie")
    joris = actor("joris.bedacht")

    with context(joris):
        assert api.read(row.id, by=joris, at=now).velden == aanbod.velden
        assert VrijgegevenVeld.objects.count() == 2


def test_another_organisation_does_not_see_the_source_behind_it(offered, aanbod, actor):
    from doorzicht.ground.vault import api as vault

    offered(aan=Ontvanger("politie-on", "partner"), kader="politie")

    with context(actor("joris.bedacht")), pytest.raises(vault.DossierOnbekend):
        vault.open_dossier(aanbod.bron_dossier_id)


@pytest.mark.parametrize("wie", ["otto.elders", "joris.bedacht", "mila.fictief", "zoe.zorgzaam"])
def test_another_organisation_may_not_read_what_is_addressed_elsewhere(offered, actor, now, wie):
    row, other = offered(), actor(wie)

    with context(other):
        with pytest.raises(api.VerstrekkingOnbekend):
            api.read(row.id, by=other, at=now)
        assert not Verstrekking.objects.exists()


@pytest.mark.parametrize("wie", ["hugo.handhaaf", "merel.meldpost", "fenna.verzonnen", "pim.papierwerk"])
def test_a_colleague_outside_both_wings_may_not_read_it(offered, actor, now, wie):
    row, colleague = offered(), actor(wie)

    with context(colleague), pytest.raises(Geweigerd):
        api.read(row.id, by=colleague, at=now)


def test_a_text_in_the_database_shows_no_released_word(offered):
    row = offered()
    from doorzicht.ground.access.api import Actor

    with context(Actor.systeem("0246")):
        stored = [bytes(v) for v in VrijgegevenVeld.objects.values_list("inhoud", flat=True)]
        fresh = Verstrekking.objects.get(pk=row.id)

    assert not any(b"Voorbeeldlaan" in cipher for cipher in stored)
    assert b"controle" not in bytes(fresh.doel) + bytes(fresh.noodzaak) + bytes(fresh.niet_vrijgegeven)


def test_showing_an_object_in_a_log_shows_no_content(offered, aanbod, bram, now):
    row = offered()

    with context(bram):
        shown = repr(api.read(row.id, by=bram, at=now)) + repr(aanbod) + repr(row)

    assert "Voorbeeldlaan" not in shown
    assert "loods" not in shown
