"""How far the story of the demo is: what an act of it finds, and what later acts call by name."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from doorzicht.doors.cli.demo_dagen import Kalender
from doorzicht.ground.access.api import Actor
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.wings.signaleren import api as signaleren

GEMEENTE = "0246"
"""Heerde, where the invented cast works."""

Stap = dict[str, Any]
"""One act as the data files describe it: when (`op`), who (`wie`), what (`stap`), of which melding or overleg (`van`),
and what was written."""


@dataclass
class Verhaal:
    """What was told so far, by the names that the data files give things."""

    kalender: Kalender
    ontvangen: dict[str, signaleren.Ontvangen] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    overleggen: dict[str, UUID] = field(default_factory=dict)
    punten: dict[str, UUID] = field(default_factory=dict)
    acties: dict[str, UUID] = field(default_factory=dict)
    toetsen: dict[str, UUID] = field(default_factory=dict)
    datalekken: dict[str, UUID] = field(default_factory=dict)

    def melding(self, naam: str) -> UUID:
        """The number of a melding."""
        return self.ontvangen[naam].melding_id


Doen = Callable[[Verhaal, Stap, Actor, datetime], None]
"""An act of the story: what was told, the act, who acts, when."""


def actor_of(wie: str, gemeente: str = GEMEENTE) -> Actor:
    """A member of the cast in the roles they hold; `melder` and `systeem` have no account."""
    if wie in ("melder", "systeem"):
        return Actor.melder(gemeente) if wie == "melder" else Actor.systeem(gemeente)
    medewerker = Medewerker.objects.select_related("organisatie").get(gebruikersnaam=wie)
    rollen = medewerker.aanstellingen.values_list("rol", flat=True)
    return Actor.of(medewerker, rollen, medewerker.organisatie_id)
