"""The door of bewaren: plan a destruction, confirm it with two people, see the proof."""

from doorzicht.ground.bewaren.actions import AlBevestigd, confirm, hold, plan, prepare
from doorzicht.ground.bewaren.models import Lijstregel, Vernietigingsbewijs
from doorzicht.ground.bewaren.regels import OnbekendeBewaarregel, destruction_day
from doorzicht.ground.bewaren.selectors import (
    Lijst,
    Vernietigd,
    find_destroyed,
    lines,
    lists,
    proof_of,
    proofs,
)
from doorzicht.ground.bewaren.workflow import AANHOUDREDENEN, LIJST, REGEL

__all__ = [
    "AANHOUDREDENEN",
    "LIJST",
    "REGEL",
    "AlBevestigd",
    "Lijst",
    "Lijstregel",
    "OnbekendeBewaarregel",
    "Vernietigd",
    "Vernietigingsbewijs",
    "confirm",
    "destruction_day",
    "find_destroyed",
    "hold",
    "lines",
    "lists",
    "plan",
    "prepare",
    "proof_of",
    "proofs",
]
