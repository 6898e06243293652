"""What waits for one person, in the words in which every room tells it to the start page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wachtend:
    """One line: what waits, where to go, and a status (`soort` of docs/vormgeving.md, `tekst`). Never content."""

    naam: str
    url: str
    soort: str
    tekst: str
