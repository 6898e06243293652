"""The boundary of the room: what the database hides is answered by a page that says so, and the try is logged."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from doorzicht.ground.access.api import current_actor, may
from doorzicht.ground.lib.datums import format_date, local_day, to_local
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.verstrekking.api import OngeldigeStap as OngeldigeVerstrekkingstap
from doorzicht.wings.regie.overleg.models import Agendapunt, Overleg
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap

View = Callable[..., HttpResponse]
MISSTAPPEN = (OngeldigeStap, OngeldigeVerstrekkingstap)
"""What a verb says when a step is not possible (any more): fit for the screen, nothing was changed."""


def guarded(view: View) -> View:
    """Another municipality's number is a 404; an item that is not (or no longer) open to this guest is refused with
    the reason. Both are logged."""

    @wraps(view)
    def inner(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, **kwargs)
        except Agendapunt.DoesNotExist:
            return _closed(request, kwargs["overleg_id"], kwargs.get("punt_id"))
        except ObjectDoesNotExist as missing:
            numbers = [value for value in kwargs.values() if isinstance(value, UUID)]
            _log(numbers, "onbekend")
            raise Http404 from missing

    return inner


def _log(ids: list[UUID], uitkomst: str) -> None:
    logboek.record(current_actor(), "weiger", "agendapunt", ids, recht="overleg.zien", uitkomst=uitkomst)


def _closed(request: HttpRequest, overleg_id: UUID, punt_id: UUID | None) -> HttpResponse:
    """ "Toegang dicht": before the opening, after the closing, or an item of somebody else."""
    overleg = Overleg.objects.filter(pk=overleg_id).first()
    numbers = [overleg_id, punt_id] if punt_id else [overleg_id]
    if overleg is None or may(current_actor(), "overleg.vast_lid"):
        _log(numbers, "onbekend")
        raise Http404
    _log(numbers, "geweigerd")
    day = format_date(local_day(overleg.begin))
    words = {
        "gepland": (
            "Nog niet open",
            f"Je ziet je punten vanaf de opening: {day}, {to_local(overleg.begin):%H:%M}.",
        ),
        "bezig": (
            "Dit punt is niet voor jou vrijgegeven",
            "Je ziet alleen de punten waarvoor je bent uitgenodigd, zolang het overleg duurt.",
        ),
        "gesloten": (
            "Toegang dicht",
            f"Het overleg van {day} is voorbij. Je kunt de punten niet meer zien.",
        ),
    }
    kop, uitleg = words[overleg.status]
    return render(request, "regie/dicht.html", {"kop": kop, "uitleg": uitleg}, status=403)
