"""All tables of the wing, for Django; each room keeps its own."""

from doorzicht.wings.regie.overleg.models import (
    Actie,
    Agendapunt,
    Besluit,
    Bijdrage,
    Deelname,
    Overleg,
    Uitvoeringscheck,
)

__all__ = ["Actie", "Agendapunt", "Besluit", "Bijdrage", "Deelname", "Overleg", "Uitvoeringscheck"]
