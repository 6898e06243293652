"""The territory check answers binnen, buiten or onbekend, says on what it rests, and never guesses."""

import pytest

from doorzicht.ground.locaties.api import Adres, Punt, gemeenten, outlines, territory

ELBURG, EPE, HEERDE, OLDEBROEK = "0230", "0232", "0246", "0269"


def _ask(code: str, *, punt: Punt | None = None, **parts: str) -> str:
    return territory(code, adres=Adres(**parts) if parts else None, punt=punt).antwoord


def test_a_postcode_of_the_municipality_lies_inside_it_and_outside_the_others():
    assert _ask(ELBURG, postcode="8081XX") == "binnen"
    assert _ask(EPE, postcode="8081XX") == "buiten"


def test_a_place_of_the_municipality_lies_inside_it():
    assert _ask(ELBURG, plaats="'t Harde") == "binnen"
    assert _ask(ELBURG, plaats="t harde") == "binnen"
    assert _ask(OLDEBROEK, plaats="'t Harde") == "buiten"


def test_a_postcode_far_away_lies_outside():
    assert _ask(HEERDE, postcode="1012AB") == "buiten"


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"plaats": "Amsterdam"},  # we have no list of all places
        {"plaats": "Oosterwolde"},  # there is another one in Friesland
        {"postcode": "8085AA", "plaats": "Epe"},  # contradiction
        {"postcode": "8130AA"},  # around the region, not listed
        {"straat": "Dorpsstraat"},
    ],
)
def test_what_cannot_be_known_is_unknown(parts):
    assert _ask(EPE, **parts) == "onbekend"


def test_a_double_name_with_its_postcode_is_known():
    assert _ask(OLDEBROEK, plaats="Oosterwolde", postcode="8097AA") == "binnen"


# Centres of villages, rounded to three decimals.
@pytest.mark.parametrize(
    ("code", "breedte", "lengte"),
    [
        ("0230", 52.447, 5.834),
        ("0230", 52.417, 5.892),
        ("0232", 52.288, 5.968),
        ("0244", 52.475, 6.065),
        ("0246", 52.430, 6.070),
        ("0246", 52.385, 6.105),
        ("0269", 52.477, 6.020),
        ("0302", 52.288, 5.783),
    ],
)
def test_a_point_lies_inside_its_own_municipality_and_outside_every_other(code, breedte, lengte):
    point = Punt(lengte, breedte)
    assert {c: territory(c, punt=point).antwoord for c in gemeenten()} == {
        c: "binnen" if c == code else "buiten" for c in gemeenten()
    }


def test_a_point_in_another_region_lies_outside():
    assert _ask(EPE, punt=Punt(5.970, 52.210)) == "buiten"  # Apeldoorn


def test_a_point_near_a_border_is_unknown():
    corner = outlines()["features"][0]["geometry"]["coordinates"][0][0]
    assert _ask(ELBURG, punt=Punt(corner[0] + 0.002, corner[1])) == "onbekend"


def test_an_address_and_a_point_that_contradict_each_other_are_unknown():
    assert _ask(ELBURG, postcode="8081XX", punt=Punt(5.970, 52.210)) == "onbekend"


def test_the_answer_says_on_what_it_rests():
    assert territory(ELBURG, adres=Adres(postcode="8081XX", plaats="Elburg")).uitleg == (
        "Ligt in Elburg, volgens postcode en plaats."
    )
    assert territory(EPE, adres=Adres(postcode="8081XX")).uitleg == "Ligt in Elburg, volgens postcode."


def test_an_unknown_municipality_is_refused():
    with pytest.raises(KeyError):
        territory("0344", adres=Adres(postcode="8081XX"))


def test_places_and_outlines_name_the_same_six_municipalities():
    drawn = {f["properties"]["gemeentecode"]: f["properties"]["naam"] for f in outlines()["features"]}
    assert drawn == {code: gemeente.naam for code, gemeente in gemeenten().items()}
    assert len(drawn) == 6
    assert "CC BY 4.0" in outlines()["source"]


def test_no_postcode_area_or_place_belongs_to_two_municipalities():
    areas = [area for g in gemeenten().values() for area in g.postcodes]
    places = [place for g in gemeenten().values() for place in g.woonplaatsen]
    assert len(areas) == len(set(areas))
    assert len(places) == len(set(places))
