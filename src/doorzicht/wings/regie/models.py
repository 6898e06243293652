"""All tables of the wing, for Django; each room keeps its own."""

from doorzicht.wings.regie.overleg.jaarmodel import Overlegjaar
from doorzicht.wings.regie.overleg.models import (
    Actie,
    Agendapunt,
    Besluit,
    Bijdrage,
    Deelname,
    Overleg,
    Uitvoeringscheck,
)
from doorzicht.wings.regie.overleg.vooruitblik import Vooruitblik

__all__ = [
    "Actie",
    "Agendapunt",
    "Besluit",
    "Bijdrage",
    "Deelname",
    "Overleg",
    "Overlegjaar",
    "Uitvoeringscheck",
    "Vooruitblik",
]
