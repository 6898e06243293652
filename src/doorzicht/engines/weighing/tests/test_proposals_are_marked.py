"""Weights that the ILO did not give are proposals, and the reader is told which."""

import pytest


@pytest.mark.parametrize(
    ("code", "vorm"),
    [("CRI01", "crimineel"), ("BED01", "bedelen"), ("ORG02", "orgaan"), ("SEK04", "seksueel")],
)
def test_a_proposed_weight_is_marked(weeg, code, vorm):
    weging = weeg(code, vorm=vorm)
    tellingen = [t for d in weging.profielen[0].dimensies for t in d.waardoor]
    assert tellingen
    assert all(telling.voorstel for telling in tellingen)
    assert any(code in punt.tekst and "[P]" in punt.tekst for punt in weging.let_op)


@pytest.mark.parametrize("vorm", ["crimineel", "bedelen", "orgaan"])
def test_a_form_without_a_list_of_the_ilo_says_which_list_is_used(weeg, vorm):
    weging = weeg("ALG01", vorm=vorm)
    assert weging.profielen[0].profiel.code == "volwassene-arbeid"
    assert any("heeft de ILO geen lijst" in punt.tekst for punt in weging.let_op)


def test_every_code_without_an_ilo_list_is_a_proposal(catalogus):
    for waarneming in catalogus.waarnemingen.values():
        if waarneming.code[:3] in ("CRI", "BED", "ORG"):
            assert all(bijdrage.voorstel for bijdrage in waarneming.bijdragen), waarneming.code


def test_a_weight_of_the_ilo_is_not_marked(weeg):
    assert not weeg("ARB02").let_op
