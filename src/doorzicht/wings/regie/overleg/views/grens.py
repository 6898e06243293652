"""The boundary of the room: what the database hides is answered by a page that says so, and the try is logged."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from doorzicht.ground.access.api import current_actor, may
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.lib.datums import format_date, local_day, to_local
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault.api import SleutelVernietigd
from doorzicht.wings.regie.overleg.models import Agendapunt, Overleg

View = Callable[..., HttpResponseBase]


def guarded(view: View) -> View:
    """Another municipality's number is a 404; what was destroyed says so to who could see it; an item that is not (or
    no longer) open to this guest is refused with the reason. All are logged."""

    @wraps(view)
    def inner(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        numbers = [value for value in kwargs.values() if isinstance(value, UUID)]
        try:
            return view(request, **kwargs)
        except (ObjectDoesNotExist, SleutelVernietigd) as missing:
            gone = [missing.dossier_id] if isinstance(missing, SleutelVernietigd) else numbers
            if page := _destroyed(request, gone):
                return page
            if isinstance(missing, Agendapunt.DoesNotExist):
                return _closed(request, kwargs["overleg_id"], kwargs.get("punt_id"))
            _log(numbers, "onbekend")
            raise Http404 from missing

    return inner


def _destroyed(request: HttpRequest, numbers: Iterable[UUID]) -> HttpResponse | None:
    """The page of a dossier that is gone, for the people of the municipality who could read it."""
    actor = current_actor()
    for number in numbers:
        gone = bewaren.find_destroyed(number, by=actor, recht="overleg.vast_lid")
        gone = gone or bewaren.find_destroyed(number, by=actor, recht="privacycheck.uitvoeren")
        if gone is not None:
            return render(request, "web/vernietigd.html", {"weg": gone}, status=410)
    return None


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
    soon = (
        f"Dat is op {day}, om {to_local(overleg.begin):%H:%M}."
        if overleg.begin > timezone.now()
        else "De voorzitter opende het overleg nog niet."
    )
    words = {
        "gepland": ("Nog niet open", f"Je ziet je punten vanaf de opening. {soon}"),
        "bezig": (
            "Dit punt is niet voor jou vrijgegeven",
            "Je ziet alleen de punten waarvoor je bent uitgenodigd, zolang het overleg duurt.",
        ),
        "afgezegd": ("Afgezegd", f"Het overleg van {day} gaat niet door."),
        "gesloten": (
            "Toegang dicht",
            f"Het overleg van {day} is voorbij. Je kunt de punten niet meer zien. "
            "Een actie die je kreeg, staat nog bij je overleggen.",
        ),
    }
    kop, uitleg = words[overleg.status]
    return render(request, "regie/dicht.html", {"kop": kop, "uitleg": uitleg}, status=403)
