"""Product rule 2: of a melding that no privacycheck 1 was about nothing goes to the overleg, merged or not."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from doorzicht.ground.access.api import context
from doorzicht.ground.vault import api as vault
from doorzicht.ground.verstrekking.models import Verstrekking
from doorzicht.wings.signaleren.melding import actions as melding_actions
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.weging import actions, checks, voordragen
from doorzicht.wings.signaleren.weging.invoer import Checkbesluit
from doorzicht.wings.signaleren.weging.models import Privacycheck, Voordracht, VoordrachtVeld
from doorzicht.wings.signaleren.weging.tests.conftest import besluit, persoon, status, voordracht
from doorzicht.wings.signaleren.weging.workflow import Onvolledig

MINUTE = timedelta(minutes=1)


@pytest.fixture
def clock(now):
    """`clock()`: a minute later each time."""
    moments = iter(range(1, 100))
    return lambda: now + next(moments) * MINUTE


@pytest.fixture
def check_1(cast, clock):
    """`check_1(melding_id)`: weighed, and privacycheck 1 released a source that asks nothing beforehand."""

    def run(melding_id, answer: str = "akkoord") -> None:
        with context(cast("noor")) as noor:
            actions.record(melding_id, besluit("vervolganalyse", bronnen=("bag",)), by=noor, at=clock())
            check = Privacycheck.objects.get(dossier_id=melding_id, soort="1", besluit="")
        with context(cast("sietse")) as sietse:
            released = ["bag"] if answer == "akkoord" else []
            decided = Checkbesluit(answer, "Passend bij de taak.", "Kleiner.")
            checks.decide_sources(check.id, decided, vrijgegeven=released, by=sietse, at=clock())

    return run


@pytest.fixture
def merge(cast, clock):
    def run(source, target) -> None:
        with context(cast("noor")) as noor:
            melding_actions.merge(source, target, reden="dezelfde loods", by=noor, at=clock())

    return run


@pytest.fixture
def offered_of(cast):
    """`offered_of(melding_id)`: the numbers of the family whose fields can be chosen, and those that cannot."""

    def ask(melding_id) -> tuple[set, set]:
        with context(cast("noor")):
            melding = Melding.objects.get(pk=melding_id)
            words = " ".join(o.label for o in voordragen.selectable(melding))
            ids = dict(Melding.objects.values_list("nummer", "id"))
            found = {i for n, i in ids.items() if n in words}
            codes = {o.code for o in voordragen.selectable(melding)}
            if "plaats" in codes:
                found.add(melding_id)
            return found, {ids[n] for n in voordragen.without_check(melding)}

    return ask


def test_what_was_merged_after_the_check_may_not_be_proposed(melding, merge, check_1, offered_of):
    other, melding_id = melding(), melding()
    check_1(melding_id)
    merge(other, melding_id)
    assert offered_of(melding_id) == ({melding_id}, {other})


def test_its_fields_are_refused_whatever_is_sent(melding, merge, check_1, cast, clock):
    other, melding_id = melding(), melding()
    check_1(melding_id)
    merge(other, melding_id)
    with context(cast("noor")) as noor:
        for code in ("m1-plaats", "m1-p1-naam", "m1-los-telefoon-1"):
            with pytest.raises(Onvolledig) as gaps:
                voordragen.propose(melding_id, voordracht("plaats", code), by=noor, at=clock())
            assert set(gaps.value.fouten) == {"velden"}
        assert not VoordrachtVeld.objects.exists()
        assert status(melding_id) == "vervolganalyse"


def test_what_lay_in_the_check_may_be_proposed_and_reaches_the_overleg(
    melding, merge, check_1, offered_of, cast, clock
):
    other, melding_id = melding(), melding()
    merge(other, melding_id)
    check_1(melding_id)
    assert offered_of(melding_id) == ({melding_id, other}, set())

    with context(cast("noor")) as noor:
        check = voordragen.propose(melding_id, voordracht("m1-plaats"), by=noor, at=clock())
    with context(cast("sietse")) as sietse:
        fields = set(VoordrachtVeld.objects.values_list("id", flat=True))
        agreed = Checkbesluit("akkoord", "Zo min mogelijk.")
        voordragen.decide_fields(check.id, agreed, vrijgegeven=fields, by=sietse, at=clock())
        assert Verstrekking.objects.count() == 1


def test_what_passed_privacycheck_1_by_itself_may_be_proposed_whenever_it_came(
    melding, merge, check_1, offered_of
):
    other, melding_id = melding(), melding()
    check_1(other)
    check_1(melding_id)
    merge(other, melding_id)
    assert offered_of(melding_id) == ({melding_id, other}, set())


def test_what_passed_it_and_was_weighed_again_since_may_not(melding, merge, check_1, offered_of, cast, clock):
    other, melding_id = melding(), melding()
    check_1(other)
    check_1(melding_id)
    with context(cast("noor")) as noor:
        actions.weigh_again(other, by=noor, at=clock())
    merge(other, melding_id)
    assert offered_of(melding_id) == ({melding_id}, {other})


@pytest.mark.parametrize("answer", ["afgewezen", "tegenvoorstel"])
def test_what_was_refused_at_privacycheck_1_may_not(melding, merge, check_1, offered_of, answer):
    other, melding_id = melding(), melding()
    check_1(other, answer)
    check_1(melding_id)
    merge(other, melding_id)
    assert offered_of(melding_id) == ({melding_id}, {other})


def test_what_was_split_off_and_merged_again_may_not(melding, merge, check_1, offered_of, cast, clock):
    other, melding_id = melding(), melding()
    merge(other, melding_id)
    check_1(melding_id)
    with context(cast("noor")) as noor:
        melding_actions.split(other, by=noor, at=clock())
    assert offered_of(melding_id) == ({melding_id}, set())
    merge(other, melding_id)
    assert offered_of(melding_id) == ({melding_id}, {other})


def test_a_check_is_about_everything_that_was_merged_at_any_depth_by_then(
    melding, merge, check_1, offered_of
):
    deepest, between, melding_id = melding(), melding(), melding()
    merge(deepest, between)
    merge(between, melding_id)
    check_1(melding_id)
    assert offered_of(melding_id) == ({melding_id, between, deepest}, set())


def test_what_came_along_with_another_after_the_check_may_not(melding, merge, check_1, offered_of):
    deepest, between, melding_id = melding(), melding(), melding()
    merge(deepest, between)
    check_1(melding_id)
    merge(between, melding_id)
    assert offered_of(melding_id) == ({melding_id}, {between, deepest})


def test_what_came_into_a_member_after_that_members_own_check_may_not(melding, merge, check_1, offered_of):
    before, after, between, melding_id = melding(), melding(), melding(), melding()
    check_1(melding_id)
    merge(before, between)
    check_1(between)
    merge(after, between)
    merge(between, melding_id)
    assert offered_of(melding_id) == ({melding_id, between, before}, {after})


def test_weighed_again_with_a_new_check_it_may_be_proposed_after_all(
    melding, merge, check_1, offered_of, cast, clock
):
    other, melding_id = melding(), melding()
    check_1(melding_id)
    merge(other, melding_id)
    with context(cast("noor")) as noor:
        actions.weigh_again(melding_id, by=noor, at=clock())
    check_1(melding_id)
    assert offered_of(melding_id) == ({melding_id, other}, set())


def test_a_new_check_that_is_refused_opens_nothing(melding, merge, check_1, offered_of, cast, clock):
    other, melding_id = melding(), melding()
    check_1(melding_id)
    merge(other, melding_id)
    with context(cast("noor")) as noor:
        actions.weigh_again(melding_id, by=noor, at=clock())
    check_1(melding_id, "afgewezen")
    assert offered_of(melding_id) == (set(), {melding_id, other})


def test_a_field_keeps_its_code_when_another_member_may_not_be_proposed(melding, merge, check_1, cast):
    """A page that was opened earlier must never choose somebody else's field."""
    unchecked, passed, melding_id = melding(), melding(), melding()
    check_1(melding_id)
    check_1(passed)
    merge(unchecked, melding_id)
    merge(passed, melding_id)
    with context(cast("noor")):
        codes = {o.code for o in voordragen.selectable(Melding.objects.get(pk=melding_id))}
    assert "m2-plaats" in codes
    assert not any(code.startswith("m1-") for code in codes)


