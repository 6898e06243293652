"""Whoever weighs finds the files of the melding, and of what was merged into it, on the page; opening one is logged."""

import pytest
from django.urls import reverse
from tests.support.bestanden import photo

from doorzicht.ground.access.api import context
from doorzicht.ground.bestanden.actions import Aangeboden
from doorzicht.ground.bestanden.api import Bestand, examine_all
from doorzicht.ground.logboek.models import Regel
from doorzicht.wings.signaleren.melding import actions, bijlagen
from doorzicht.wings.signaleren.weging.tests.conftest import persoon


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DOORZICHT_BESTANDEN = tmp_path / "bestanden"


@pytest.fixture
def with_photo(melding, cast, now):
    """`with_photo("loods.jpg")`: a melding with one photo, and the id of that photo."""

    def make(naam: str):
        melding_id, sent = melding(persoon("ARB02")), [Aangeboden(naam, photo())]
        with context(cast("fenna")) as fenna:
            bijlagen.keep_with_melding(melding_id, examine_all(sent), recht="melding.maken", by=fenna, at=now)
        with context(cast("noor")):
            return melding_id, Bestand.objects.get(dossier_id=melding_id).id

    return make


def _weighing(client, melding_id) -> str:
    return client.get(reverse("weging", kwargs={"melding_id": melding_id})).content.decode()


def _link(melding_id, file_id) -> str:
    return reverse("melding-bestand", kwargs={"melding_id": melding_id, "bestand_id": file_id})


def test_a_file_is_listed_with_name_and_size_and_opens_from_there(with_photo, cast, client_of):
    melding_id, file_id = with_photo("loods.jpg")
    noor = client_of("noor")
    page = _weighing(noor, melding_id)
    assert "loods.jpg" in page
    assert "hooguit" in page
    assert _link(melding_id, file_id) in page

    assert noor.get(_link(melding_id, file_id)).status_code == 200
    with context(cast("noor")):
        assert Regel.objects.filter(object_soort="bestand", handeling="lees").count() == 1


def test_what_was_merged_into_it_brings_its_files_along(with_photo, cast, client_of, now):
    (target, _), (source, file_id) = with_photo("loods.jpg"), with_photo("busje.jpg")
    with context(cast("noor")) as noor:
        actions.merge(source, target, reden="zelfde loods", by=noor, at=now)
    page = _weighing(client_of("noor"), target)
    line = page.split(_link(source, file_id))[1].split("</li>")[0]
    assert "busje.jpg" in line
    assert "uit M-" in line


def test_whoever_was_shut_out_sees_no_file(with_photo, cast, client_of, now):
    melding_id, _ = with_photo("loods.jpg")
    with context(cast("noor")) as noor:
        actions.recuse(melding_id, cast("bram").mens, reden="familie", by=noor, at=now)
    assert "loods.jpg" not in _weighing(client_of("bram"), melding_id)


@pytest.mark.parametrize("who", ["sietse", "otto"])
def test_whoever_may_not_weigh_sees_no_file_either(with_photo, client_of, who):
    melding_id, _ = with_photo("loods.jpg")
    assert "loods.jpg" not in _weighing(client_of(who), melding_id)


def test_a_melding_without_files_has_no_such_card(melding, client_of):
    assert 'id="bijlagen"' not in _weighing(client_of("noor"), melding())
