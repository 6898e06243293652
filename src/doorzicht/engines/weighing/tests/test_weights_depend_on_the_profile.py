"""The lists of the ILO differ for adult and child, labour and sexual: the most precise weight holds."""

import pytest


@pytest.mark.parametrize(
    ("code", "dimensie_code", "leeftijd", "vorm", "gewicht"),
    [
        ("ARB02", "E", "meerderjarig", "arbeid", "S"),
        ("ARB02", "E", "minderjarig", "arbeid", "S"),
        ("ARB02", "E", "meerderjarig", "seksueel", "M"),
        ("ARB01", "E", "minderjarig", "arbeid", "M"),
        ("ARB01", "E", "minderjarig", "seksueel", "S"),
        ("SEK02", "X", "meerderjarig", "arbeid", "M"),
        ("SEK02", "X", "minderjarig", "arbeid", "S"),
        ("SEK02", "X", "meerderjarig", "seksueel", "S"),
        ("ARB12", "X", "meerderjarig", "arbeid", "M"),
        ("ARB12", "X", "minderjarig", "arbeid", "S"),
        ("ARB04", "X", "meerderjarig", "arbeid", "S"),
        ("ARB05", "D", "meerderjarig", "arbeid", "S"),
        ("ARB18", "X", "meerderjarig", "arbeid", "W"),
    ],
)
def test_the_weight_under_a_profile(weeg, dimensie, code, dimensie_code, leeftijd, vorm, gewicht):
    beeld = dimensie(weeg(code, leeftijd=leeftijd, vorm=vorm), dimensie_code)
    assert [telling.gewicht for telling in beeld.waardoor] == [gewicht]


def test_no_item_of_the_ilo_is_strong_for_exploitation_of_an_adult_in_sex(catalogus):
    for waarneming in catalogus.waarnemingen.values():
        for bijdrage in waarneming.bijdragen:
            if bijdrage.dimensie == "E" and not bijdrage.voorstel:
                assert bijdrage.gewicht.get("volwassene-seksueel") != "S", waarneming.code


def test_a_child_never_weighs_less_than_an_adult(catalogus):
    order = {None: 0, "W": 1, "M": 2, "S": 3}
    for waarneming in catalogus.waarnemingen.values():
        for bijdrage in waarneming.bijdragen:
            for groep in ("arbeid", "seksueel"):
                kind, volwassene = (bijdrage.gewicht.get(f"{wie}-{groep}") for wie in ("kind", "volwassene"))
                assert order[kind] >= order[volwassene], waarneming.code
