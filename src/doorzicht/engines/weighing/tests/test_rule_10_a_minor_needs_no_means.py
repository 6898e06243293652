"""Product rule 10: somebody under 18 needs no means under sub 2, 5 and 8."""

import pytest


@pytest.mark.parametrize("nummer", [2, 5, 8])
def test_a_minor_needs_no_means(weeg, sub, nummer):
    beeld = sub(weeg("SEK03", leeftijd="minderjarig", vorm="seksueel"), nummer)
    assert beeld.middel_vereist == "nee"
    assert "middel" not in beeld.ontbreekt
    assert "niet vereist: jonger dan 18" in beeld.uitleg


def test_a_child_in_the_household_of_relatives_misses_nothing_under_sub_2(weeg, sub):
    beeld = sub(weeg("HUI07", leeftijd="minderjarig"), 2)
    assert (beeld.handeling, beeld.doel, beeld.ontbreekt) == (("H5",), ("P1",), ())


def test_an_adult_does_need_a_means(weeg, sub):
    weging = weeg("ARB02", "ARB10")
    for nummer in (1, 4, 9):
        assert sub(weging, nummer).middel_vereist == "ja"
        assert "middel" in sub(weging, nummer).ontbreekt


@pytest.mark.parametrize("nummer", [2, 5, 8])
def test_what_is_about_minors_only_says_so_for_an_adult(weeg, sub, nummer):
    beeld = sub(weeg("ARB02", "ARB10"), nummer)
    assert beeld.ontbreekt[0] == "leeftijd"
    assert beeld.middel_vereist == "ja"
    assert "geldt alleen voor wie jonger is dan 18" in beeld.uitleg


@pytest.mark.parametrize("leeftijd", ["minderjarig", "meerderjarig", "onbekend"])
@pytest.mark.parametrize("nummer", [3, 6])
def test_sub_3_and_6_never_ask_for_a_means(weeg, sub, leeftijd, nummer):
    beeld = sub(weeg("ARB04", "SEK01", leeftijd=leeftijd, vorm="seksueel"), nummer)
    assert (beeld.middel_vereist, beeld.middel) == ("nee", ())
