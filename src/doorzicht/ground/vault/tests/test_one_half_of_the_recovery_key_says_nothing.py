"""The recovery key on two papers: both are needed, a mistyped line is named, one paper fits every key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyrage import IdentityError, x25519

from doorzicht.ground.lib.words import load_words
from doorzicht.ground.vault.helften import (
    REGELS,
    Helft,
    HelftenHorenNietBijElkaar,
    OngeldigeRegel,
    join,
    read_half,
    read_line,
    split,
)

BITS = 58 * 5
KEY = str(x25519.Identity.generate())


@pytest.fixture
def identity() -> str:
    return str(x25519.Identity.generate())


def test_both_papers_together_are_the_key(identity):
    first, second = split(identity)

    read = [read_half(half.regels, helft=half.nummer) for half in (first, second)]

    assert join(*read) == identity
    assert str(x25519.Identity.from_str(join(*read))) == identity


def test_in_either_order(identity):
    first, second = split(identity)
    assert join(second, first) == identity


def test_one_paper_twice_is_refused(identity):
    first, _ = split(identity)
    with pytest.raises(HelftenHorenNietBijElkaar):
        join(first, first)


def test_halves_of_two_keys_make_no_key(identity):
    first, _ = split(identity)
    _, other = split(str(x25519.Identity.generate()))
    with pytest.raises(IdentityError):
        x25519.Identity.from_str(join(first, other))


@given(st.integers(0, 2**BITS - 1), st.integers(1, 2))
def test_every_paper_fits_every_key_equally_well(getal, nummer):
    """For any paper and any key there is exactly one other paper: whoever has one knows nothing of the key."""
    pad, sum_ = split(KEY)
    other = Helft(3 - nummer, getal ^ pad.getal ^ sum_.getal)
    assert join(Helft(nummer, getal), other) == KEY


def test_the_same_key_is_split_differently_every_time(identity):
    halves = [split(identity) for _ in range(200)]

    assert len({half.getal for pair in halves for half in pair}) == 400
    for position in (0, 1):
        ones = sum(pair[position].getal.bit_count() for pair in halves)
        assert abs(ones / (200 * BITS) - 0.5) < 0.02, "a half is not random"


@given(st.integers(0, 2**BITS - 1), st.integers(1, REGELS), st.integers(0, 4), st.integers(1, 2047))
def test_a_wrong_word_is_noticed(getal, regel, place, shift):
    """By the line as a rule; the one in 8192 that passes there makes no key."""
    pad, key = split(KEY)
    lines = Helft(1, getal).regels
    words = lines[regel - 1].split()
    words[place] = load_words()[(load_words().index(words[place]) + shift) % 2048]
    lines[regel - 1] = " ".join(words)

    with pytest.raises((OngeldigeRegel, IdentityError)):
        x25519.Identity.from_str(join(read_half(lines, helft=1), Helft(2, getal ^ pad.getal ^ key.getal)))


def test_the_mistyped_line_is_named():
    lines = Helft(1, 12345678901234567890).regels
    lines[4] = " ".join(reversed(lines[4].split()))
    with pytest.raises(OngeldigeRegel, match="Regel 5 klopt niet"):
        read_half(lines, helft=1)


def test_a_typing_mistake_within_a_word_is_mended():
    line = Helft(1, 3**180).regels[6]
    typed = line.upper().replace(line.split()[0].upper(), line.split()[0] + "x", 1).replace(" ", "   ")

    assert typed != line
    assert read_line(typed, helft=1, regel=7) == read_line(line, helft=1, regel=7)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("aardbei aarde", "Een regel heeft 5 woorden; dit zijn er 2."),
        ("aardbei aarde aarde aarde qqqqqq", "Het woord qqqqqq staat niet in de lijst."),
        ("", "dit zijn er 0"),
    ],
)
def test_what_is_no_line_is_told(typed, said):
    with pytest.raises(OngeldigeRegel, match=said):
        read_line(typed, helft=1, regel=1)


def test_a_line_of_the_other_paper_or_another_place_is_called_so(identity):
    _, second = split(identity)

    with pytest.raises(OngeldigeRegel, match="Dit is regel 4 van helft 2"):
        read_line(second.regels[3], helft=1, regel=1)


def test_a_half_never_shows_itself_in_a_log(identity):
    first, _ = split(identity)
    assert repr(first) == "Helft(1, …)"
    assert str(first.getal) not in f"{first}"


@pytest.mark.parametrize("text", ["", "AGE-SECRET-KEY-1QQQ", "age1qqqq"])
def test_what_is_no_key_is_not_split(text):
    with pytest.raises(ValueError, match="identity"):
        split(text)
