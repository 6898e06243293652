"""What the overleg says the reporter may know stands where the answer is written, with a button that takes it over."""

import pytest
from django.urls import reverse

from doorzicht.ground.access.api import context
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.wings.signaleren.weging import volgen, voordragen
from doorzicht.wings.signaleren.weging.invoer import Checkbesluit
from doorzicht.wings.signaleren.weging.models import Voordracht, VoordrachtVeld

TEKST = "Er is iets gedaan met je melding."


@pytest.fixture
def decided(proposed, cast, now):
    """A melding about which the overleg decided, with a text for the reporter."""
    melding_id, check_id = proposed("plaats")
    with context(cast("sietse")) as sietse:
        released = set(VoordrachtVeld.objects.values_list("id", flat=True))
        agreed = Checkbesluit("akkoord", "Zo min mogelijk.")
        voordragen.decide_fields(check_id, agreed, vrijgegeven=released, by=sietse, at=now)
        given = Voordracht.objects.get().verstrekking_id
    with context(cast("bram")) as bram:
        verstrekking.accept(given, by=bram, at=now)
        verstrekking.report_back(given, stand="besloten", tekst=TEKST, by=bram, at=now)
    with context(cast("noor")) as noor:
        volgen.follow(by=noor, at=now)
    return melding_id


def _page(client, melding_id, query: str = "") -> str:
    return client.get(reverse("melding", kwargs={"melding_id": melding_id}) + query).content.decode()


def _box(page: str) -> str:
    return page.split('id="antwoord_tekst"')[1].split(">", 1)[1].split("</textarea>")[0].strip()


def test_it_stands_beside_the_box_and_is_not_filled_in_unasked(decided, client_of):
    page = _page(client_of("noor"), decided)
    assert TEKST in page
    assert "Zet deze tekst in het vak" in page
    assert _box(page) == ""


def test_the_button_fills_it_in(decided, client_of):
    assert _box(_page(client_of("noor"), decided, "?tekst=overleg")) == TEKST


def test_who_does_not_weigh_does_not_see_it(decided, client_of):
    page = _page(client_of("merel"), decided, "?tekst=overleg")
    assert _box(page) == ""
    assert TEKST not in page


def test_before_the_overleg_spoke_there_is_no_button(proposed, client_of):
    melding_id, _ = proposed("plaats")
    page = _page(client_of("noor"), melding_id, "?tekst=overleg")
    assert "Zet deze tekst" not in page
    assert _box(page) == ""
