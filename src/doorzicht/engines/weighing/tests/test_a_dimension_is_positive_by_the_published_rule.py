"""The published rule: 2 strong, or 1 strong and 1 other, or 3 medium, or 2 medium and 1 weak. Nothing else."""

import pytest

from doorzicht.engines.weighing.dimensions import first_rule


@pytest.mark.parametrize(
    ("sterk", "middel", "zwak", "positief"),
    [
        (0, 0, 0, False),
        (1, 0, 0, False),
        (2, 0, 0, True),
        (1, 1, 0, True),
        (1, 0, 1, True),
        (0, 1, 0, False),
        (0, 2, 0, False),
        (0, 3, 0, True),
        (0, 2, 1, True),
        (0, 1, 2, False),
        (0, 1, 9, False),
        (0, 0, 9, False),
    ],
)
def test_the_rule_row_by_row(catalogus, sterk, middel, zwak, positief):
    regel = first_rule(catalogus.drempels, sterk=sterk, middel=middel, zwak=zwak)
    assert bool(regel) is positief


def test_the_dimension_names_the_rule_that_made_it_positive(weeg, dimensie):
    beeld = dimensie(weeg("ARB02", "ARB03"), "E")
    assert (beeld.sterk, beeld.middel, beeld.regel) == (1, 1, "1 sterk en 1 middel of zwak")


def test_one_strong_observation_alone_is_too_little(weeg, dimensie):
    assert not dimensie(weeg("ARB02"), "E").positief


def test_seeing_the_same_thing_twice_counts_once(weeg):
    assert weeg("ARB02", "ARB02") == weeg("ARB02")
