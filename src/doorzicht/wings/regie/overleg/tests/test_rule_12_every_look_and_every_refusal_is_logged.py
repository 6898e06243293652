"""Product rule 12: reading an item, a document or an offer is logged, and so is every try that was refused."""

from datetime import timedelta

import pytest

from doorzicht.ground.access.api import context
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.wings.regie.overleg import actions


def logged(actor, object_id):
    """(act, outcome, right) of what this person did with an object."""
    with context(actor):
        rows = Regel.objects.filter(medewerker_id=actor.medewerker_id, object_ids__contains=[object_id])
        return [(r.handeling, r.uitkomst) for r in rows.order_by("id")]


def test_reading_an_item_is_logged_with_its_number_only(meeting, client_of, item_url, noor):
    overleg, (punt,) = meeting("Een titel die nergens mag staan")
    assert client_of("noor.voorbeeld").get(item_url(overleg, punt)).status_code == 200
    with context(noor):
        opened = Regel.objects.filter(handeling="lees", object_soort="agendapunt", object_ids=[punt.id])
        assert opened.count() == 1  # beside the row of the agenda, which names every item in it
        assert "titel die nergens" not in str(list(Regel.objects.values()))


@pytest.mark.parametrize("soort", ["agenda", "besluitenlijst"])
def test_making_a_document_is_logged(meeting, client_of, noor, soort):
    overleg, _ = meeting()
    assert client_of("noor.voorbeeld").get(f"/regie/overleg/{overleg.id}/{soort}.pdf").status_code == 200
    with context(noor):
        assert Regel.objects.filter(object_soort="overleg_pdf", doel=soort).count() == 1


def test_another_items_url_is_refused_and_logged(meeting, client_of, item_url, mila):
    overleg, (_, other) = meeting("Loods", "Bijgebouw", gasten={0: [mila]})
    answer = client_of("mila.fictief").get(item_url(overleg, other))
    assert answer.status_code == 403
    assert "Bijgebouw" not in answer.content.decode()
    assert ("weiger", "geweigerd") in logged(mila, other.id)


def test_after_the_meeting_the_url_says_that_access_is_closed_and_logs_it(
    meeting, client_of, item_url, mila, bram, now
):
    overleg, (punt,) = meeting("Loods", gasten={0: [mila]})
    guest = client_of("mila.fictief")
    assert guest.get(item_url(overleg, punt)).status_code == 200
    with context(bram):
        actions.close_overleg(overleg.id, by=bram, at=now)
    answer = guest.get(item_url(overleg, punt))
    assert (answer.status_code, "Toegang dicht" in answer.content.decode()) == (403, True)
    assert "Loods" not in answer.content.decode()
    assert logged(mila, punt.id)[-1] == ("weiger", "geweigerd")
    assert guest.get(f"/regie/overleg/{overleg.id}/besluitenlijst.pdf").status_code == 403
    assert guest.post(item_url(overleg, punt, "inbreng/"), {"tekst": "x"}).status_code == 403


def test_another_municipalitys_number_is_a_404_and_logged(meeting, client_of, item_url, actor):
    overleg, (punt,) = meeting()
    otto = client_of("otto.elders")
    for url in (
        item_url(overleg, punt),
        f"/regie/overleg/{overleg.id}/",
        f"/regie/overleg/{overleg.id}/agenda.pdf",
    ):
        assert otto.get(url).status_code == 404
    assert ("weiger", "onbekend") in logged(actor("otto.elders"), overleg.id)


@pytest.mark.parametrize("how", ["revoked", "expired"])
def test_a_withdrawn_or_expired_offer_opened_by_url_is_refused_and_logged(
    offered, client_of, noor, bram, now, how
):
    number = offered(vervalt_op=now + timedelta(seconds=10)) if how == "expired" else offered()
    if how == "revoked":
        with context(noor):
            verstrekking.revoke(number, reden="vergissing", by=noor, at=now)
    answer = client_of("bram.testman").get(f"/regie/overleg/aangeboden/{number}/")
    assert answer.status_code == 403
    assert "Voorbeeldlaan" not in answer.content.decode()
    assert ("weiger", "geweigerd") in logged(bram, number)


def test_an_item_whose_verstrekking_was_withdrawn_shows_no_fields_and_logs_the_try(
    meeting, client_of, item_url, noor, bram, mila, now
):
    overleg, (punt,) = meeting("Loods", gasten={0: [mila]})
    with context(noor):
        verstrekking.revoke(punt.verstrekking_id, reden="vergissing", by=noor, at=now)
    page = client_of("bram.testman").get(item_url(overleg, punt)).content.decode()
    assert "Voorbeeldlaan" not in page
    assert "Deze verstrekking is ingetrokken." in page
    assert ("weiger", "geweigerd") in logged(bram, punt.verstrekking_id)
    assert client_of("mila.fictief").get(item_url(overleg, punt)).status_code == 403
