"""Product rule 5: the weighing aid explains itself, holds no total, score or proposal; a human writes the decision."""

import dataclasses
import re

from django.urls import reverse

from doorzicht.ground.access.api import context
from doorzicht.wings.signaleren.melding.invoer import WaarnemingInvoer
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.weging.beeld import Persoonsbeeld, weigh_table
from doorzicht.wings.signaleren.weging.models import Weging
from doorzicht.wings.signaleren.weging.selectors import read_table
from doorzicht.wings.signaleren.weging.tests.conftest import persoon


def table(melding_id, by):
    return read_table(Melding.objects.get(pk=melding_id), by=by, recht="melding.lezen", doel="toets")


def test_observations_of_several_people_are_never_pooled(melding, cast):
    apart = [persoon("ARB02", naam="Eerste"), persoon("ARB04", naam="Tweede")]
    melding_id = melding(*apart)
    with context(cast("noor")) as noor:
        first, second = weigh_table(table(melding_id, noor))
    assert [{g.rij.code for g in b.gewogen} for b in (first, second)] == [{"ARB02"}, {"ARB04"}]
    assert not any(f.middel for f in first.lid1)
    assert not any(f.doel for f in second.lid1)


def test_the_same_table_gives_the_same_answer(melding, cast):
    melding_id = melding()
    with context(cast("noor")) as noor:
        once, again = weigh_table(table(melding_id, noor)), weigh_table(table(melding_id, noor))
    assert [(b.lid1, b.profielen) for b in once] == [(b.lid1, b.profielen) for b in again]


def test_nothing_of_the_answer_is_a_number_about_a_person():
    kept = {f.name for f in dataclasses.fields(Persoonsbeeld)}
    assert kept == {"persoon", "weegcatalogus", "gewogen", "profielen", "lid1", "let_op"}
    assert not [
        f.name
        for f in Weging._meta.concrete_fields
        if f.get_internal_type() in {"FloatField", "DecimalField", "IntegerField"}
    ]


def test_the_page_shows_no_percentage_total_or_verdict(melding, client_of):
    address = reverse("weging", kwargs={"melding_id": melding(persoon("ARB02", "ARB04", "ARB07"))})
    page = re.sub(r"<[^>]+>", " ", client_of("noor").get(address).content.decode()).lower()
    for word in ("%", "score", "risico", "kans op", "dit is mensenhandel", "slachtoffer van", "we raden"):
        assert word not in page
    assert "er is geen totaal" in page


def test_an_observation_about_a_place_counts_for_nobody(melding, cast):
    melding_id = melding(persoon("ARB02", "LOC05"))
    with context(cast("noor")) as noor:
        (beeld,) = weigh_table(table(melding_id, noor))
    assert [g.rij.code for g in beeld.gewogen] == ["ARB02"]


def test_what_is_not_yet_at_anybody_counts_for_nobody(melding, cast):
    melding_id = melding(persoon("ARB02"), waarnemingen=(WaarnemingInvoer("ARB04"),))
    with context(cast("noor")) as noor:
        tafel = table(melding_id, noor)
        (beeld,) = weigh_table(tafel)
    assert [g.rij.code for g in beeld.gewogen] == ["ARB02"]
    assert [g.rij.code for g in tafel.los] == ["ARB04"]


def test_somebody_with_another_role_is_not_weighed(melding, cast):
    suspect = persoon("ARB02", naam="Man met auto", rollen=("verdachte",))
    melding_id = melding(persoon("ARB04"), suspect)
    with context(cast("noor")) as noor:
        assert [b.persoon.aanduiding for b in weigh_table(table(melding_id, noor))] == ["Persoon 1"]
