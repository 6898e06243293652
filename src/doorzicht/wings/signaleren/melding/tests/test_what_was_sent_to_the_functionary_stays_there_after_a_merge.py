"""A-01: what was sent straight to the aandachtsfunctionaris, and what was merged into it, is read by nobody else."""

import os
from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import timezone

from doorzicht.ground.access.api import context
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.wings.signaleren import api
from doorzicht.wings.signaleren.melding import actions, selectors, werklijst
from doorzicht.wings.signaleren.melding.invoer import MeldingInvoer, PersoonInvoer
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.melding.ontvangen import Ontvangen, receive
from doorzicht.wings.signaleren.melding.workflow import OngeldigeStap

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def received(actor):
    """`received("functionaris")`: a melding that was sent this way and read by Noor."""

    def make(route: str = "meldpunt") -> Ontvangen:
        people = (PersoonInvoer("Persoon 1", leeftijd="meerderjarig"),)
        invoer = MeldingInvoer(
            "medewerker", os.urandom(32), f"Via {route}", "Verhaal.", personen=people, route=route,
            leeftijd="meerderjarig",
        )  # fmt: skip
        with context(actor("fenna.verzonnen")) as fenna:
            done = receive(invoer, by=fenna, at=timezone.now())
        with context(actor("noor.voorbeeld")) as noor:
            actions.open_melding(done.melding_id, by=noor, at=timezone.now())
        return done

    return make


@pytest.fixture
def coordinator(actor):
    """Bram as a coordinator who does not stand in for the aandachtsfunctionaris."""
    return replace(actor("bram.testman"), rollen=frozenset({"coordinator"}))


@pytest.fixture
def browser(client, coordinator):
    """The browser of that coordinator."""
    bram = Medewerker.objects.get(pk=coordinator.medewerker_id)
    bram.aanstellingen.exclude(rol="coordinator").update(tot="2026-01-02")
    client.force_login(bram, backend=BACKEND)
    return client


@pytest.fixture
def merge(actor):
    """`merge(a, b)`: Noor lets a go on under the number of b."""

    def run(source: Ontvangen, target: Ontvangen) -> None:
        with context(actor("noor.voorbeeld")) as noor:
            actions.merge(source.melding_id, target.melding_id, reden="dezelfde", by=noor, at=timezone.now())

    return run


def test_it_may_not_go_on_under_an_ordinary_number_and_is_told_how_it_can(received, merge, actor):
    direct, ordinary = received("functionaris"), received()
    told = f"open {ordinary.nummer} en voeg die samen met {direct.nummer}"
    with pytest.raises(OngeldigeStap, match=told):
        merge(direct, ordinary)
    with context(actor("noor.voorbeeld")):
        assert Melding.objects.get(pk=direct.melding_id).status == "gelezen"


def test_the_refusal_stands_beside_the_field_and_what_was_typed_stays(client, received, actor):
    direct, ordinary = received("functionaris"), received()
    noor = Medewerker.objects.get(pk=actor("noor.voorbeeld").medewerker_id)
    client.force_login(noor, backend=BACKEND)
    answer = client.post(
        reverse("melding-samenvoegen", kwargs={"melding_id": direct.melding_id}),
        {"nummer": ordinary.nummer, "reden": "Het is dezelfde loods."},
    )
    words = answer.content.decode()
    assert "Doe het andersom" in words
    assert "Het is dezelfde loods." in words


@pytest.mark.parametrize(
    ("source", "target"), [("meldpunt", "functionaris"), ("functionaris", "functionaris")]
)
def test_the_other_way_round_it_may(received, merge, actor, source, target):
    first, second = received(source), received(target)
    merge(first, second)
    with context(actor("noor.voorbeeld")):
        assert Melding.objects.get(pk=first.melding_id).status == "samengevoegd"


@pytest.fixture
def family(received, merge):
    """An ordinary melding merged into an ordinary one, that went on under one for the functionary."""
    deepest, between, direct = received(), received(), received("functionaris")
    merge(deepest, between)
    merge(between, direct)
    return deepest, between, direct


def test_before_the_merge_the_coordinator_may_read_the_ordinary_one(received, coordinator):
    ordinary = received()
    with context(coordinator):
        assert selectors.by_number(ordinary.nummer, by=coordinator) == ordinary.melding_id


def test_nothing_of_the_family_is_found_by_number_opened_or_listed(family, coordinator):
    today = timezone.localdate()
    with context(coordinator):
        for member in family:
            assert selectors.by_number(member.nummer, by=coordinator) is None
            with pytest.raises(Melding.DoesNotExist):
                actions.open_melding(member.melding_id, by=coordinator, at=timezone.now())
            with pytest.raises(Melding.DoesNotExist):
                actions.locked(member.melding_id, coordinator)
        assert werklijst.worklist(by=coordinator, today=today).regels == ()
        assert api.worklist_summary(by=coordinator, today=today).rijen == []
        assert api.waiting_for(by=coordinator, today=today) == []


def test_no_page_or_button_of_the_coordinator_says_that_it_exists(family, received, browser):
    numbers, ordinary = {member.nummer for member in family}, received()
    for address in ("/start/", reverse("melding-lijst")):
        answer = browser.get(address)
        words = answer.content.decode()
        assert answer.status_code == 200
        assert [n for n in numbers if n in words] == []
        assert ordinary.nummer in words
    for member in family:
        where = {"melding_id": member.melding_id}
        for name in ("melding", "weging"):
            assert browser.get(reverse(name, kwargs=where)).status_code == 404
        recuse = {"medewerker": str(member.melding_id), "reden": "x"}
        for name, data in (
            ("melding-antwoord", {"tekst": "Dank."}),
            ("melding-bellen", {"soort": "112", "wie": "meldkamer", "uitkomst": "zij gaan"}),
            ("melding-uitsluiten", recuse),
        ):
            assert browser.post(reverse(name, kwargs=where), data).status_code == 404
        assert browser.post("/signaleren/zoek/", {"nummer": member.nummer}).status_code == 404


def test_who_weighs_may_read_every_member(family, actor):
    with context(actor("noor.voorbeeld")) as noor:
        for member in family:
            assert selectors.by_number(member.nummer, by=noor) == member.melding_id
            actions.open_melding(member.melding_id, by=noor, at=timezone.now())


def test_after_a_split_the_ordinary_one_is_the_coordinators_again_and_the_other_is_not(
    family, coordinator, actor
):
    deepest, between, direct = family
    with context(actor("noor.voorbeeld")) as noor:
        actions.split(between.melding_id, by=noor, at=timezone.now())
    with context(coordinator):
        for member in (deepest, between):
            assert selectors.by_number(member.nummer, by=coordinator) == member.melding_id
        assert selectors.by_number(direct.nummer, by=coordinator) is None


def test_another_family_stays_open_to_the_coordinator(family, received, merge, coordinator):
    two = received(), received()
    merge(*two)
    with context(coordinator):
        for member in two:
            assert selectors.by_number(member.nummer, by=coordinator) == member.melding_id
        assert [r.nummer for r in werklijst.worklist(by=coordinator, today=timezone.localdate()).regels] == [
            two[1].nummer
        ]
