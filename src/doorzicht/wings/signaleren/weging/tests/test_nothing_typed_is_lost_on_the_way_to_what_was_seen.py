"""Half a weighing, then a button that leads elsewhere: what was typed waits as the draft, and nothing is decided."""

import pytest
from django.urls import reverse

from doorzicht.ground.access.api import context
from doorzicht.wings.signaleren.melding.models import Persoon
from doorzicht.wings.signaleren.weging import actions
from doorzicht.wings.signaleren.weging.forms import FORM_ID
from doorzicht.wings.signaleren.weging.models import Privacycheck, Weging
from doorzicht.wings.signaleren.weging.tests.conftest import besluit, persoon, status

TYPED = {"weegformulier": "1", "concreet": "ja", "concreet_uitleg": "plaats en dag", "reden": "Nog niet af"}


def _page(melding_id) -> str:
    return reverse("weging", kwargs={"melding_id": melding_id})


def _draft_on(client, melding_id) -> str:
    page = client.get(_page(melding_id)).content.decode()
    return page if 'value="plaats en dag"' in page and "Nog niet af" in page else ""


def test_choosing_what_was_seen_keeps_it_and_goes_on_at_that_person(melding, cast, client_of):
    melding_id, noor = melding(), client_of("noor")
    with context(cast("noor")):
        person = str(Persoon.objects.get(dossier_id=melding_id).id)

    answer = noor.post(_page(melding_id), TYPED | {"waarneming": person})

    where = reverse("weging-waarneming", kwargs={"melding_id": melding_id})
    assert answer.url == f"{where}?over={person}"
    assert _draft_on(noor, melding_id)
    with context(cast("noor")):
        assert Weging.objects.get().concept
        assert status(melding_id) == "gelezen"


def test_the_button_sends_the_form_of_the_weighing(melding, client_of):
    page = client_of("noor").get(_page(melding())).content.decode()
    button = next(
        part for part in page.split("<button")[1:] if "Waarneming kiezen" in part.split("</button>")[0]
    )
    assert f'form="{FORM_ID}" name="waarneming"' in button


def test_recording_an_age_keeps_it_too(melding, cast, client_of):
    melding_id, noor = melding(persoon("ARB02", leeftijd="onbekend"), leeftijd="onbekend"), client_of("noor")
    with context(cast("noor")):
        person = Persoon.objects.get(dossier_id=melding_id).id
    where = reverse("weging-leeftijd", kwargs={"melding_id": melding_id, "persoon_id": person})

    noor.post(where, TYPED | {f"{person}-leeftijd": "meerderjarig"})

    assert _draft_on(noor, melding_id)
    with context(cast("noor")):
        assert Persoon.objects.get(pk=person).leeftijd == "meerderjarig"


def test_asking_whether_it_was_seen_before_keeps_it_too(in_analysis, client_of):
    melding_id, noor = in_analysis(), client_of("noor")
    noor.post(reverse("weging-eerder", kwargs={"melding_id": melding_id}), TYPED)
    assert _draft_on(noor, melding_id)


def test_a_day_that_cannot_be_is_said_and_stays_with_the_rest(melding, cast, client_of):
    melding_id, noor = melding(), client_of("noor")
    page = noor.post(_page(melding_id), TYPED | {"overdracht_op": "gisterochtend", "waarneming": ""})
    assert "gisterochtend" in page.content.decode()
    assert "Nog niet af" in page.content.decode()
    with context(cast("noor")):
        assert not Weging.objects.exists()


@pytest.mark.parametrize("who", ["sietse", "merel", "otto"])
def test_whoever_may_not_weigh_keeps_nothing(melding, cast, client_of, who):
    melding_id = melding()
    assert client_of(who).post(_page(melding_id), TYPED | {"waarneming": ""}).status_code in {403, 404}
    with context(cast("noor")):
        assert not Weging.objects.exists()


def test_what_was_recorded_meanwhile_is_not_changed(melding, cast, client_of, now):
    melding_id = melding()
    with context(cast("noor")) as noor:
        actions.record(melding_id, besluit("vervolganalyse"), by=noor, at=now)
    client_of("noor").post(_page(melding_id), TYPED | {"waarneming": ""})
    with context(cast("noor")):
        assert not Weging.objects.get().concept
        assert Privacycheck.objects.count() == 1
