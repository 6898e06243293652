"""An ontvangstcode holds 55 bits, survives the way people copy it, and is never taken for another one."""

import itertools
import math
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from doorzicht.ground.lib.receipt import (
    ONBEKEND,
    OngeldigeOntvangstcode,
    Ontvangstcode,
    hash_receipt,
    parse_receipt,
    receipt_from_bytes,
)
from doorzicht.ground.lib.words import load_words

CODES = st.integers(0, 2**55 - 1).map(Ontvangstcode)
PEPPER = b"p" * 32


def test_the_word_list_is_fit_for_copying():
    words = load_words()
    assert len(words) == len(set(words)) == 2048
    assert list(words) == sorted(words)
    assert all(word.isascii() and word.isalpha() and word.islower() and 4 <= len(word) <= 8 for word in words)
    assert not any(b.startswith(a) for a, b in itertools.pairwise(words)), "no word starts with another"


def test_no_two_words_are_within_one_typing_mistake():
    for one, other in itertools.combinations(load_words(), 2):
        if abs(len(one) - len(other)) <= 1:
            assert OSA.distance(one, other, score_cutoff=1) > 1, (one, other)


def test_a_receipt_holds_at_least_50_bits():
    assert 5 * math.log2(len(load_words())) >= 50
    assert len({receipt_from_bytes(os.urandom(16)).getal for _ in range(1000)}) == 1000


@given(CODES)
def test_words_and_digits_both_read_back_as_the_same_code(code):
    assert len(code.woorden.split()) == 5
    assert parse_receipt(code.woorden) == code
    assert len(code.cijfers) == 23
    assert parse_receipt(code.cijfers) == code


@given(CODES, st.sampled_from(["-", "", "  ", "\n", ", ", ". ", " - "]))
def test_case_spaces_and_dashes_mean_nothing(code, separator):
    assert parse_receipt("  " + separator.join(code.woorden.split()).upper() + "\n") == code
    assert parse_receipt(separator.join(code.cijfers.split())) == code


@given(CODES)
def test_accents_mean_nothing(code):
    assert parse_receipt(code.woorden.replace("e", "é").replace("i", "ï")) == code


@given(CODES, st.data())
def test_one_mistake_in_a_word_gives_the_right_code_or_none_and_never_another(code, data):
    words = code.woorden.split()
    which = data.draw(st.integers(0, 4))
    word, at = words[which], data.draw(st.integers(0, len(words[which]) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    words[which] = data.draw(
        st.sampled_from(
            [word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :]]
        )
    )
    try:
        assert parse_receipt(" ".join(words)) == code
    except OngeldigeOntvangstcode:
        assert words[which] != word


def test_a_word_that_is_heard_and_not_seen_is_understood():
    code = parse_receipt("ijsbeer klein blauw fontein appel")
    assert parse_receipt("eisbeer klijn blouw fontyn apel") == code


@given(CODES, st.integers(0, 17), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(code, at, by):
    digits = list(code.cijfers.replace(" ", ""))
    digits[at] = str((int(digits[at]) + by) % 10)
    with pytest.raises(OngeldigeOntvangstcode):
        parse_receipt("".join(digits))


@pytest.mark.parametrize(
    "typed", ["", "appel", "appel appel appel appel", "qqqq " * 5, "1234", "9" * 18, "x" * 201]
)
def test_what_is_no_code_gets_the_one_sentence(typed):
    with pytest.raises(OngeldigeOntvangstcode) as refused:
        parse_receipt(typed)
    assert str(refused.value) == ONBEKEND


@given(st.text(max_size=220))
def test_any_text_gives_a_code_or_the_one_sentence(typed):
    try:
        assert isinstance(parse_receipt(typed), Ontvangstcode)
    except OngeldigeOntvangstcode:
        return


def test_a_receipt_never_shows_itself_in_a_log():
    code = Ontvangstcode(0)
    assert code.woorden.split()[0] not in repr(code)
    assert f"{code}" == "Ontvangstcode(…)"


def test_the_same_secret_bytes_give_the_same_receipt():
    assert receipt_from_bytes(b"a" * 32) == receipt_from_bytes(b"a" * 32) != receipt_from_bytes(b"b" * 32)
    with pytest.raises(ValueError, match="16 geheime bytes"):
        receipt_from_bytes(b"a" * 15)


def test_a_stored_hash_depends_on_the_code_and_on_the_secret():
    stored = hash_receipt(Ontvangstcode(1), pepper=PEPPER)
    assert len(stored) == 32
    assert stored == hash_receipt(Ontvangstcode(1), pepper=PEPPER)
    assert stored != hash_receipt(Ontvangstcode(2), pepper=PEPPER)
    assert stored != hash_receipt(Ontvangstcode(1), pepper=b"q" * 32)


def test_a_short_secret_is_refused():
    with pytest.raises(ValueError, match="32 bytes"):
        hash_receipt(Ontvangstcode(1), pepper=b"kort")
