"""A suppressed cell stays uncomputable: the least and the most that can stand in it are 0 and at least 5."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doorzicht.ground.lib.onderdrukking import DREMPEL, TOTAAL, OngeldigeTabel, Tabel, suppress, suppress_list
from doorzicht.ground.lib.tests.rekenaar import ZAAD, Rekenaar, every_table, table, tables

seeds = st.binary(min_size=16, max_size=80)


@given(tables(), seeds)
@settings(max_examples=100, deadline=None)
def test_arithmetic_narrows_no_small_cell(tabel, zaad):
    uit = suppress(tabel, zaad=zaad)
    calculator = Rekenaar(tabel, uit)
    for cel, shown in uit.cellen.items():
        if shown is not None:
            continue
        bounds = calculator.narrow(cel)
        assert bounds.laag < bounds.hoog, cel
        if tabel.value(cel) < DREMPEL:
            assert (bounds.laag, bounds.hoog >= DREMPEL) == (0, True), (cel, bounds)


@given(tables(rows=4, columns=4), seeds)
@settings(max_examples=40, deadline=None)
def test_nor_does_who_knows_a_row_of_their_own(tabel, zaad):
    uit = suppress(tabel, zaad=zaad, kenners=tabel.rijen)
    for knower in tabel.rijen:
        calculator = Rekenaar(tabel, uit, kent=knower)
        for cel in uit.cellen:
            theirs = tabel.value(cel) - tabel.value(cel, without=knower)
            others = tabel.value(cel, without=knower)
            if others >= DREMPEL or set(tabel.rows_under(cel[0])) == {knower}:
                continue
            bounds = calculator.narrow(cel)
            assert bounds.laag == theirs, (knower, cel)
            assert bounds.hoog >= theirs + DREMPEL, (knower, cel)


@given(tables(), seeds)
@settings(max_examples=100, deadline=None)
def test_what_is_shown_is_true_and_at_least_five(tabel, zaad):
    uit = suppress(tabel, zaad=zaad)
    assert set(uit.cellen) == set(tabel.cellen)
    assert all(n is None or n == tabel.value(cel) >= DREMPEL for cel, n in uit.cellen.items())


@given(tables(), seeds)
@settings(max_examples=100, deadline=None)
def test_the_total_is_shown_from_five_and_only_then(tabel, zaad):
    total = tabel.value((TOTAAL, TOTAAL))
    assert suppress(tabel, zaad=zaad)[TOTAAL, TOTAAL] == (total if total >= DREMPEL else None)


@pytest.mark.parametrize(
    "tabel",
    [
        table([[3], [9], [0]]),
        table([[4], [1], [6]], {"r0": "g", "r1": "g"}),
        table([[1, 4], [5, 5]]),
        table([[0, 2], [7, 1]]),
        table([[2, 1], [1, 2]], {"r0": "g"}),
    ],
    ids=["list", "groups", "square", "zero", "group of one"],
)
def test_trying_every_table_by_hand_finds_the_same(tabel):
    """No linear programming: every table with this total that shows what is shown, one by one."""
    uit = suppress(tabel, zaad=ZAAD)
    total = tabel.value((TOTAAL, TOTAAL))
    shown = {cel: n for cel, n in uit.cellen.items() if n is not None}
    others = [t for t in every_table(tabel, total) if all(t.value(c) == n for c, n in shown.items())]
    for cel in set(uit.cellen) - set(shown):
        values = {t.value(cel) for t in others}
        bounds = Rekenaar(tabel, uit).narrow(cel)
        assert (min(values), max(values)) == (bounds.laag, bounds.hoog), cel
        assert len(values) > 1


def test_zero_is_a_small_number_too():
    uit = suppress_list({"Epe": 0, "Heerde": 30, "Hattem": 12}, zaad=ZAAD)
    assert uit["Epe", TOTAAL] is None
    assert None in (uit["Heerde", TOTAAL], uit["Hattem", TOTAAL])


def test_a_table_that_counts_fewer_than_five_shows_nothing():
    uit = suppress(table([[1, 2], [0, 1]]), zaad=ZAAD)
    assert set(uit.cellen.values()) == {None}


def test_two_small_ones_that_make_less_than_five_take_a_third_along():
    """1 and 2 beside 50: with the total their sum could be worked out, and 3 is a figure below five."""
    uit = suppress_list({"a": 1, "b": 2, "c": 50, "d": 60}, zaad=ZAAD)
    assert [uit["a", TOTAAL], uit["b", TOTAAL]] == [None, None]
    assert (uit["c", TOTAAL] is None) != (uit["d", TOTAAL] is None)


def test_a_table_without_small_numbers_is_shown_whole():
    tabel = table([[5, 6], [7, 80]])
    assert None not in suppress(tabel, zaad=ZAAD).cellen.values()


def test_a_knower_makes_more_disappear_than_the_public():
    """Two municipalities hidden: each of them could work out the other."""
    counts = {"Epe": 3, "Heerde": 30, "Hattem": 12}
    public = suppress_list(counts, zaad=ZAAD)
    region = suppress_list(counts, zaad=ZAAD, kenners=counts)
    assert sum(n is None for n in public.cellen.values()) == 2
    assert sum(n is None for n in region.cellen.values()) == 3


def test_the_same_secret_hides_the_same_cells_and_another_may_not():
    counts = {f"r{n}": 3 if n == 0 else 20 for n in range(12)}
    patterns = [
        tuple(n is None for n in suppress_list(counts, zaad=seed * 16).cellen.values())
        for seed in (b"a", b"a", b"b", b"c", b"d")
    ]
    assert patterns[0] == patterns[1]
    assert len(set(patterns)) > 1


def test_who_knows_the_rule_but_not_the_secret_still_cannot_tell():
    """Every list of three up to a total of 16, under eight secrets: no pattern belongs to one count only."""
    could_be: dict[tuple[int | None, ...], set[tuple[int, ...]]] = {}
    for tabel in every_table(table([[0], [0], [0]]), 16):
        counts = tuple(tabel.value(cel) for cel in tabel.cellen)
        if counts[-1] >= DREMPEL:
            for seed in range(8):
                uit = suppress(tabel, zaad=bytes([seed]) * 16)
                could_be.setdefault(tuple(uit.cellen.values()), set()).add(counts)
    for shown, tables_ in could_be.items():
        hidden = [n for n, value in enumerate(shown) if value is None]
        assert all(len({counts[n] for counts in tables_}) >= DREMPEL for n in hidden), shown


@pytest.mark.parametrize(
    "make",
    [
        lambda: Tabel(("a",), (), {("a", TOTAAL): -1}),
        lambda: Tabel(("a", "a"), (), {}),
        lambda: Tabel((TOTAAL,), (), {}),
        lambda: Tabel((), (), {}),
        lambda: Tabel(("a",), ("k",), {("a", TOTAAL): 3}),
        lambda: Tabel(("a",), (), {("b", TOTAAL): 3}),
        lambda: Tabel(("a",), (), {}, {"b": "g"}),
        lambda: Tabel(("a", "b"), (), {}, {"a": "b"}),
        lambda: suppress(Tabel(("a",), (), {}), zaad=ZAAD, kenners=["b"]),
    ],
)
def test_what_is_no_table_of_counts_is_refused(make):
    with pytest.raises(OngeldigeTabel):
        make()


def test_without_a_secret_nothing_is_made():
    with pytest.raises(ValueError, match="secret"):
        suppress_list({"a": 3}, zaad=b"kort")
