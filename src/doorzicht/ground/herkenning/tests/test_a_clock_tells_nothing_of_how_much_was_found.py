"""The question to the region takes a fixed time: one hit, forty hits or none cannot be told apart by a stopwatch."""

import statistics
import time

from doorzicht.ground.herkenning.tests.conftest import PHONE, PLATE

ROUNDS = 8
FLOOR = 0.05
"""Seconds a question takes at least (sql/regio.sql)."""


def test_none_one_and_forty_hits_take_the_same_time(arrange, in_region, asked, ask_region):
    arrange()
    for _ in range(40):
        in_region(PHONE)
    in_region(PLATE)
    many, one, none = asked(PHONE), asked(PLATE), asked()

    took = {name: [_seconds(ask_region, d) for _ in range(ROUNDS)] for name, d in
            (("many", many), ("one", one), ("none", none))}  # fmt: skip
    fastest = {name: min(values) for name, values in took.items()}
    assert min(fastest.values()) >= FLOOR
    # What is left are the statements around the question, the same for all: far below the floor itself.
    assert max(fastest.values()) - min(fastest.values()) < FLOOR / 5, {
        name: statistics.median(values) for name, values in took.items()
    }


def _seconds(ask_region, dossier_id) -> float:
    begin = time.perf_counter()
    ask_region(dossier_id)
    return time.perf_counter() - begin
