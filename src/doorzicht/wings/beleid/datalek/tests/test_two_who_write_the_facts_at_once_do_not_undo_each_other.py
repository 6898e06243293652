"""Who writes facts while a colleague kept others hears so, and what they typed stays on the screen."""

from dataclasses import replace

import pytest

from doorzicht.wings.beleid.datalek import actions
from doorzicht.wings.beleid.datalek.selectors import read_datalek
from doorzicht.wings.beleid.datalek.tests.conftest import FEITEN, FG, PRIVACY
from doorzicht.wings.beleid.datalek.workflow import Onvolledig


def test_the_second_who_read_the_same_facts_is_refused(reported, acting_as, now):
    datalek_id = reported()
    with acting_as(FG) as by:
        actions.add_facts(datalek_id, FEITEN, by=by, at=now)
    with acting_as(PRIVACY) as by:
        other = replace(FEITEN, gevolgen="Niets.")
        with pytest.raises(Onvolledig, match="collega"):
            actions.add_facts(datalek_id, other, by=by, at=now)
        assert read_datalek(datalek_id, by=by).tekst["gevolgen"] == FEITEN.gevolgen
        actions.add_facts(datalek_id, replace(other, versie=1), by=by, at=now)
        sheet = read_datalek(datalek_id, by=by)
        assert (sheet.tekst["gevolgen"], sheet.rij.versie) == ("Niets.", 2)


def test_the_screen_says_so_and_keeps_what_was_typed(reported, client_of):
    address = f"/beleid/datalekken/{reported()}/"
    faye, sietse = client_of(FG), client_of(PRIVACY)
    assert 'name="versie" value="0"' in faye.get(address).content.decode()
    assert faye.post(f"{address}feiten/", {"versie": "0", "feiten": "Van Faye."}).status_code == 302
    refused = sietse.post(f"{address}feiten/", {"versie": "0", "feiten": "Van Sietse."}).content.decode()
    assert "Een collega veranderde dit net ook." in refused
    assert "Van Sietse." in refused
    page = sietse.get(address).content.decode()
    assert "Van Faye." in page
    assert 'name="versie" value="1"' in page
