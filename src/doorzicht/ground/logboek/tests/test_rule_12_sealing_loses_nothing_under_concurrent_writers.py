"""Eight writers, some slow, some rolling back, while the sealer runs: every committed row gets its seal."""

import random
import threading
import time
from uuid import uuid4

import pytest
from django.db import connection

from doorzicht.ground.access.api import context
from doorzicht.ground.logboek import api, zegels
from doorzicht.ground.logboek.keten import QUERIES
from doorzicht.ground.logboek.tests.conftest import NOOR

WRITERS, SECONDS, ROLLED_BACK, SLOW = 8, 3.0, 0.13, 0.15


class _Change(Exception):
    """The act failed after its log row was written."""


def _write(seed: int, until: float, done: list[int], start: threading.Barrier) -> None:
    """One writer on a connection of its own, as the application's role."""
    dice = random.Random(seed)
    start.wait()
    try:
        while time.monotonic() < until:
            rows = dice.choice((1, 1, 1, 2, 5))
            try:
                with context(NOOR):
                    for _ in range(rows):
                        api.record(NOOR, "lees", "melding", [uuid4()], recht="melding.lezen")
                    if dice.random() < SLOW:
                        time.sleep(dice.uniform(0.05, 0.4))
                    if dice.random() < ROLLED_BACK:
                        raise _Change
            except _Change:
                done[1] += rows
            else:
                done[0] += rows
    finally:
        connection.close()


def test_every_committed_row_is_sealed_and_the_chain_is_whole(logboek):
    start = threading.Barrier(WRITERS)
    until = time.monotonic() + SECONDS
    tallies = [[0, 0] for _ in range(WRITERS)]
    writers = [threading.Thread(target=_write, args=(n, until, tallies[n], start)) for n in range(WRITERS)]
    for writer in writers:
        writer.start()
    rounds = 0
    while any(writer.is_alive() for writer in writers):
        rounds += logboek.seal_once(limit=50).gezegeld > 0
        time.sleep(0.02)
    logboek.seal()

    committed, rolled_back = (sum(column) for column in zip(*tallies, strict=True))
    assert rounds > 0  # many, unless another database on this server holds a transaction open
    assert rolled_back > 0
    assert committed == len(logboek.ids()) == logboek.verify().regels


def test_a_transaction_that_is_open_is_waited_for_and_its_row_is_not_lost(logboek):
    """The trap of a sealer that remembers the last id: an older transaction commits behind it."""
    entered, finish = threading.Event(), threading.Event()

    def slow() -> None:
        try:
            with context(NOOR):
                api.record(NOOR, "lees", "melding", [uuid4()], recht="melding.lezen")
                entered.set()
                finish.wait(10)
        finally:
            connection.close()

    writer = threading.Thread(target=slow)
    writer.start()
    entered.wait(10)
    logboek.write(3)
    assert logboek.seal_once().gezegeld == 0
    finish.set()
    writer.join()

    assert logboek.seal() == 4
    assert logboek.verify().regels == 4


def test_a_large_backlog_is_sealed_in_rounds_that_never_split_a_transaction(logboek):
    logboek.write(7, rows=3)

    assert logboek.seal(limit=4) == 21
    assert logboek.verify().regels == 21


def test_two_sealers_never_seal_at_once(logboek):
    logboek.write(2)
    with logboek.owner.transaction():
        logboek.owner.execute(QUERIES["slot"])
        with pytest.raises(zegels.ZegelaarBezig):
            logboek.seal()

    assert logboek.seal() == 2


def test_a_sealer_that_dies_halfway_leaves_nothing_half_done(logboek, monkeypatch):
    logboek.write(5)
    real = zegels.seal_row

    def die_at_the_third(key: bytes, vorige: bytes, volgnummer: int, text: str) -> bytes:
        if volgnummer == 3:
            raise _Change
        return real(key, vorige, volgnummer, text)

    with monkeypatch.context() as patch:
        patch.setattr(zegels, "seal_row", die_at_the_third)
        with pytest.raises(_Change):
            logboek.seal()

    assert logboek.verify(anchored=False).regels == 0
    assert logboek.seal() == 5
    assert logboek.verify().regels == 5
