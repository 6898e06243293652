"""All tables of the wing, for Django; each room keeps its own."""

from doorzicht.wings.signaleren.melding.models import (
    AcuteStap,
    Bericht,
    Gegeven,
    Melder,
    Melding,
    Persoon,
    RolVanPersoon,
    Samenvoeging,
    Waarneming,
)

__all__ = [
    "AcuteStap",
    "Bericht",
    "Gegeven",
    "Melder",
    "Melding",
    "Persoon",
    "RolVanPersoon",
    "Samenvoeging",
    "Waarneming",
]
