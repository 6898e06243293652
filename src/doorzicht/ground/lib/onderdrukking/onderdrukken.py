"""Which cells are not shown, so that nobody can work out a figure below 5.

Cell suppression (Hundepool et al., *Statistical Disclosure Control*, Wiley 2012, ch. 4; Fischetti & Salazar 1999,
"Models and algorithms for the 2-dimensional cell suppression problem", Math. Programming 84) with the network-flow
heuristic (Kelly, Golden & Assad 1992; Castro 2002). Finding the *fewest* cells is NP-hard; finding *enough* is not.

The promise, for every cell below `DREMPEL`, margins and zeros included, and for every reader: among the tables with
non-negative whole counts that agree with all that is published there is one in which the cell is 0 and one in which
it is at least `DREMPEL`. A reader is the public, or somebody who knows a row of their own (`kenners`: a municipality
knows its own counts); for them the same holds for what is not theirs.

Why it holds: for each such cell those two tables are made, and every cell in which they differ from the real one is
suppressed. The tables themselves are the proof. The sum of what is suppressed in a line is thereby never below
`DREMPEL` either: that would be a figure below 5 too.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from doorzicht.ground.lib.onderdrukking.stroom import Net
from doorzicht.ground.lib.onderdrukking.tabel import TOTAAL, Cel, OngeldigeTabel, Tabel

DREMPEL = 5
"""No figure below this leaves the house (product rule 15)."""

_ZAAD, _RAND = 16, 4


@dataclass(frozen=True, slots=True)
class Onderdrukt:
    """A table as it may be published. A suppressed cell is None, whatever the reason: the reasons differ by one bit
    that narrows a neighbour, so they are not kept."""

    rijen: tuple[str, ...]
    kolommen: tuple[str, ...]
    groepen: tuple[str, ...]
    cellen: Mapping[Cel, int | None]

    def __getitem__(self, cel: Cel) -> int | None:
        """The count at (row, column), `TOTAAL` for a margin; None when it is not shown. Raises `KeyError`."""
        return self.cellen[cel]


def suppress(tabel: Tabel, *, zaad: bytes, kenners: Collection[str] = ()) -> Onderdrukt:
    """The table with everything suppressed that must be.

    `zaad` is a secret of at least 16 bytes that belongs to this one figure and stays the same for it
    (`vault.blind_index("onderdrukking", naam)`): it decides which cells go along with a small one, see `_prices`.
    `kenners` are rows whose owner reads the table and knows that row. Raises `OngeldigeTabel` when one is no row.
    """
    if not set(kenners) <= set(tabel.rijen):
        raise OngeldigeTabel("Somebody can know only a row of the table.")
    hidden: set[Cel] = set()
    price = _prices(tabel, zaad)
    for reader in (None, *(r for r in tabel.rijen if r in kenners)):
        net = Net(tabel, kent=reader)
        small = [cel for cel, n in net.waarden.items() if n < DREMPEL]
        hidden.update(small)
        for cel in small:
            _protect(net, cel, hidden, price)
    cells = {cel: None if cel in hidden else tabel.value(cel) for cel in tabel.cellen}
    return Onderdrukt(tabel.rijen, tabel.kolommen, tabel.groepsnamen, cells)


def suppress_list(
    aantallen: Mapping[str, int],
    *,
    zaad: bytes,
    groepen: Mapping[str, str] | None = None,
    kenners: Collection[str] = (),
) -> Onderdrukt:
    """`suppress` for one dimension: counts by row, with their total."""
    counts = {(rij, TOTAAL): n for rij, n in aantallen.items()}
    return suppress(Tabel(tuple(aantallen), (), counts, groepen or {}), zaad=zaad, kenners=kenners)


def _protect(net: Net, cel: Cel, hidden: set[Cel], price: Mapping[Cel, int]) -> None:
    """Hide what moves along when the cell goes to zero, and when it goes to the threshold."""
    now = net.waarden[cel]
    for by in (-now, DREMPEL - now):
        if by:
            hidden.update(net.move(cel, by, kosten=lambda c: 0 if c in hidden else price[c]))


def _prices(tabel: Tabel, zaad: bytes) -> dict[Cel, int]:
    """What it costs not to show a cell: drawn with a secret, four times as much for a margin.

    Not the count itself, as in the books: who knows that the smallest neighbour goes along can tell from a neighbour
    that is shown that the hidden one is smaller (5, 4, 4 of 13: only one table has this pattern). The grand total
    costs more than all the rest together, so it goes only when nothing else will do.
    """
    if len(zaad) < _ZAAD:
        raise ValueError("The seed is a secret of at least 16 bytes.")
    prices = {}
    for rij, kolom in tabel.cellen:
        drawn = blake2b(f"{rij}\0{kolom}".encode(), key=zaad[:64], digest_size=2).digest()
        margin = rij not in tabel.rijen or (kolom == TOTAAL and tabel.kolommen)
        prices[rij, kolom] = (1 + int.from_bytes(drawn)) * (_RAND if margin else 1)
    prices[TOTAAL, TOTAAL] = 1 + sum(prices.values())
    return prices
