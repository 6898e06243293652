"""Product rule 11: "niets" seals the melding from day 0, out of every list and search, and its last day is planned."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.herkenning.models import Kenmerk
from doorzicht.ground.vault.models import Dossier
from doorzicht.wings.signaleren.melding import actions as melding_actions
from doorzicht.wings.signaleren.melding import berichten, werklijst
from doorzicht.wings.signaleren.melding import selectors as melding_selectors
from doorzicht.wings.signaleren.melding.models import Melding, Persoon, RolVanPersoon
from doorzicht.wings.signaleren.weging import actions, waarnemen
from doorzicht.wings.signaleren.weging.tests.conftest import besluit, persoon, status
from doorzicht.wings.signaleren.weging.workflow import EerstLezen


@pytest.fixture
def sealed(melding, cast, now):
    melding_id = melding()
    with context(cast("noor")) as noor:
        actions.record(melding_id, besluit("niets"), by=noor, at=now)
    return melding_id


def test_it_is_in_no_list_and_no_search(sealed, cast):
    with context(cast("noor")) as noor:
        row = Melding.objects.get(pk=sealed)
        assert (row.status, row.verzegeld) == ("niets", True)
        assert werklijst.worklist(by=noor, today=timezone.localdate()).regels == ()
        assert melding_selectors.by_number(row.nummer, by=noor) is None


def test_its_pages_do_not_exist_any_more(sealed, client_of):
    noor = client_of("noor")
    for name in ("melding", "weging", "weging-waarneming", "weging-voordracht"):
        assert noor.get(reverse(name, kwargs={"melding_id": sealed})).status_code == 404


def test_who_reported_can_no_longer_be_asked(sealed, client_of):
    answer = client_of("noor").post(reverse("melding-melder", kwargs={"melding_id": sealed}))
    assert answer.status_code == 404
    assert "Mieke" not in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("melding-antwoord", {"tekst": "nog iets"}),
        ("melding-bellen", {"soort": "112", "wie": "meldkamer", "uitkomst": "zij gaan"}),
        ("melding-afronden", {}),
        ("melding-splitsen", {}),
        ("weging-opnieuw", {}),
        ("weging-eerder", {}),
        ("weging-aanvullen", {"tekst": "nog iets"}),
        ("weging-bellen", {"soort": "112", "wie": "meldkamer", "uitkomst": "zij gaan"}),
    ],
)
def test_nothing_can_be_done_with_it_and_no_button_tells_it_exists(sealed, client_of, name, data):
    answer = client_of("noor").post(reverse(name, kwargs={"melding_id": sealed}), data)
    assert answer.status_code == 404


@pytest.mark.parametrize(
    "verb",
    [
        lambda m, by, at: actions.supplement(m, "nog iets", by=by, at=at),
        lambda m, by, at: waarnemen.add_person(m, aanduiding="nog iemand", leeftijd="onbekend", by=by),
        lambda m, by, at: waarnemen.choose(m, waarnemen.Gekozen(("ARB02",)), persoon_id=None, by=by),
        lambda m, by, at: melding_actions.open_melding(m, by=by, at=at),
    ],
    ids=["supplement", "add a person", "choose an observation", "open"],
)
def test_no_verb_finds_it_either(sealed, cast, now, verb):
    with context(cast("noor")) as noor, pytest.raises(Melding.DoesNotExist):
        verb(sealed, noor, now)


def test_its_people_cannot_be_changed_any_more(sealed, cast, client_of):
    with context(cast("noor")):
        person = Persoon.objects.get(dossier_id=sealed)
    where = {"melding_id": sealed, "persoon_id": person.id}
    assert client_of("noor").post(reverse("melding-rollen", kwargs=where), {}).status_code == 404
    age = {f"{person.id}-leeftijd": "onbekend"}
    assert client_of("noor").post(reverse("weging-leeftijd", kwargs=where), age).status_code == 404
    with context(cast("noor")):
        assert RolVanPersoon.objects.get(persoon_id=person.id).tot is None


def test_a_decision_sent_twice_ends_at_the_list(sealed, client_of):
    answer = client_of("noor").post(reverse("weging", kwargs={"melding_id": sealed}), {"uitkomst": "niets"})
    assert answer.url == reverse("melding-lijst")


def test_it_is_kept_encrypted_until_the_day_the_catalogue_says(sealed, cast, now):
    with context(cast("noor")):
        dossier = Dossier.objects.get(pk=sealed)
        assert dossier.bewaarregel == "melding-niets"
        assert dossier.vernietigd_op is None
        assert dossier.vernietigen_op - timezone.localdate() >= timedelta(days=365)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT string_agg(m::text || w::text, ' ') FROM signaleren_melding m, signaleren_weging w"
            )
            assert "steunen" not in cursor.fetchone()[0]


def test_after_analysis_it_can_no_longer_be_recognised(in_analysis, cast, now):
    melding_id = in_analysis()
    with context(cast("noor")) as noor:
        assert Kenmerk.objects.filter(dossier_id=melding_id).exists()
        actions.record(melding_id, besluit("niets"), by=noor, at=now)
        assert not Kenmerk.objects.filter(dossier_id=melding_id).exists()


def test_what_was_merged_into_it_is_sealed_with_it(melding, cast, now):
    other, melding_id = melding(), melding()
    with context(cast("noor")) as noor:
        melding_actions.merge(other, melding_id, reden="dezelfde loods", by=noor, at=now)
        actions.record(melding_id, besluit("niets"), by=noor, at=now)
        assert Melding.objects.get(pk=other).verzegeld
        assert Dossier.objects.get(pk=other).bewaarregel == "melding-niets"


@pytest.mark.parametrize("outcome", ["afdeling", "vervolganalyse"])
def test_another_outcome_seals_nothing(melding, cast, now, outcome):
    melding_id = melding()
    with context(cast("noor")) as noor:
        actions.record(melding_id, besluit(outcome), by=noor, at=now)
        assert not Melding.objects.get(pk=melding_id).verzegeld


def test_a_draft_of_niets_seals_nothing(melding, cast, now):
    melding_id = melding()
    with context(cast("noor")) as noor:
        actions.save_draft(melding_id, besluit("niets"), by=noor, at=now)
        assert not Melding.objects.get(pk=melding_id).verzegeld
        assert status(melding_id) == "gelezen"


def test_nothing_is_sealed_over_a_message_that_nobody_read(melding, cast, now):
    melding_id = melding()
    with context(Actor.melder("0246")) as melder:
        berichten.add_from_reporter(melding_id, "Ze vertrekken vanavond.", by=melder, at=now)
    with context(cast("noor")) as noor:
        with pytest.raises(EerstLezen):
            actions.record(melding_id, besluit("niets"), by=noor, at=now)
        assert status(melding_id) == "gelezen"
        berichten.mark_read(Melding.objects.get(pk=melding_id), by=noor, at=now)
        actions.record(melding_id, besluit("niets"), by=noor, at=now)
        assert Melding.objects.get(pk=melding_id).verzegeld


def test_the_weighing_page_says_that_the_message_goes_first_and_keeps_what_was_typed(
    melding, cast, client_of, now
):
    melding_id = melding()
    with context(Actor.melder("0246")) as melder:
        berichten.add_from_reporter(melding_id, "Ze vertrekken vanavond.", by=melder, at=now)
    form = {"uitkomst": "niets", "reden": "Niets concreets gezien."}
    page = client_of("noor").post(reverse("weging", kwargs={"melding_id": melding_id}), form).content.decode()
    assert "lees eerst het nieuwe bericht" in page
    assert "Niets concreets gezien." in page


def test_the_second_person_is_told_the_same_and_keeps_what_was_typed(melding, cast, client_of, now):
    melding_id = melding(persoon("ARB02", leeftijd="minderjarig"), leeftijd="minderjarig")
    with context(cast("noor")) as noor:
        actions.record(melding_id, besluit("niets"), by=noor, at=now)
    with context(Actor.melder("0246")) as melder:
        berichten.add_from_reporter(melding_id, "Ze vertrekken vanavond.", by=melder, at=now)
    where = reverse("weging-meebeslissen", kwargs={"melding_id": melding_id})
    answer = client_of("bram").post(where, {"akkoord": "ja", "reden": "Ook mijn oordeel."})
    assert "lees eerst het nieuwe bericht" in answer.content.decode()
    assert "Ook mijn oordeel." in answer.content.decode()
    with context(cast("noor")):
        assert status(melding_id) == "tweede_mens"
