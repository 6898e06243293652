"""Product rule 10: below 18 no means is required, and an unknown age counts as possibly below 18."""

import pytest
from django.urls import reverse

from doorzicht.ground.access.api import context
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.weging import toon, waarnemen
from doorzicht.wings.signaleren.weging.beeld import weigh_table
from doorzicht.wings.signaleren.weging.selectors import read_table
from doorzicht.wings.signaleren.weging.tests.conftest import persoon


def look(melding_id, by):
    tafel = read_table(Melding.objects.get(pk=melding_id), by=by, recht="melding.lezen", doel="toets")
    return tafel, weigh_table(tafel)[0]


@pytest.mark.parametrize(
    ("leeftijd", "state", "words"),
    [
        ("minderjarig", "nvt", None),
        ("onbekend", "nvt", "Niet vereist, als jonger dan 18"),
        ("meerderjarig", "geen", "Een middel"),
    ],
)
def test_the_row_of_the_means_follows_the_age(melding, cast, leeftijd, state, words):
    melding_id = melding(persoon("SEK03", leeftijd=leeftijd), leeftijd=leeftijd, vormen=("seksueel",))
    with context(cast("noor")) as noor:
        _, beeld = look(melding_id, noor)
    rows = {row["sub"]: row["middel"] for row in toon.matrix(beeld)}
    assert [rows[sub]["stand"] for sub in (2, 5, 8)] == [state] * 3
    assert rows[5].get("tekst") == words
    assert [rows[sub]["stand"] for sub in (3, 6)] == ["nvt", "nvt"]


def test_an_unknown_age_shows_both_lists_the_child_first(melding, cast):
    melding_id = melding(persoon("ARB02", leeftijd="onbekend"), leeftijd="onbekend")
    with context(cast("noor")) as noor:
        _, beeld = look(melding_id, noor)
    assert [p.profiel.code for p in beeld.profielen] == ["kind-arbeid", "volwassene-arbeid"]


def test_an_adult_is_not_read_as_a_child(melding, cast):
    melding_id = melding(persoon("ARB02"))
    with context(cast("noor")) as noor:
        tafel, beeld = look(melding_id, noor)
    assert [p.profiel.code for p in beeld.profielen] == ["volwassene-arbeid"]
    assert not tafel.zorg_eerst


def test_the_page_says_possibly_a_minor_when_the_age_is_unknown(melding, client_of):
    address = reverse("weging", kwargs={"melding_id": melding(persoon("ARB02", leeftijd="onbekend"))})
    page = client_of("noor").get(address).content.decode()
    assert "Mogelijk minderjarig: middelen niet vereist. Zorg eerst." in page
    assert "leeftijd onbekend, mogelijk jonger dan 18" in page


def test_an_age_that_becomes_known_is_followed_by_the_melding(melding, cast):
    melding_id = melding(persoon("ARB02", leeftijd="onbekend"), leeftijd="onbekend")
    with context(cast("noor")) as noor:
        tafel, _ = look(melding_id, noor)
        waarnemen.set_age(melding_id, tafel.personen[0].rij.id, "minderjarig", by=noor)
        assert Melding.objects.get(pk=melding_id).leeftijd == "minderjarig"
        waarnemen.set_age(melding_id, tafel.personen[0].rij.id, "meerderjarig", by=noor)
        tafel, _ = look(melding_id, noor)
        assert (tafel.melding.leeftijd, tafel.zorg_eerst) == ("meerderjarig", False)
