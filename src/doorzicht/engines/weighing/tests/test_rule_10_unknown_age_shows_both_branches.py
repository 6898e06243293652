"""Product rule 10: an unknown age is possibly a minor, and both readings are on the table."""

import pytest

from doorzicht.engines.weighing import as_plain


@pytest.mark.parametrize("nummer", [2, 5, 8])
def test_whether_a_means_is_required_depends_on_the_age(weeg, sub, nummer):
    beeld = sub(weeg("ARB02", leeftijd="onbekend"), nummer)
    assert beeld.middel_vereist == "afhankelijk_van_leeftijd"
    assert "leeftijd" not in beeld.ontbreekt
    assert "Jonger dan 18" in beeld.uitleg
    assert "18 of ouder" in beeld.uitleg


def test_both_profiles_are_shown_and_the_child_comes_first(weeg):
    plain = as_plain(weeg("ARB12", "ARB04", leeftijd="onbekend"))
    assert plain["profiel"] == "kind-arbeid / volwassene-arbeid"
    assert plain["dimensies"] == plain["perProfiel"]["kind-arbeid"]
    assert plain["perProfiel"]["kind-arbeid"]["X"]["sterk"] == 2
    assert plain["perProfiel"]["volwassene-arbeid"]["X"]["sterk"] == 1


def test_a_known_age_shows_one_profile(weeg):
    plain = as_plain(weeg("ARB12"))
    assert plain["profiel"] == "volwassene-arbeid"
    assert "perProfiel" not in plain


def test_care_comes_first_in_what_to_note(weeg):
    assert weeg(leeftijd="onbekend").let_op[0].tekst.startswith("De leeftijd is onbekend: ga uit van jonger")
    assert weeg(leeftijd="minderjarig").let_op[0].tekst.startswith("Jonger dan 18: zorg eerst")
    assert not weeg(leeftijd="meerderjarig").let_op


def test_an_unknown_form_shows_both_lists(weeg):
    profielen = [beeld.profiel.code for beeld in weeg(vorm="onbekend").profielen]
    assert profielen == ["volwassene-arbeid", "volwassene-seksueel"]
    assert len(weeg(vorm="onbekend", leeftijd="onbekend").profielen) == 4
