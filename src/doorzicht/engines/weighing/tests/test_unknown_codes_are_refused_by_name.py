"""A code that this version does not know is refused, and named."""

import pytest

from doorzicht.engines.weighing import OnbekendeWaarneming, OngeldigeInvoer


def test_every_unknown_code_is_named(weeg):
    with pytest.raises(OnbekendeWaarneming, match="ARB99, ZZZ") as refused:
        weeg("ARB02", "ARB99", "ZZZ")
    assert refused.value.codes == ("ARB99", "ZZZ")


def test_codes_are_exact(weeg):
    with pytest.raises(OnbekendeWaarneming, match="arb02"):
        weeg("arb02")


@pytest.mark.parametrize("wrong", [{"leeftijd": "17"}, {"vorm": "iets"}])
def test_an_unknown_age_or_form_says_what_may_be_chosen(weeg, wrong):
    with pytest.raises(OngeldigeInvoer, match="onbekend"):
        weeg("ARB02", **wrong)
