"""The page of a melding that was destroyed, for whoever could read it; for everybody else there is no such page."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from doorzicht.ground.access.api import current_actor
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.melding.selectors import visible

SEALED = "melding-niets"
"""What was sealed was shut to everybody before it was destroyed, so nobody is told that it was there."""


def destroyed_page(
    request: HttpRequest, melding_id: UUID, *, rechten: tuple[str, ...]
) -> HttpResponse | None:
    """ "Dit dossier is vernietigd", by which rule and when, with one of these rights; None for everybody else.

    While the row of the melding stands (the key goes first) it says who could see it. Once it is gone the right and
    the wall do; that says no more than the list of what was destroyed.
    """
    shown = visible(by=current_actor()).filter(pk=melding_id, verzegeld=False)
    if Melding.objects.filter(pk=melding_id).exists() and not shown.exists():
        return None
    return unreadable_page(request, melding_id, rechten=rechten)


def unreadable_page(
    request: HttpRequest, melding_id: UUID, *, rechten: tuple[str, ...]
) -> HttpResponse | None:
    """As `destroyed_page`, where it is known that this reader may see the melding: only its key was gone."""
    for recht in rechten:
        gone = bewaren.find_destroyed(melding_id, by=current_actor(), recht=recht)
        if gone is not None and gone.bewaarregel != SEALED:
            return render(request, "web/vernietigd.html", {"weg": gone}, status=410)
    return None
