"""An address typed in parts is checked part by part, written on one line, and gives its identifiers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorzicht.ground.locaties.api import Adres, OngeldigAdres, address_kenmerken, make_address


def test_a_full_address_is_tidied_and_written_on_one_line():
    adres = make_address(
        straat=" Dorpsstraat ",
        huisnummer="12",
        letter="a",
        toevoeging="2",
        postcode="8081 xx",
        plaats="Elburg",
    )
    assert adres == Adres("Dorpsstraat", 12, "A", "2", "8081XX", "Elburg")
    assert adres.regel == "Dorpsstraat 12A-2, 8081 XX Elburg"


@pytest.mark.parametrize(
    ("typed", "parts"),
    [("12a", (12, "A", "")), ("12 a-2", (12, "A", "2")), ("12-2", (12, "", "2")), ("12bis", (12, "", "bis"))],
)
def test_an_addition_typed_with_the_number_is_moved(typed, parts):
    adres = make_address(huisnummer=typed)
    assert (adres.huisnummer, adres.letter, adres.toevoeging) == parts


def test_every_mistake_is_named_at_once():
    with pytest.raises(OngeldigAdres) as refused:
        make_address(
            straat="x" * 81, huisnummer="twaalf", letter="ab", toevoeging="achterom links", postcode="81 XX"
        )
    assert set(refused.value.fouten) == {"straat", "huisnummer", "letter", "toevoeging", "postcode"}
    assert all(zin.endswith(".") for zin in refused.value.fouten.values())


def test_a_reporter_who_knows_only_the_street_is_not_stopped():
    adres = make_address(straat="Dorpsstraat")
    assert adres.regel == "Dorpsstraat"
    assert address_kenmerken(adres) == []


def test_nothing_filled_in_is_no_address():
    assert not make_address()


def test_an_address_never_shows_itself_in_a_log():
    assert repr(make_address(straat="Dorpsstraat", huisnummer="12")) == "Adres(…)"


def test_an_address_gives_both_its_identifiers():
    adres = make_address(straat="Dorpsstraat", huisnummer="12a", postcode="8081XX", plaats="Elburg")
    assert [k.waarde for k in address_kenmerken(adres)] == ["8081XX 12 A", "dorpsstraat 12 a, elburg"]


@given(*[st.text(max_size=30)] * 6)
def test_any_text_gives_an_address_or_a_refusal_per_part(
    straat, huisnummer, letter, toevoeging, postcode, plaats
):
    try:
        adres = make_address(
            straat=straat,
            huisnummer=huisnummer,
            letter=letter,
            toevoeging=toevoeging,
            postcode=postcode,
            plaats=plaats,
        )
    except OngeldigAdres as refused:
        mistakes = refused.fouten
        assert mistakes
    else:
        address_kenmerken(adres)
