"""A table of counts with its margins, seen as a network.

Every cell is an arc and every sum that a reader can check is a node, drawn so that "the parts make the whole" reads
"what flows in flows out". Two tables that agree on everything published then differ by a flow round in circles.
Possible for two dimensions of which one has groups (Cox 1995; Fischetti & Salazar 1999); not for three, and not for
groups on both sides, which is why there is no such table here.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

TOTAAL = "totaal"
"""The name of the row and of the column of totals."""

Cel = tuple[str, str]
"""Row and column."""


class OngeldigeTabel(ValueError):
    """Not a table of counts: a cell below zero or of an unknown row, a name used twice, a name that is taken."""


@dataclass(frozen=True)
class Tabel:
    """How many (meldingen, or people) by row and by column; each is counted in exactly one cell.

    Without `kolommen` it is a list: the counts then stand at `(rij, TOTAAL)`. `groepen` says in which group a row
    is added up; a row without one counts for the total only. What is not in `aantallen` is zero.
    """

    rijen: tuple[str, ...]
    kolommen: tuple[str, ...]
    aantallen: Mapping[Cel, int]
    groepen: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        names = [*self.rijen, *self.groepsnamen, TOTAAL]
        if len(set(names)) < len(names) or len({*self.kolommen, TOTAAL}) < len(self.kolommen) + 1:
            raise OngeldigeTabel(
                "Every row, group and column has a name of its own, and none is the total's."
            )
        if not self.rijen or not set(self.groepen) <= set(self.rijen):
            raise OngeldigeTabel("A table has rows, and only a row of the table is in a group.")
        allowed = {(r, k) for r in self.rijen for k in self.kolommen or (TOTAAL,)}
        if not set(self.aantallen) <= allowed:
            raise OngeldigeTabel("A count belongs to a row and a column of the table.")
        if any(n < 0 for n in self.aantallen.values()):
            raise OngeldigeTabel("A count is never below zero.")

    @property
    def groepsnamen(self) -> tuple[str, ...]:
        """The groups, in the order of their first row."""
        return tuple(dict.fromkeys(self.groepen[r] for r in self.rijen if r in self.groepen))

    @cached_property
    def cellen(self) -> tuple[Cel, ...]:
        """Every cell that will be published, margins included."""
        columns = (*self.kolommen, TOTAAL)
        return tuple((r, k) for r in (*self.rijen, *self.groepsnamen, TOTAAL) for k in columns)

    def rows_under(self, rij: str) -> tuple[str, ...]:
        """The rows that a row, a group or the total is made of."""
        if rij == TOTAAL:
            return self.rijen
        return (rij,) if rij in self.rijen else tuple(r for r in self.rijen if self.groepen.get(r) == rij)

    def value(self, cel: Cel, *, without: str | None = None) -> int:
        """What stands in a cell; `without` a row, the part of it that does not come from that row."""
        columns = self.kolommen if cel[1] == TOTAAL and self.kolommen else (cel[1],)
        rows = [r for r in self.rows_under(cel[0]) if r != without]
        return sum(self.aantallen.get((r, k), 0) for r in rows for k in columns)

    def ends(self, cel: Cel) -> tuple[Hashable, Hashable]:
        """The arc of a cell: from where to where. Cells of the column of totals run back."""
        rij, kolom = cel
        parent = self.groepen.get(rij, TOTAAL)
        across: Hashable = ("rij", rij) if self.kolommen else "buiten"
        start: Hashable = across
        end: Hashable = ("kolom", parent, kolom)
        if rij == TOTAAL:
            start, end = ("kolom", TOTAAL, kolom), across
        elif rij not in self.rijen:
            start = "kolom", rij, kolom
        return (end, start) if kolom == TOTAAL else (start, end)
