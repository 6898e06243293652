"""A small cell and one that goes along with it read the same; a figure reads as people write it."""

from doorzicht.ground.lib.onderdrukking import NIET_GETOOND, TOELICHTING, TOTAAL, in_words, suppress_list


def test_small_and_taken_along_cannot_be_told_apart():
    uit = suppress_list({"a": 3, "b": 40, "c": 0, "d": 1700}, zaad=b"z" * 16)
    words = {in_words(n) for n in uit.cellen.values() if n is None}
    assert words == {NIET_GETOOND}
    assert vars(type(uit)).keys() >= {"cellen"}
    assert uit.__slots__ == ("rijen", "kolommen", "groepen", "cellen")


def test_a_shown_figure_has_dots_in_the_thousands():
    assert in_words(1234567) == "1.234.567"
    assert in_words(12) == "12"


def test_the_note_says_that_it_may_be_zero_and_why_a_larger_one_is_gone():
    assert "kan ook 0 zijn" in TOELICHTING
    assert "uitrekenen" in TOELICHTING
    assert TOTAAL not in TOELICHTING
