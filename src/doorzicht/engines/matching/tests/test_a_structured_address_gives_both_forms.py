"""A filled-in address gives the text by postcode and the text by street, the same as when it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorzicht.engines.matching.adres import normalise_structured
from doorzicht.engines.matching.kenmerk import OngeldigKenmerk
from doorzicht.engines.matching.kenteken import format_plate, is_dutch_plate, normalise_plate
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


@pytest.mark.parametrize(
    ("plate", "shown"),
    [
        ("12ab34", "12-AB-34"),
        ("1abc23", "1-ABC-23"),
        ("abcd12", "AB-CD-12"),
        ("ab123c", "AB-123-C"),
        ("1234ab", "12-34-AB"),
    ],
)
def test_a_dutch_plate_is_shown_with_its_dashes(plate, shown):
    kenmerk = normalise_plate(plate)
    assert is_dutch_plate(kenmerk)
    assert format_plate(kenmerk) == shown


def test_a_foreign_plate_is_shown_as_it_is():
    kenmerk = normalise_plate("B-MW 1234")
    assert not is_dutch_plate(kenmerk)
    assert format_plate(kenmerk) == "BMW1234"
