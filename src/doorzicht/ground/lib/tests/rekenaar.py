"""Somebody who has what was published and a computer: the adversary of the suppression tests.

Knows nothing of how the module works: the sums are written down here once more, from what a table is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
from hypothesis import strategies as st
from scipy.optimize import linprog

from doorzicht.ground.lib.onderdrukking import TOTAAL, Cel, Onderdrukt, Tabel

ZAAD = b"een geheim dat niemand kent"


@dataclass(frozen=True)
class Grenzen:
    """What linear arithmetic says of a cell."""

    laag: float
    hoog: float


class Rekenaar:
    """Bounds of every cell over all tables of non-negative numbers that agree with `shown` (and with `known`)."""

    def __init__(self, tabel: Tabel, uit: Onderdrukt, *, kent: str | None = None) -> None:
        self.cells: list[Cel] = list(uit.cellen)
        place = {cel: n for n, cel in enumerate(self.cells)}
        self.place = place
        rows = []
        for whole, parts in sums(tabel):
            row = np.zeros(len(self.cells))
            row[place[whole]] = -1
            for part in parts:
                row[place[part]] += 1
            rows.append(row)
        self.matrix = np.array(rows)
        own = {c: tabel.value(c) for c in self.cells if c[0] == kent}
        fixed = {c: n for c, n in uit.cellen.items() if n is not None} | own
        self.bounds = [(fixed[c], fixed[c]) if c in fixed else (0, None) for c in self.cells]

    def narrow(self, cel: Cel) -> Grenzen:
        """The least and the most that can stand in a cell; infinity where nothing holds it."""
        aim = np.zeros(len(self.cells))
        aim[self.place[cel]] = 1
        return Grenzen(self._solve(aim), -self._solve(-aim))

    def _solve(self, aim: np.ndarray) -> float:
        done = linprog(
            aim, A_eq=self.matrix, b_eq=np.zeros(len(self.matrix)), bounds=self.bounds, method="highs"
        )
        if done.status == 3:
            return float("-inf")
        assert done.status == 0, done.message
        return round(done.fun, 6)


def sums(tabel: Tabel) -> Iterator[tuple[Cel, list[Cel]]]:
    """Every sum a reader can check: the whole and its parts."""
    groups = sorted(set(tabel.groepen.values()))
    for kolom in (*tabel.kolommen, TOTAAL):
        loose = [r for r in tabel.rijen if r not in tabel.groepen]
        yield (TOTAAL, kolom), [(r, kolom) for r in (*loose, *groups)]
        for groep in groups:
            yield (groep, kolom), [(r, kolom) for r in tabel.rijen if tabel.groepen.get(r) == groep]
    if tabel.kolommen:
        for rij in (*tabel.rijen, *groups, TOTAAL):
            yield (rij, TOTAAL), [(rij, k) for k in tabel.kolommen]


def every_table(tabel: Tabel, most: int) -> Iterator[Tabel]:
    """Every table of this shape whose total is at most `most`."""
    keys = [(r, k) for r in tabel.rijen for k in tabel.kolommen or (TOTAAL,)]
    for counts in product(range(most + 1), repeat=len(keys)):
        if sum(counts) <= most:
            yield Tabel(tabel.rijen, tabel.kolommen, dict(zip(keys, counts, strict=True)), tabel.groepen)


def table(counts: list[list[int]], groepen: dict[str, str] | None = None) -> Tabel:
    """A table from rows of numbers; one number a row makes a list."""
    rows = tuple(f"r{n}" for n in range(len(counts)))
    columns = tuple(f"k{n}" for n in range(len(counts[0]))) if len(counts[0]) > 1 else ()
    cells = {
        (r, k): n
        for r, line in zip(rows, counts, strict=True)
        for k, n in zip(columns or (TOTAAL,), line, strict=True)
    }
    return Tabel(rows, columns, cells, groepen or {})


@st.composite
def tables(draw: st.DrawFn, *, rows: int = 6, columns: int = 5) -> Tabel:
    """Tables as they come: many zeros and small counts, now and then a large one; with and without groups."""
    size, wide = draw(st.integers(1, rows)), draw(st.integers(1, columns))
    count = st.one_of(st.integers(0, 5), st.integers(0, 9), st.sampled_from([0, 0, 0, 12, 40, 300]))
    counts = draw(st.lists(st.lists(count, min_size=wide, max_size=wide), min_size=size, max_size=size))
    group = st.sampled_from(["", "g0", "g1", "g2"])
    names = draw(st.lists(group, min_size=size, max_size=size)) if draw(st.booleans()) else [""] * size
    return table(counts, {f"r{n}": name for n, name in enumerate(names) if name})
