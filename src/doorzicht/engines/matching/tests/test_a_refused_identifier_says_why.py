"""A text that is no identifier is refused with a Dutch sentence that holds nothing of what was typed."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from doorzicht.engines.matching.kenmerk import Kenmerk, OngeldigKenmerk
from doorzicht.engines.matching.normalise import SOORTEN, normalise

SOORT = st.sampled_from(SOORTEN)
# Text near enough to identifiers to reach the later steps as well.
BIJNA = st.text(
    st.sampled_from("0123456789 -+().,:/@%?&=#_abnlstNLXАßŁİ１\u200bﬁ'[]é\ud800\x00"), max_size=40
)
WILD = st.one_of(
    st.text(max_size=250),
    BIJNA,
    BIJNA.map(lambda t: f"https://voorbeeld.nl/{t}"),
    BIJNA.map(lambda t: f"{t}@voorbeeld.nl"),
    BIJNA.map(lambda t: f"straat 1 {t}, Epe"),
)


@pytest.mark.parametrize(
    ("soort", "tekst", "reden"),
    [
        ("telefoon", "06-1234567", "onmogelijk"),
        ("telefoon", "06-123456789", "onmogelijk"),
        ("telefoon", "+31 6 1234", "onmogelijk"),
        ("telefoon", "bel maar", "tekens"),
        ("telefoon", "06 12345678 of 06 87654321", "tekens"),
        ("email", "jan.voorbeeld.nl", "geen_apenstaart"),
        ("email", "jan@voorbeeld", "onmogelijk"),
        ("email", "a..b@voorbeeld.nl", "onmogelijk"),
        ("kenteken", "ABCDEF", "onmogelijk"),
        ("kenteken", "X1", "onmogelijk"),
        ("iban", "NL92 ABNA 0417 1643 00", "controlegetal"),
        ("iban", "NL91 ABNA 0417 1643", "controlegetal"),
        ("iban", "1234567", "vorm"),
        ("kvk", "1234567", "vorm"),
        ("kvk", "123456789012", "vestiging"),
        ("url", "javascript:alert(1)", "onmogelijk"),
        ("url", "geen adres", "onmogelijk"),
        ("url", "http://[::1", "onmogelijk"),
        ("url", "voorbeeld.nl:99999/", "onmogelijk"),
        ("adres", "Dorpsstraat, Elburg", "huisnummer"),
        ("adres", "8081 XX", "huisnummer"),
        ("adres", "Dorpsstraat 12", "plaats"),
        ("adres", "Dorpsstraat 12, 8081 SS Elburg", "postcode"),
        ("kvk", "1" * 201, "te_lang"),
    ],
)
def test_what_is_impossible_is_refused_by_name(soort, tekst, reden):
    with pytest.raises(OngeldigKenmerk) as refused:
        normalise(soort, tekst)
    assert (refused.value.soort, refused.value.reden) == (soort, reden)
    assert str(refused.value).endswith(".")
    assert tekst not in str(refused.value)


@given(SOORT, st.sampled_from(["", "   ", "\n\t", "\u200b", "\u00a0"]))
def test_nothing_typed_is_no_identifier_and_no_mistake(soort, tekst):
    assert normalise(soort, tekst) is None


@settings(max_examples=600)
@given(SOORT, WILD)
@example("email", "İ@voorbeeld.nl")
@example("adres", "ßtraat 1, Epe")
@example("adres", "AA 1A0/A,AA")
def test_any_text_is_normalised_or_refused_and_a_result_stays_as_it_is(soort, tekst):
    try:
        found = normalise(soort, tekst)
    except OngeldigKenmerk:
        return
    if found is not None:
        assert normalise(soort, found.waarde) == found


def test_a_kenmerk_never_shows_its_value_in_a_log():
    assert repr([Kenmerk("telefoon", "+31612345678")]) == "[Kenmerk(telefoon, …)]"
    assert "612345678" not in f"{Kenmerk('telefoon', '+31612345678')}"
