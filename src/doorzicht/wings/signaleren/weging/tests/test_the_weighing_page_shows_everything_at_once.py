"""One page shows people one by one, places and remarks apart, and costs the same however much lies on the table."""

import pytest
from django.urls import reverse

from doorzicht.wings.signaleren.melding.invoer import WaarnemingInvoer
from doorzicht.wings.signaleren.weging.tests.conftest import persoon


def page_of(client, melding_id) -> str:
    answer = client.get(reverse("weging", kwargs={"melding_id": melding_id}))
    assert answer.status_code == 200
    return answer.content.decode()


def test_reasons_dimensions_and_remarks_stand_beside_what_was_seen(melding, client_of):
    seen = persoon("ARB02", "ARB04")
    extra = (
        *seen.waarnemingen,
        WaarnemingInvoer("KWE05", "kwetsbaarheid", bron="buurman"),
        WaarnemingInvoer("", "tegenfeit", "Had een eigen huissleutel", "buurman"),
    )
    page = page_of(client_of("noor"), melding(persoon(waarnemingen=extra)))

    assert "Wie zijn papieren niet heeft, kan niet vrij weg: dwang." in page
    assert "Volwassene, arbeid".lower() in page
    assert "Klein of geen netwerk (buurman)" in page
    assert "Had een eigen huissleutel (buurman)" in page
    assert page.count("Over de plek") >= 1


def test_what_the_reporter_told_of_themselves_is_not_on_it(melding, client_of):
    page = page_of(client_of("noor"), melding())
    assert "Melderson" not in page
    assert "0611111111" not in page


def test_no_outcome_is_chosen_or_proposed_beforehand(melding, client_of):
    page = page_of(client_of("noor"), melding())
    decision = page[page.index('id="weegformulier"') :]
    assert "checked" not in decision[: decision.index("</form>")]
    assert "Doorzicht doet geen voorstel" in page


@pytest.mark.parametrize("many", [False, True])
def test_the_number_of_statements_is_fixed(melding, client_of, django_assert_num_queries, many):
    people = [persoon("ARB02", "ARB04", naam=f"Persoon {n}") for n in range(12 if many else 1)]
    melding_id, noor = melding(*people), client_of("noor")
    page_of(noor, melding_id)
    with django_assert_num_queries(27):
        page_of(noor, melding_id)


@pytest.mark.parametrize("who", ["merel", "sietse", "fenna", "jet"])
def test_only_who_weighs_or_decides_along_may_open_it(melding, client_of, who):
    address = reverse("weging", kwargs={"melding_id": melding()})
    assert client_of(who).get(address).status_code == 403


def test_another_municipality_gets_a_page_that_does_not_exist(melding, client_of):
    address = reverse("weging", kwargs={"melding_id": melding()})
    assert client_of("otto").get(address).status_code == 404


def test_a_mistake_stands_beside_its_field_and_the_text_is_kept(melding, client_of):
    address = reverse("weging", kwargs={"melding_id": melding()})
    typed = {"uitkomst": "afdeling", "reden": "Deze zin mag niet weg.", "overdracht_op": "31-2-2026"}
    page = client_of("noor").post(address, typed).content.decode()
    assert "Deze zin mag niet weg." in page
    assert "31-2-2026" in page
    assert 'aria-invalid="true"' in page
