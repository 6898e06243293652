"""Cards, questions, outcomes and weights refer to codes that exist, also on the day they are used."""

from datetime import date

import pytest

from doorzicht.ground.catalogus import bestand, controle
from doorzicht.ground.catalogus.codering import read_coding

TODAY = date(2026, 11, 24)


def _entry(rows, code):
    return next(row for row in rows if row["code"] == code)


@pytest.mark.parametrize(
    ("damage", "finding"),
    [
        (lambda i: i["functiekaarten"]["kaarten"][0]["vragen"][0].update(waarneming="ARB99"), "ARB99"),
        (lambda i: i["vragen-publiek"]["vragen"][0].update(waarneming="ARB99"), "ARB99"),
        (lambda i: i["vragen-publiek"]["vragen"][0].update(groep="weg"), "weg"),
        (lambda i: i["uitkomsten"]["uitkomsten"][0].update(bewaarregel="weg"), "weg"),
        (lambda i: i["kwetsbaarheden"]["opeenstapeling"].append("ARB99"), "ARB99"),
        (lambda i: i["waarnemingen"]["waarnemingen"][0]["vormen"].append("weg"), "weg"),
        (lambda i: i["waarnemingen"]["waarnemingen"][0]["ilo"][0].update(item="E-weg"), "E-weg"),
        (lambda i: i["taken"]["taken"].append(dict(i["taken"]["taken"][0])), "twee keer"),
    ],
)
def test_a_code_that_does_not_exist_is_found(inhoud, damage, finding):
    damage(inhoud)
    assert any(finding in text for text in controle.check(inhoud, op=TODAY))


def test_a_card_that_refers_to_an_expired_observation_is_found(inhoud):
    _entry(inhoud["waarnemingen"]["waarnemingen"], "ARB04")["geldig_tot"] = "2026-11-23"
    assert controle.check(inhoud, op=date(2026, 11, 23)) == []
    assert any("ARB04 bestaat niet" in text for text in controle.check(inhoud, op=TODAY))


def test_the_five_functions_of_the_plan_have_a_card(inhoud):
    codes = [kaart["code"] for kaart in inhoud["functiekaarten"]["kaarten"]]
    assert codes == [
        "baliemedewerker",
        "toezichthouder",
        "gebiedsregisseur",
        "gespreksvoerder",
        "vergunningverlener",
    ]


def test_the_coding_of_rulings_uses_codes_that_exist(inhoud):
    known = {row["code"] for row in inhoud["waarnemingen"]["waarnemingen"]}
    known |= {row["code"] for row in inhoud["kwetsbaarheden"]["kwetsbaarheden"]}
    elements = {row["code"] for row in inhoud["wet-273f"]["elementen"]}
    for uitspraak in read_coding().values():
        for feit in uitspraak.feiten:
            assert {code.code for code in feit.codes} <= known
            assert set(feit.gat) <= elements
            assert set(feit.over) <= {persoon.id for persoon in uitspraak.personen}


def test_every_observation_can_be_asked_as_a_plain_question(inhoud):
    for row in inhoud["waarnemingen"]["waarnemingen"]:
        assert row["vraag"].endswith("?"), row["code"]


def test_all_observations_of_the_published_list_are_there(inhoud):
    counts = {}
    for row in inhoud["waarnemingen"]["waarnemingen"]:
        counts[row["code"][:3]] = counts.get(row["code"][:3], 0) + 1
    assert counts == {"ARB": 18, "HUI": 8, "SEK": 14, "CRI": 11, "BED": 4, "ORG": 8, "ALG": 4, "LOC": 7}


def test_files_are_read_in_full():
    assert set(bestand.read_files()) == set(bestand.ONDERDELEN)
