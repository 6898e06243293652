"""The door of locaties."""

from doorzicht.ground.locaties.adres import Adres, OngeldigAdres, address_kenmerken, make_address
from doorzicht.ground.locaties.gebied import (
    Antwoord,
    Gebiedsoordeel,
    Gemeente,
    Punt,
    gemeenten,
    outlines,
    territory,
)

__all__ = [
    "Adres",
    "Antwoord",
    "Gebiedsoordeel",
    "Gemeente",
    "OngeldigAdres",
    "Punt",
    "address_kenmerken",
    "gemeenten",
    "make_address",
    "outlines",
    "territory",
]
