"""Another table with the same sums: move one cell, and find the cheapest cells that move along.

Augmenting paths (Ford & Fulkerson), each the shortest (Dijkstra), in whole numbers: as long as there is any way to
move a cell further, one is found.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from doorzicht.ground.lib.onderdrukking.tabel import Cel, Tabel

Uitwijking = dict[Cel, int]
"""By how much each cell differs in another table that keeps every sum."""

Kosten = Callable[[Cel], int]
"""What it costs that a cell is not shown; never below zero."""


@dataclass(frozen=True, slots=True)
class _Stap:
    """From a node along a cell: `richting` +1 raises the cell, -1 lowers it."""

    naar: Hashable
    cel: Cel
    richting: int


class Net:
    """A table for a reader who knows the row `kent`, or none: what they know stays as it is and counts for nothing."""

    def __init__(self, tabel: Tabel, *, kent: str | None = None) -> None:
        self.waarden: dict[Cel, int] = {
            cel: tabel.value(cel, without=kent)
            for cel in tabel.cellen
            if kent is None or tabel.rows_under(cel[0]) != (kent,)
        }
        self._einden = {cel: tabel.ends(cel) for cel in self.waarden}
        self._stappen: dict[Hashable, list[_Stap]] = defaultdict(list)
        for cel, (start, end) in self._einden.items():
            self._stappen[start].append(_Stap(end, cel, +1))
            self._stappen[end].append(_Stap(start, cel, -1))

    def move(self, cel: Cel, door: int, *, kosten: Kosten) -> Uitwijking:
        """A table in which `cel` is `door` higher (or lower), no cell is below zero and every sum holds."""
        away: Uitwijking = defaultdict(int)
        sign = 1 if door > 0 else -1
        start, end = self._einden[cel][::-sign]
        while away[cel] != door:
            path = self._shortest(start, end, cel, away, kosten)
            room = [self.waarden[s.cel] + away[s.cel] for s in path if s.richting < 0]
            part = min([abs(door - away[cel]), *room])
            away[cel] += sign * part
            for s in path:
                away[s.cel] += s.richting * part
        return {c: n for c, n in away.items() if n}

    def _shortest(
        self, start: Hashable, end: Hashable, closed: Cel, away: Uitwijking, kosten: Kosten
    ) -> list[_Stap]:
        """The cheapest way from node to node past `closed`; a cell that moves already costs nothing more."""
        reached: dict[Hashable, tuple[Hashable, _Stap] | None] = {}
        queue: list[tuple[int, int, Hashable, tuple[Hashable, _Stap] | None]] = [(0, 0, start, None)]
        order = 0
        while queue and end not in reached:
            cost, _, node, came = heapq.heappop(queue)
            if node in reached:
                continue
            reached[node] = came
            for s in self._stappen[node]:
                full = s.richting < 0 and self.waarden[s.cel] + away[s.cel] == 0
                if s.naar in reached or s.cel == closed or full:
                    continue
                order += 1
                price = 0 if away[s.cel] else kosten(s.cel)
                heapq.heappush(queue, (cost + price, order, s.naar, (node, s)))
        return _walk_back(reached, end)


def _walk_back(reached: dict[Hashable, tuple[Hashable, _Stap] | None], end: Hashable) -> list[_Stap]:
    path, node = [], end
    while (came := reached[node]) is not None:
        node = came[0]
        path.append(came[1])
    return path