def test_a_member_that_was_destroyed_offers_nothing_and_leaves_the_codes_of_the_others(
    melding, merge, check_1, cast, clock
):
    gone, stays, melding_id = melding(), melding(), melding()
    merge(gone, melding_id)
    merge(stays, melding_id)
    check_1(melding_id)
    with context(cast("noor")) as noor:
        vault.destroy_dossier(gone, at=timezone.localdate())
        codes = {o.code for o in voordragen.selectable(Melding.objects.get(pk=melding_id))}
        assert {code[:3] for code in codes if code.startswith("m")} == {"m2-"}
        voordragen.propose(melding_id, voordracht("m2-plaats"), by=noor, at=clock())
        assert VoordrachtVeld.objects.get().code == "m2-plaats"


def test_the_flags_that_travel_along_are_about_those_who_lay_in_a_check(melding, merge, check_1, cast, clock):
    child, melding_id = melding(persoon("ARB02", leeftijd="minderjarig")), melding()
    check_1(melding_id)
    merge(child, melding_id)
    with context(cast("noor")) as noor:
        voordragen.propose(melding_id, voordracht("plaats"), by=noor, at=clock())
        row = Voordracht.objects.get()
        assert (row.minderjarig, row.slachtoffer) == ("nee", True)


def test_the_page_says_which_melding_lacks_the_check_and_what_to_do(melding, merge, check_1, client_of, cast):
    other, melding_id = melding(), melding()
    check_1(melding_id)
    address = reverse("weging-voordracht", kwargs={"melding_id": melding_id})
    assert "Niet alles kan mee" not in client_of("noor").get(address).content.decode()

    merge(other, melding_id)
    words = " ".join(client_of("noor").get(address).content.decode().split())
    with context(cast("noor")):
        number = Melding.objects.get(pk=other).nummer
    assert f'Over <span class="dz-nummer">{number}</span> is geen privacycheck 1 gedaan.' in words
    assert "Weeg opnieuw en vraag privacycheck 1 aan" in words
    assert f"Plaats ({number})" not in words
