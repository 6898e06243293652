"""The receiver's screens: the list, the released fields until the last day, the answer; one log row a look."""

import pytest

from doorzicht.ground.access.api import context
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.verstrekking import api
from doorzicht.ground.verstrekking.models import Verstrekking


@pytest.fixture
def row(offered, to_police) -> Verstrekking:
    return offered(**to_police)


def _text(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_the_list_leads_to_the_page_with_the_released_fields(browser, row):
    police = browser("joris.bedacht")
    assert f"/verstrekkingen/{row.id}/" in _text(police, "/verstrekkingen/")

    page = _text(police, f"/verstrekkingen/{row.id}/")
    for shown in ("Voorbeeldlaan 12", "slapen op het werk", "besluiten over een controle", "telefoonnummers"):
        assert shown in page, shown


def test_a_look_at_the_page_is_one_row_in_the_logboek(browser, row, joris):
    browser("joris.bedacht").get(f"/verstrekkingen/{row.id}/")

    with context(joris):
        assert Regel.objects.filter(object_ids=[row.id]).count() == 1


def test_after_its_end_the_page_says_only_that_it_was(browser, row, noor, now):
    with context(noor):
        api.revoke(row.id, reden="klaar", by=noor, at=now)

    page = _text(browser("joris.bedacht"), f"/verstrekkingen/{row.id}/")
    assert row.nummer in page
    for gone in ("Voorbeeldlaan", "slapen", "Slapen boven", "besluiten over", "telefoonnummers"):
        assert gone not in page, gone


@pytest.mark.parametrize("who", ["tess.denkbeeld", "otto.elders", "noor.voorbeeld", "zoe.zorgzaam"])
def test_for_whom_it_is_not_it_does_not_exist(browser, row, who):
    assert browser(who).get(f"/verstrekkingen/{row.id}/").status_code == 404


def test_who_never_receives_anything_has_no_list(browser):
    assert browser("pim.papierwerk").get("/verstrekkingen/").status_code == 403


def test_it_is_accepted_on_the_page(browser, row, noor, now):
    browser("joris.bedacht").post(f"/verstrekkingen/{row.id}/aannemen/")

    with context(noor):
        assert api.read(row.id, by=noor, at=now).status == "aangenomen"


def test_a_refusal_asks_why_and_closes_it(browser, row):
    police = browser("joris.bedacht")
    empty = police.post(f"/verstrekkingen/{row.id}/afwijzen/", {"reden": ""})
    assert "Schrijf in een paar woorden op waarom." in empty.content.decode()
    police.post(f"/verstrekkingen/{row.id}/afwijzen/", {"reden": "geen taak"})

    page = _text(police, f"/verstrekkingen/{row.id}/")
    assert "Dit is niet aangenomen." in page
    assert "Voorbeeldlaan" not in page


@pytest.mark.parametrize("verb", ["aannemen", "afwijzen", "vernietigd"])
def test_nobody_else_answers(browser, row, verb):
    for who in ("tess.denkbeeld", "otto.elders"):
        assert browser(who).post(f"/verstrekkingen/{row.id}/{verb}/", {"reden": "x"}).status_code == 404
