"""What was merged lies on the same table, each person by themselves and with numbers of its own."""

from itertools import pairwise

from django.urls import reverse

from doorzicht.ground.access.api import context
from doorzicht.wings.signaleren.melding import actions as melding_actions
from doorzicht.wings.signaleren.melding.models import Melding, Waarneming
from doorzicht.wings.signaleren.weging import waarnemen
from doorzicht.wings.signaleren.weging.selectors import read_table
from doorzicht.wings.signaleren.weging.tests.conftest import persoon


def merged(melding, cast, now, *, depth: int):
    """A melding into which others went, one through the other."""
    ids = [melding(persoon("ARB02", naam=f"Van {n}")) for n in range(depth + 1)]
    with context(cast("noor")) as noor:
        for source, target in pairwise(ids):
            melding_actions.merge(source, target, reden="dezelfde loods", by=noor, at=now)
    return ids


def test_people_stay_apart_and_say_where_they_come_from(melding, cast, now):
    *others, melding_id = merged(melding, cast, now, depth=2)
    with context(cast("noor")) as noor:
        tafel = read_table(Melding.objects.get(pk=melding_id), by=noor, recht="melding.lezen", doel="toets")
        numbers = {m.id: m.nummer for m in Melding.objects.all()}
    assert [p.uit for p in tafel.personen] == ["", numbers[others[1]], numbers[others[0]]]
    assert [p.gezien[0].nummer for p in tafel.personen] == ["W2", "B2", "C2"]


def test_after_a_split_they_are_gone_again(melding, cast, now):
    other, melding_id = merged(melding, cast, now, depth=1)
    with context(cast("noor")) as noor:
        melding_actions.split(other, by=noor, at=now)
        tafel = read_table(Melding.objects.get(pk=melding_id), by=noor, recht="melding.lezen", doel="toets")
    assert len(tafel.leden) == 1


def test_the_page_costs_one_statement_more_for_all_of_them(
    melding, cast, now, client_of, django_assert_num_queries
):
    address = reverse("weging", kwargs={"melding_id": merged(melding, cast, now, depth=3)[-1]})
    noor = client_of("noor")
    noor.get(address)
    with django_assert_num_queries(28):
        assert noor.get(address).status_code == 200


def test_an_observation_can_be_chosen_at_somebody_who_came_with_a_merge(melding, cast, now):
    other, melding_id = merged(melding, cast, now, depth=1)
    with context(cast("noor")) as noor:
        tafel = read_table(Melding.objects.get(pk=melding_id), by=noor, recht="melding.lezen", doel="toets")
        chosen = waarnemen.Gekozen(waarnemingen=("ARB04", "LOC05"))
        waarnemen.choose(melding_id, chosen, persoon_id=tafel.personen[1].rij.id, by=noor)
        assert Waarneming.objects.get(code="ARB04").dossier_id == other
        place = Waarneming.objects.get(code="LOC05")
        assert (place.dossier_id, place.persoon_id, place.soort) == (melding_id, None, "locatie")


def test_the_page_of_a_merged_melding_leads_to_where_it_went_on(melding, cast, now, client_of):
    other, melding_id = merged(melding, cast, now, depth=1)
    answer = client_of("noor").get(reverse("weging", kwargs={"melding_id": other}))
    assert answer.url == reverse("weging", kwargs={"melding_id": melding_id})
