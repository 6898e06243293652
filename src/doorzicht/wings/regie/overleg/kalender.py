"""A meeting as an entry for a calendar (iCalendar, RFC 5545): "Overleg", when, and for who logged in where.

Its number leads nowhere in here. No item, no name of a person, no municipality, no link. What goes by mail has no
place either: that is typed freely, and a mail lies readable in many places (docs/decisions/0088).
"""

from datetime import datetime
from typing import Literal
from uuid import UUID

from django.conf import settings
from icalendar import Calendar, Event, vCalAddress

from doorzicht.ground.access.api import Actor
from doorzicht.ground.lib.datums import to_local
from doorzicht.ground.logboek import api as logboek
from doorzicht.wings.regie.overleg import selectors
from doorzicht.wings.regie.overleg.models import Overleg

Methode = Literal["PUBLISH", "REQUEST", "CANCEL"]


def entry(row: Overleg, *, methode: Methode, at: datetime, plaats: str = "", adres: str = "") -> bytes:
    """The entry of one meeting. `adres`: the one mail address it goes to, which it then names as guest."""
    event = Event()
    event.add("uid", f"{row.kalender}@doorzicht")
    event.add("dtstamp", at)
    event.add("sequence", row.kalender_versie)
    event.add("summary", "Overleg")
    event.add("dtstart", to_local(row.begin))
    event.add("dtend", to_local(row.eind))
    event.add("class", "PRIVATE")
    gone = methode == "CANCEL" or row.status == "afgezegd"
    event.add("status", "CANCELLED" if gone else "CONFIRMED")
    if plaats:
        event.add("location", plaats)
    if adres:
        event.add("organizer", vCalAddress(f"mailto:{settings.DEFAULT_FROM_EMAIL}"))
        event.add("attendee", vCalAddress(f"mailto:{adres}"))
    calendar = Calendar()
    calendar.add("prodid", "-//Doorzicht//overleg//NL")
    calendar.add("version", "2.0")
    calendar.add("method", methode)
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def download(overleg_id: UUID, *, by: Actor, at: datetime) -> bytes:
    """The entry of a meeting for this reader's own calendar; logged. Raises `Overleg.DoesNotExist` or `Geweigerd`."""
    blad = selectors.find_overleg(overleg_id, by=by)
    logboek.record(by, "lees", "overleg", [overleg_id], recht=selectors.ZIEN, doel="kalender")
    return entry(blad.rij, methode="PUBLISH", at=at, plaats=blad.plaats)
