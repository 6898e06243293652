"""Processor time of a group of processes, children that have ended included."""

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass

import psutil


@dataclass(frozen=True, slots=True)
class Rekentijd:
    """Seconds of processor time, user and system together."""

    seconden: float

    def __sub__(self, other: "Rekentijd") -> "Rekentijd":
        return Rekentijd(self.seconden - other.seconden)


def spent(roots: Iterable[int]) -> Rekentijd:
    """What these processes and their children used until now. A server adds the time of children it has reaped."""
    total = 0.0
    for root in roots:
        parent = psutil.Process(root)
        for process in [parent, *parent.children(recursive=True)]:
            with contextlib.suppress(psutil.NoSuchProcess):
                times = process.cpu_times()
                total += times.user + times.system + times.children_user + times.children_system
    return Rekentijd(total)
