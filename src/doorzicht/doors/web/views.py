"""The start page after login, and going on with a form that waited for it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from doorzicht.doors.web import concept
from doorzicht.doors.web.start import build_start
from doorzicht.ground.access.api import current_actor


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Mijn werk: the six tasks of bijlage 2, grouped by the four roles of the plan, and what waits."""
    return render(request, "web/start.html", build_start(current_actor()))


@require_GET
def verder(request: HttpRequest) -> HttpResponse:
    """What somebody typed when their session ended, with a button to send it after all."""
    actor = current_actor()
    kept = concept.find(request, actor.medewerker_id) if actor.medewerker_id else None
    if kept is None:
        return redirect("start")
    fields = [(name, value) for name, values in kept.velden.items() for value in values]
    return render(request, "web/verder.html", {"bewaard": kept, "velden": fields})
