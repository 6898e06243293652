"""Product rule 9: a possible minor or acute danger opens the care step; until somebody called nothing is weighed."""

from datetime import timedelta

import pytest
from django.urls import reverse

from doorzicht.ground.access.api import context
from doorzicht.wings.signaleren.melding import actions as melding_actions
from doorzicht.wings.signaleren.melding.actions import ZorgEerst
from doorzicht.wings.signaleren.weging import actions, checks, voordragen
from doorzicht.wings.signaleren.weging.models import Weging
from doorzicht.wings.signaleren.weging.tests.conftest import besluit, call, persoon, status, voordracht

CARE_FIRST = [
    {"leeftijd": "minderjarig"},
    {"leeftijd": "onbekend"},
    {"spoed": "acuut"},
]


@pytest.mark.parametrize("changes", CARE_FIRST)
def test_no_verb_weighs_before_the_call(melding, cast, now, changes):
    melding_id = melding(gebeld=False, **changes)
    with context(cast("noor")) as noor:
        for verb in (
            lambda: actions.save_draft(melding_id, besluit("niets"), by=noor, at=now),
            lambda: actions.record(melding_id, besluit("niets"), by=noor, at=now),
            lambda: actions.weigh_again(melding_id, by=noor, at=now),
            lambda: actions.decide_along(melding_id, akkoord=True, reden="x", by=noor, at=now),
            lambda: checks.ask_seen_before(melding_id, by=noor, at=now),
            lambda: voordragen.propose(melding_id, voordracht(), by=noor, at=now),
        ):
            with pytest.raises(ZorgEerst):
                verb()
        assert not Weging.objects.exists()


@pytest.mark.parametrize("soort", ["112", "veilig_thuis", "zorgcoordinator", "niet_nodig"])
def test_after_a_recorded_call_or_reason_it_may_be_weighed(melding, cast, now, soort):
    melding_id = melding(gebeld=False, leeftijd="minderjarig")
    with context(cast("noor")) as noor:
        call(melding_id, by=noor, at=now, soort=soort)
        actions.record(melding_id, besluit("afdeling"), by=noor, at=now)
        assert status(melding_id) == "overgedragen"


def test_an_adult_without_danger_may_be_weighed_at_once(melding, cast, now):
    melding_id = melding(gebeld=False)
    with context(cast("noor")) as noor:
        actions.record(melding_id, besluit("afdeling"), by=noor, at=now)


@pytest.mark.parametrize("leeftijd", ["minderjarig", "onbekend"])
def test_a_presumed_victim_who_may_be_a_minor_counts_whatever_the_reporter_ticked(
    melding, cast, now, leeftijd
):
    melding_id = melding(persoon("ARB02", leeftijd=leeftijd), gebeld=False, leeftijd="meerderjarig")
    with context(cast("noor")) as noor, pytest.raises(ZorgEerst):
        actions.record(melding_id, besluit("afdeling"), by=noor, at=now)


def test_a_child_that_came_along_with_another_melding_came_when_that_one_came(melding, cast, now):
    child, between, melding_id = melding(gebeld=False, leeftijd="minderjarig"), melding(), melding()
    with context(cast("noor")) as noor:
        melding_actions.merge(child, between, reden="dezelfde loods", by=noor, at=now)
        call(melding_id, by=noor, at=now + timedelta(minutes=1))
        later = now + timedelta(minutes=2)
        melding_actions.merge(between, melding_id, reden="dezelfde loods", by=noor, at=later)
        with pytest.raises(ZorgEerst):
            actions.record(melding_id, besluit("niets"), by=noor, at=later)


def test_a_call_before_a_merge_does_not_cover_the_child_that_came_with_it(melding, cast, now):
    child, adult = melding(gebeld=False, leeftijd="minderjarig"), melding(gebeld=False)
    with context(cast("noor")) as noor:
        call(adult, by=noor, at=now, soort="niet_nodig")
        melding_actions.merge(
            child, adult, reden="dezelfde loods", by=noor, at=now.replace(year=now.year + 1)
        )
        with pytest.raises(ZorgEerst):
            actions.record(adult, besluit("afdeling"), by=noor, at=now)
        call(adult, by=noor, at=now.replace(year=now.year + 2))
        actions.record(adult, besluit("afdeling"), by=noor, at=now)


def test_the_page_shows_the_care_step_and_no_weighing(melding, client_of):
    address = reverse("weging", kwargs={"melding_id": melding(gebeld=False, leeftijd="onbekend")})
    page = client_of("noor").get(address).content.decode()
    assert "Leg het telefoontje vast" in page
    assert "tel:112" in page
    assert "Elementen van artikel 273f" not in page
    assert "Weging vastleggen" not in page


def test_the_call_says_who_when_and_what_came_of_it(melding, client_of):
    melding_id = melding(gebeld=False, leeftijd="onbekend")
    noor, address = client_of("noor"), reverse("weging-bellen", kwargs={"melding_id": melding_id})
    assert "dz-fouten" in noor.post(address, {"soort": "112"}).content.decode()
    noor.post(address, {"soort": "112", "wie": "meldkamer", "uitkomst": "komt meteen"})
    page = noor.get(reverse("weging", kwargs={"melding_id": melding_id})).content.decode()
    assert "112 gebeld: meldkamer" in page
    assert "komt meteen" in page
    assert "Weging vastleggen" in page
