"""A client that sends the same request many times and says how long each took."""

import http.client
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verzoek:
    """What to send: method, path, headers, body."""

    methode: str
    pad: str
    kop: Mapping[str, str]
    inhoud: bytes = b""


@dataclass(frozen=True, slots=True)
class Tijden:
    """Wall time in milliseconds of n requests."""

    n: int
    p50: float
    p95: float

    @classmethod
    def of(cls, taken: Sequence[float]) -> "Tijden":
        """Out of single times in milliseconds."""
        return cls(len(taken), statistics.median(taken), statistics.quantiles(taken, n=20)[18])


class OnverwachtAntwoord(RuntimeError):
    """The server did not answer as it should: the figures would mean nothing."""


def send(poort: int, verzoek: Verzoek, *, verwacht: int) -> bytes:
    """One request on a connection of its own; the body of the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", poort, timeout=60)
    try:
        connection.request(
            verzoek.methode, verzoek.pad, body=verzoek.inhoud or None, headers=dict(verzoek.kop)
        )
        response = connection.getresponse()
        body = response.read()
    finally:
        connection.close()
    if response.status != verwacht:
        raise OnverwachtAntwoord(
            f"{verzoek.methode} {verzoek.pad} answered {response.status}, not {verwacht}"
        )
    return body


def send_many(poort: int, make: Callable[[], Verzoek], *, n: int, verwacht: int) -> list[float]:
    """`n` requests one after another; how long each took, in milliseconds."""
    taken = []
    for _ in range(n):
        verzoek = make()
        start = time.perf_counter()
        send(poort, verzoek, verwacht=verwacht)
        taken.append((time.perf_counter() - start) * 1000)
    return taken
