"""An observation about a child cannot be about somebody who was 18 or older at the time."""

import pytest


@pytest.mark.parametrize("code", ["HUI07", "SEK03", "CRI11"])
def test_it_touches_nothing_for_an_adult_and_says_so(weeg, code):
    weging = weeg(code, leeftijd="meerderjarig")
    assert all(not beeld.waardoor for beeld in weging.lid1)
    assert all(not d.waardoor for d in weging.profielen[0].dimensies)
    assert any(punt.code == code and "Klopt de leeftijd" in punt.tekst for punt in weging.let_op)


@pytest.mark.parametrize("code", ["HUI07", "SEK03", "CRI11"])
@pytest.mark.parametrize("leeftijd", ["minderjarig", "onbekend"])
def test_it_counts_for_a_child_and_for_who_may_be_one(weeg, sub, dimensie, code, leeftijd):
    weging = weeg(code, leeftijd=leeftijd)
    assert "P1" in sub(weging, 2).doel
    assert dimensie(weging, "E").sterk == 1


def test_under_an_unknown_age_the_adult_branch_leaves_it_out(weeg, dimensie):
    assert dimensie(weeg("HUI07", leeftijd="onbekend"), "E", "volwassene-arbeid").sterk == 0
