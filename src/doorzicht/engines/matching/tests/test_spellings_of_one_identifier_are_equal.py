"""Two spellings of one identifier become the same text; two identifiers never do."""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from doorzicht.engines.matching.kenmerk import Kenmerk
from doorzicht.engines.matching.normalise import normalise

# Per line: kind, canonical text, and spellings of it, apart by "|".
_TABEL = """
telefoon; +31612345678; 06-12345678 | 06 12 34 56 78 | 0031 6 12345678 | +31 (0)6 12345678 | 31612345678
telefoon; +31612345678; tel: 06.12345678 | 06–1234 5678 | ０６12345678
telefoon; +31525123456; 0525 - 123 456 | (0525) 123456
telefoon; +48501234567; +48 501 234 567 | 0048 501-234-567
telefoon; +318002000; 0800-2000
email; jan.test@voorbeeld.nl; Jan.Test@Voorbeeld.NL | mailto:jan.test@voorbeeld.nl | <jan.test@voorbeeld.nl>
email; jantest@gmail.com; jan.test@gmail.com | JanTest+werk@googlemail.com
email; x@xn--bcher-kva.example; x@bücher.example | X@BÜCHER.example
kenteken; 12AB34; 12-AB-34 | 12 ab 34 | NL 12-AB-34 | 12·ab·34
kenteken; BMW123; B-MW 123 | b mw 123
kenteken; CB1234AB; СВ 1234 АВ | CB1234AB
iban; NL91ABNA0417164300; NL91 ABNA 0417 1643 00 | nl91abna0417164300 | IBAN: NL91-ABNA-0417-1643-00
kvk; 12345678; KvK-nummer: 1234 5678 | kvk nr. 12.34.56.78
url; voorbeeld.nl/advertentie?id=7; www.voorbeeld.nl/advertentie/?id=7 | m.voorbeeld.nl//advertentie?id=7
url; voorbeeld.nl/advertentie?id=7; HTTP://Voorbeeld.NL:80/advertentie?utm_source=app&id=7&fbclid=abc#foto
url; instagram.com/iemand; https://www.instagram.com/Iemand/ | instagram.com/@iemand?igsh=xyz
url; x.com/iemand; twitter.com/Iemand | https://mobile.x.com/iemand
adres; 8081XX 12 A; 8081 XX 12a | 8081xx, 12-A | Dorpsstraat 12 a, 8081 XX Elburg | Dorpsstraat 12A 8081XX
adres; 8081XX 12; Dorpsstraat 12, Elburg 8081 XX | 8081XX 12 Elburg
adres; dorpsstraat 12, elburg; Dorpsstraat 12, Elburg | dorpsstr. 12 Elburg | DORPSSTRAAT 12, Elburg (Gld)
adres; eperweg 3, t harde; Eperweg 3, 't Harde | Eperweg 3 't Harde | Eperweg 3 t Harde
adres; plein 1940 12 bis, epe; Plein 1940 12 bis, Epe | Plein 1940 12-bis Epe
"""
SPELLINGEN = [line.split("; ") for line in _TABEL.strip().splitlines()]


@pytest.mark.parametrize(("soort", "waarde", "teksten"), SPELLINGEN)
def test_every_spelling_gives_the_same_text(soort, waarde, teksten):
    for tekst in teksten.split(" | "):
        assert normalise(soort, tekst) == Kenmerk(soort, waarde)
    assert normalise(soort, waarde) == Kenmerk(soort, waarde)


@pytest.mark.parametrize(
    ("soort", "een", "ander"),
    [
        ("email", "jan.test@voorbeeld.nl", "jantest@voorbeeld.nl"),
        ("email", "jan+a@voorbeeld.nl", "jan+b@voorbeeld.nl"),
        ("url", "voorbeeld.nl/p/AbC", "voorbeeld.nl/p/abc"),
        ("url", "voorbeeld.nl/x?id=1", "voorbeeld.nl/x?id=2"),
        ("url", "voorbeeld.nl/x?ref=1", "voorbeeld.nl/x?ref=2"),
        ("url", "m.nl", "www.nl"),
        ("adres", "8081XX 12 A", "8081XX 12 B"),
        ("adres", "8081XX 12-23", "8081XX 12-2-3"),
        ("adres", "8081XX 12-2", "8081XX 122"),
        ("adres", "Dorpsstraat 12, Elburg", "Dorpsstraat 12, Epe"),
        ("kenteken", "12-AB-34", "12-AB-43"),
    ],
)
def test_two_identifiers_stay_two(soort, een, ander):
    assert normalise(soort, een) != normalise(soort, ander)


DUTCH = st.integers(100_000_000, 999_999_999).map(str)


@given(DUTCH, DUTCH)
def test_different_phone_numbers_stay_different(een, ander):
    assume(een != ander)
    assert normalise("telefoon", "0" + een) != normalise("telefoon", "0" + ander)


@given(DUTCH, st.lists(st.sampled_from(["", " ", "-", " - ", "."]), min_size=9, max_size=9))
def test_a_phone_number_does_not_depend_on_how_it_is_spaced(digits, separators):
    spaced = "0" + "".join(s + d for s, d in zip(separators, digits, strict=True))
    assert normalise("telefoon", spaced) == normalise("telefoon", "+31" + digits)


PLATES = st.text("ABCDGHJKLNPRSTVXZ0123456789", min_size=4, max_size=8).filter(
    lambda p: any(c.isdigit() for c in p)
)


@given(PLATES, PLATES)
def test_different_plates_stay_different(een, ander):
    assume(een != ander and not een.startswith("NL") and not ander.startswith("NL"))
    assert normalise("kenteken", een) != normalise("kenteken", ander)


@given(PLATES, st.sampled_from(["-", " ", "  ", "–", "."]), st.integers(1, 3))
def test_a_plate_does_not_depend_on_dashes_or_capitals(plate, separator, size):
    spaced = separator.join(plate[i : i + size] for i in range(0, len(plate), size)).lower()
    assert normalise("kenteken", spaced) == normalise("kenteken", plate)


@given(
    st.integers(1, 9999), st.sampled_from(["", "A", "b", "bis", "12", "A3"]), st.sampled_from([" ", "-", ""])
)
@example(1900, "12", " ")
def test_an_address_does_not_depend_on_how_its_addition_is_written(nummer, toevoeging, separator):
    assume(separator or not toevoeging[:1].isdigit())
    plain = normalise("adres", f"8081XX {nummer} {toevoeging}")
    assert normalise("adres", f"8081 xx, {nummer}{separator}{toevoeging.lower()}") == plain
