"""Without ground, purpose, necessity, fields, flags and an end nothing is released."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.verstrekking import api
from doorzicht.ground.verstrekking.api import Ontvanger, Veld
from doorzicht.ground.verstrekking.models import Verstrekking


def test_a_complete_offer_stands_as_offered(offered, aanbod, noor):
    row = offered()

    assert (row.status, row.aangeboden_door, row.vervalt_op) == (
        "aangeboden",
        noor.medewerker_id,
        aanbod.vervalt_op,
    )
    assert row.id == row.dossier_id != aanbod.bron_dossier_id


@pytest.mark.parametrize(
    ("anders", "ontbreekt"),
    [
        ({"grondslag": " "}, "grondslag"),
        ({"grondslag": "omdat-het-kan"}, "grondslag"),
        ({"grondslag": "uavg-41"}, "grondslag"),
        ({"taak": ""}, "de taak van de gemeente"),
        ({"taak": "geen-taak"}, "de taak van de gemeente"),
        ({"taak": "nieuwsgierigheid"}, "de taak van de gemeente"),
        ({"doel": ""}, "doel"),
        ({"noodzaak": "  "}, "noodzaak"),
        ({"label": ""}, "label"),
        ({"velden": ()}, "minstens één veld"),
        ({"velden": (Veld("locatie", "Locatie", "ergens", ""),)}, "bij elk veld een naam"),
        ({"slachtoffer": None}, "slachtoffer"),
        ({"minderjarig": ""}, "minderjarig"),
        ({"kader": "borrel"}, "kader"),
        ({"aan": Ontvanger("0246", "kelder")}, "van wie en aan wie"),
        ({"privacycheck_door": None}, "privacycheck 2A"),
        ({"privacycheck_door": uuid4()}, "privacycheck 2A"),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_released(aanbod, noor, now, anders, ontbreekt):
    with context(noor):
        with pytest.raises(api.OnvolledigeVerstrekking) as refusal:
            api.offer(replace(aanbod, **anders), by=noor, at=now)
        assert not Verstrekking.objects.exists()

    assert any(ontbreekt in naam for naam in refusal.value.ontbreekt)


def test_everything_that_is_missing_is_named_at_once(aanbod, noor, now):
    with context(noor), pytest.raises(api.OnvolledigeVerstrekking) as refusal:
        api.offer(replace(aanbod, doel="", noodzaak="", vervalt_op=now - timedelta(days=1)), by=noor, at=now)

    assert refusal.value.ontbreekt == ("doel", "noodzaak", "een einddatum die nog komt")


def test_the_victim_flag_has_no_default():
    with pytest.raises(TypeError, match="slachtoffer"):
        api.Aanbod(minderjarig="nee")


def test_acute_danger_needs_no_municipal_task(offered):
    row = offered(
        grondslag="avg-6-1-d",
        taak="",
        kader="zorg",
        aan=Ontvanger("moviera", "partner"),
        privacycheck_door=None,
    )

    assert (row.grondslag, row.taak) == ("avg-6-1-d", "")


def test_whoever_offers_may_not_do_the_privacycheck(aanbod, noor, now):
    with context(noor), pytest.raises(api.OnvolledigeVerstrekking):
        api.offer(replace(aanbod, privacycheck_door=noor.medewerker_id), by=noor, at=now)


def test_a_deputy_may_do_the_privacycheck(offered, actor):
    pleun = actor("pleun.plaatsvervang").medewerker_id

    assert offered(privacycheck_door=pleun).privacycheck_door == pleun


def test_help_does_not_wait_for_a_privacycheck(offered):
    row = offered(kader="zorg", aan=Ontvanger("moviera", "partner"), privacycheck_door=None)

    assert row.privacycheck_door is None


@pytest.mark.parametrize("wie", ["merel.meldpost", "sietse.denkbeeldig", "hugo.handhaaf", "jet.rechtlijn"])
def test_who_does_not_weigh_may_not_offer(aanbod, actor, now, wie):
    other = actor(wie)

    with context(other), pytest.raises(Geweigerd):
        api.offer(aanbod, by=other, at=now)


def test_another_municipality_may_not_offer_from_our_source(aanbod, actor, now):
    from doorzicht.ground.vault.api import DossierOnbekend

    otto = actor("otto.elders")
    theirs = replace(
        aanbod,
        organisatie_id="0232",
        kader="zorg",
        aan=Ontvanger("moviera", "partner"),
        privacycheck_door=None,
    )

    with context(otto), pytest.raises(DossierOnbekend):
        api.offer(theirs, by=otto, at=now)


def test_a_receiver_may_not_pass_on_the_copy(offered, aanbod, actor, now):
    row = offered(aan=Ontvanger("0232", "regie"))
    otto = actor("otto.elders")
    onward = replace(
        aanbod,
        bron_dossier_id=row.id,
        organisatie_id="0232",
        kader="zorg",
        aan=Ontvanger("moviera", "partner"),
        privacycheck_door=None,
    )

    with context(otto), pytest.raises(Geweigerd):
        api.offer(onward, by=otto, at=now)


def test_a_destroyed_source_cannot_be_released(aanbod, noor, now):
    from doorzicht.ground.vault import api as vault

    with context(noor):
        vault.destroy_dossier(aanbod.bron_dossier_id, at=now.date())
        with pytest.raises(vault.SleutelVernietigd):
            api.offer(aanbod, by=noor, at=now)


def test_numbers_do_not_count_up(offered, now):
    numbers = {offered().nummer for _ in range(4)}

    assert len(numbers) == 4
    assert all(n.startswith(f"V-{now.year}-") and len(n) == 13 for n in numbers)
    tails = sorted(int(n[-6:]) for n in numbers)
    assert tails != list(range(tails[0], tails[0] + 4))
