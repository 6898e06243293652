"""A filled-in address gives the text by postcode and the text by street, the same as when it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorzicht.engines.matching.adres import normalise_structured
from doorzicht.engines.matching.kenmerk import OngeldigKenmerk
from doorzicht.engines.matching.normalise import normalise

LEEG = {"straat": "", "huisnummer": 12, "letter": "", "toevoeging": "", "postcode": "", "plaats": ""}
STRATEN = st.sampled_from(
    ["Dorpsstraat", "Van Gogh-laan", "1e Dwarsstraat", "St. Jansstr.", "Plein 1940", "Ålesundweg"]
)
PLAATSEN = st.sampled_from(["Elburg", "'t Harde", "Nunspeet", "Hoge Enk", "Wapenveld"])


@given(
    STRATEN, st.integers(1, 999), st.sampled_from(["", "A", "b"]), st.sampled_from(["", "2", "bis"]), PLAATSEN
)
def test_both_forms_equal_what_a_person_would_type(straat, huisnummer, letter, toevoeging, plaats):
    found = normalise_structured(
        straat=straat,
        huisnummer=huisnummer,
        letter=letter,
        toevoeging=toevoeging,
        postcode="8081 XX",
        plaats=plaats,
    )
    huis = f"{huisnummer} {letter} {toevoeging}".strip()
    assert found == [normalise("adres", f"8081XX {huis}"), normalise("adres", f"{straat} {huis}, {plaats}")]


def test_only_the_forms_that_are_filled_in_are_given():
    assert normalise_structured(**LEEG) == []
    assert [k.waarde for k in normalise_structured(**{**LEEG, "postcode": "8081xx"})] == ["8081XX 12"]
    street_only = {**LEEG, "straat": "Dorpsstraat", "plaats": "Epe"}
    assert [k.waarde for k in normalise_structured(**street_only)] == ["dorpsstraat 12, epe"]


def test_a_wrong_postcode_is_refused():
    with pytest.raises(OngeldigKenmerk, match="vier cijfers en twee letters"):
        normalise_structured(**{**LEEG, "postcode": "808 XX"})
