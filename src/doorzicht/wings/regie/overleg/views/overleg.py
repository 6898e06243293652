"""The page of a meeting with one item, and the steps of the chair: open, extend, close, begin with an item."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from doorzicht.ground.access.api import current_actor
from doorzicht.ground.lib.datums import AMSTERDAM, local_day
from doorzicht.wings.regie.overleg import actions, forms, pagina, selectors
from doorzicht.wings.regie.overleg.punt import read_punt
from doorzicht.wings.regie.overleg.views.grens import guarded
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap

PAGE = "regie/overleg.html"


def punt_page(
    request: HttpRequest,
    overleg_id: UUID,
    punt_id: UUID,
    *,
    fout: object = "",
    status: int = 200,
    **filled: Any,
) -> HttpResponse:
    """The page of one item; `filled` holds a form that was refused, with what was typed."""
    actor, now = current_actor(), timezone.now()
    punt = read_punt(punt_id, overleg_id=overleg_id, by=actor, at=now)
    context = pagina.page_context(overleg_id, punt, by=actor, at=now, fout=str(fout))
    return render(request, PAGE, {**context, **filled}, status=status)


@require_GET
@guarded
def show(request: HttpRequest, overleg_id: UUID) -> HttpResponse:
    """The meeting: on to the item at hand, else the first one; a guest before the opening sees when and where."""
    actor, now = current_actor(), timezone.now()
    blad = selectors.find_overleg(overleg_id, by=actor)
    items = selectors.agenda(blad.rij, by=actor)
    if items:
        here = next((p for p in items if p.rij.status == "nu"), items[0])
        return redirect("overleg-punt", overleg_id=overleg_id, punt_id=here.rij.id)
    return render(request, PAGE, pagina.page_context(overleg_id, None, by=actor, at=now))


@require_GET
@guarded
def show_punt(request: HttpRequest, overleg_id: UUID, punt_id: UUID) -> HttpResponse:
    """One item; reading it is logged."""
    return punt_page(request, overleg_id, punt_id)


def _step(
    request: HttpRequest, overleg_id: UUID, verb: Callable[..., object], done: str, **kwargs: Any
) -> HttpResponse:
    """One step of the chair on the whole meeting."""
    try:
        verb(overleg_id, by=current_actor(), at=timezone.now(), **kwargs)
        messages.success(request, done)
    except OngeldigeStap as error:
        messages.error(request, str(error))
    return redirect("overleg", overleg_id=overleg_id)


@require_POST
@guarded
def open_overleg(request: HttpRequest, overleg_id: UUID) -> HttpResponse:
    """Open: guests see their items from now."""
    return _step(
        request, overleg_id, actions.open_overleg, "Het overleg is open. Genodigden zien nu hun punten."
    )


@require_POST
@guarded
def close_overleg(request: HttpRequest, overleg_id: UUID) -> HttpResponse:
    """Close: guests are out."""
    return _step(
        request,
        overleg_id,
        actions.close_overleg,
        "Het overleg is gesloten. De toegang van genodigden is dicht.",
    )


@require_POST
@guarded
def extend(request: HttpRequest, overleg_id: UUID) -> HttpResponse:
    """The meeting takes longer."""
    form = forms.VerlengForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Schrijf de tijd als 15:45.")
        return redirect("overleg", overleg_id=overleg_id)
    row = selectors.find_overleg(overleg_id, by=current_actor()).rij
    clock = form.cleaned_data["eind"]
    eind = datetime.combine(local_day(row.begin), clock, tzinfo=AMSTERDAM)
    return _step(request, overleg_id, actions.extend, "De eindtijd is aangepast.", eind=eind)


@require_POST
@guarded
def treat(request: HttpRequest, overleg_id: UUID, punt_id: UUID) -> HttpResponse:
    """Begin with this item."""
    try:
        actions.treat(punt_id, by=current_actor(), at=timezone.now())
    except OngeldigeStap as error:
        return punt_page(request, overleg_id, punt_id, fout=error, status=409)
    return redirect("overleg-punt", overleg_id=overleg_id, punt_id=punt_id)
