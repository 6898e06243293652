"""The screens of the checks: what is needed to decide, never the reporter; mistakes beside the field, text kept."""

import pytest
from django.urls import reverse

from doorzicht.ground.access.api import context
from doorzicht.wings.signaleren.weging import actions
from doorzicht.wings.signaleren.weging.models import Privacycheck, VoordrachtVeld
from doorzicht.wings.signaleren.weging.tests.conftest import besluit, persoon, status

DECIDED = {"besluit": "akkoord", "reden": "Passend bij de taak."}


@pytest.fixture
def check(melding, cast, now):
    """The address of a check 1 that waits."""
    melding_id = melding(persoon("ARB02", "ARB04", naam="Man met pet", omschrijving="Rode pet"))
    with context(cast("noor")) as noor:
        actions.record(melding_id, besluit("vervolganalyse"), by=noor, at=now)
        return reverse("privacycheck", kwargs={"check_id": Privacycheck.objects.get().id})


def test_the_question_the_sources_and_what_was_seen_are_on_the_page(check, client_of):
    page = client_of("sietse").get(check).content.decode()
    for told in ("Is dit nummer eerder gemeld?", "Adresgegevens (BAG)", "lange dagen", "W1 en W2 steunen"):
        assert told in page


def test_no_name_number_story_or_reporter_is_on_it(check, client_of):
    page = client_of("sietse").get(check).content.decode()
    for kept in (
        "Melderson",
        "0611111111",
        "Man met pet",
        "Rode pet",
        "+31612345678",
        "Zes bedden",
        "buurman",
    ):
        assert kept not in page


def test_the_list_shows_it_until_it_is_decided(check, client_of):
    sietse = client_of("sietse")
    assert "Slapen boven een loods" in sietse.get(reverse("privacychecks")).content.decode()
    answer = sietse.post(check, DECIDED | {"vrijgegeven": ["bag"]})
    assert answer.url == reverse("privacychecks")
    assert "Geen open privacychecks." in sietse.get(reverse("privacychecks")).content.decode()


def test_a_mistake_stands_beside_its_field_and_the_reason_is_kept(check, client_of):
    page = client_of("sietse").post(check, DECIDED).content.decode()
    assert "Kies welke van de gevraagde bronnen je vrijgeeft." in page
    assert "Passend bij de taak." in page


def test_a_decision_sent_twice_says_so_and_changes_nothing(check, client_of):
    sietse = client_of("sietse")
    sietse.post(check, DECIDED | {"vrijgegeven": ["bag"]})
    page = sietse.post(check, {"besluit": "afgewezen", "reden": "Toch niet."}).content.decode()
    assert "Deze check is al gedaan." in page
    assert "Akkoord op" in page


def test_a_deputy_reads_that_they_stand_in(check, client_of):
    assert "als vervanger" in client_of("pleun").get(check).content.decode()
    assert "als vervanger" not in client_of("sietse").get(check).content.decode()


@pytest.mark.parametrize("who", ["noor", "bram", "merel", "fenna"])
def test_nobody_else_may_open_a_check_or_the_list(check, client_of, who):
    assert client_of(who).get(check).status_code == 403
    assert client_of(who).get(reverse("privacychecks")).status_code == 403


def test_the_list_costs_the_same_for_one_and_for_many(
    melding, cast, now, client_of, django_assert_num_queries
):
    sietse = client_of("sietse")
    for n in (1, 5):
        for _ in range(n):
            melding_id = melding()
            with context(cast("noor")) as noor:
                actions.record(melding_id, besluit("vervolganalyse"), by=noor, at=now)
        sietse.get(reverse("privacychecks"))
        with django_assert_num_queries(10):
            sietse.get(reverse("privacychecks"))


def test_every_field_of_a_proposal_gets_its_own_answer(proposed, client_of, cast):
    melding_id, check_id = proposed("plaats", "p1-waarnemingen")
    address = reverse("privacycheck", kwargs={"check_id": check_id})
    sietse = client_of("sietse")
    page = sietse.post(address, DECIDED).content.decode()
    assert page.count("Kies vrijgeven of niet.") >= 2
    with context(cast("sietse")):
        plaats, seen = VoordrachtVeld.objects.order_by("volgnummer")
    sietse.post(address, DECIDED | {f"veld-{plaats.id}": "ja", f"veld-{seen.id}": "nee"})
    with context(cast("sietse")):
        assert [v.vrijgegeven for v in VoordrachtVeld.objects.order_by("volgnummer")] == [True, False]
        assert status(melding_id) == "aangeboden"


def test_what_was_typed_by_others_cannot_become_markup(in_analysis, client_of):
    melding_id = in_analysis(wanneer="<script>alert(1)</script>", vrijgegeven=["bag"])
    page = client_of("noor").get(reverse("weging-voordracht", kwargs={"melding_id": melding_id}))
    assert "<script>alert(1)" not in page.content.decode()
    assert "&lt;script&gt;alert(1)" in page.content.decode()
