"""Compare the chain with the heads that were written down outside the database, along the way."""

from collections.abc import Iterator
from pathlib import Path

from doorzicht.ground.logboek import anker
from doorzicht.ground.logboek.gebroken import KetenGebroken


class Ankerproef:
    """Every head in the anchor must be met, in its incarnation, at its number, with its value.

    Heads of an incarnation that a later one replaced (a restore of an older backup) are counted as lost.
    """

    def __init__(self, path: Path | None) -> None:
        self._heads: Iterator[anker.Kop] = anker.read_heads(path) if path else iter(())
        self._next = next(self._heads, None)
        self._at = self._position()
        self.gezien = 0
        self.verloren = 0

    def see(self, incarnatie: int, volgnummer: int, kop: bytes) -> None:
        """The walk is at this seal."""
        position = (incarnatie, volgnummer)
        if position < self._at:
            return
        while self._next is not None and self._at <= position:
            if self._at == position:
                self._compare(self._next, kop)
            elif self._next.incarnatie < incarnatie:
                self.verloren += 1
            else:
                raise KetenGebroken(f"the anchor of seal {self._next.volgnummer}", "stands out of order")
            self._advance()

    def finish(self, incarnatie: int, volgnummer: int) -> None:
        """The walk is at its end: whatever the anchor still holds was cut off."""
        if self._next is None:
            return
        if self._next.incarnatie > incarnatie:
            raise KetenGebroken(
                f"incarnation {self._next.incarnatie}",
                f"is known to the anchor and not to the database, which stops at incarnation {incarnatie}",
            )
        raise KetenGebroken(
            f"seal {volgnummer + 1}",
            f"and what follows were cut off: the anchor knows seal {self._next.volgnummer}",
        )

    def _compare(self, head: anker.Kop, kop: bytes) -> None:
        if head.kop != kop:
            raise KetenGebroken(
                f"seal {head.volgnummer}", "is not the one that was anchored: the chain was made anew"
            )
        self.gezien += 1

    def _advance(self) -> None:
        self._next = next(self._heads, None)
        self._at = self._position()

    def _position(self) -> tuple[float, int]:
        return (self._next.incarnatie, self._next.volgnummer) if self._next else (float("inf"), 0)
