"""A number is random within its year, and whatever else somebody types is no number."""

import pytest

from doorzicht.ground.lib.nummers import draw_number, read_number


def test_numbers_are_drawn_and_not_counted():
    drawn = [draw_number("M", jaar=2026) for _ in range(200)]

    assert drawn != sorted(drawn)
    assert len(set(drawn)) > 190
    assert all(read_number(number, letter="M") == number for number in drawn)


@pytest.mark.parametrize("typed", ["M-2026-483920", "  m-2026-483920\n"])
def test_a_number_is_read_in_small_letters_and_with_spaces_around_it(typed):
    assert read_number(typed, letter="M") == "M-2026-483920"


@pytest.mark.parametrize(
    "typed",
    ["", "M-2026-48392", "V-2026-483920", "M-2026-4839201", "M-2026-48392\0", "Jan Jansen", "M-٢٠٢٦-483920"],
)
def test_anything_else_is_no_number(typed):
    assert read_number(typed, letter="M") == ""
