"""The region has a key of its own: equal numbers meet in the region, and nowhere else (properties)."""

import hashlib

from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from doorzicht.engines.matching.kenmerk import OngeldigKenmerk
from doorzicht.engines.matching.normalise import SOORTEN, normalise
from doorzicht.ground.herkenning.regio import regional_index
from doorzicht.ground.vault.api import blind_index

soorten = st.sampled_from(SOORTEN)
values = st.text(min_size=1, max_size=40)
municipalities = st.sampled_from(["0230", "0232", "0244", "0246", "0269", "0302"])
phones = st.integers(10_000_000, 99_999_999).map(lambda n: f"6{n}")


def _spellings(number: str) -> list[str]:
    spaced = f"0{number[:1]} {number[1:5]} {number[5:]}"
    return [
        f"0{number}",
        f"+31{number}",
        f"0031 {number}",
        spaced,
        f"+31 (0){number}",
        spaced.replace(" ", "-"),
    ]


@given(number=phones, one=st.integers(0, 5), other=st.integers(0, 5))
def test_two_spellings_meet_in_the_region_whoever_typed_them(number, one, other):
    spellings = _spellings(number)
    found = {normalise("telefoon", spellings[n]) for n in (one, other)}
    assert len({regional_index("telefoon", k.waarde) for k in found}) == 1


@given(soort=soorten, text=st.text(max_size=60))
def test_what_normalises_equal_has_one_regional_index(soort, text):
    try:
        found = normalise(soort, text)
    except OngeldigKenmerk:
        return
    if found is not None:
        again = normalise(soort, found.waarde)
        assert regional_index(soort, found.waarde) == regional_index(soort, again.waarde)


@given(soort=soorten, one=values, other=values)
def test_different_values_do_not_meet(soort, one, other):
    assert (regional_index(soort, one) == regional_index(soort, other)) == (one == other)


@given(soort=soorten, other=soorten, value=values)
def test_the_same_text_of_two_kinds_does_not_meet(soort, other, value):
    assert (regional_index(soort, value) == regional_index(other, value)) == (soort == other)


@given(soort=soorten, value=values, here=municipalities, there=municipalities)
def test_municipal_indexes_join_neither_each_other_nor_the_region(soort, value, here, there):
    own, theirs = (blind_index(soort, value, organisatie_id=code) for code in (here, there))
    assert (own == theirs) == (here == there)
    assert regional_index(soort, value) not in {own, theirs, blind_index(soort, value)}


@given(soort=soorten, value=values)
def test_without_the_regional_key_the_municipal_key_gives_nothing(soort, value):
    before = regional_index(soort, value)
    with override_settings(DOORZICHT_REGIOSLEUTEL=hashlib.sha256(b"another").digest()):
        assert regional_index(soort, value) != before
    with override_settings(DOORZICHT_INDEXSLEUTEL=hashlib.sha256(b"another").digest()):
        assert regional_index(soort, value) == before
