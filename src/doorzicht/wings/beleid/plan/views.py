"""The plan to read: goal, ambitions, actions and by what it shows that they are done."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from doorzicht.ground.access.api import current_actor
from doorzicht.wings.beleid.plan.selectors import current_plan


@require_GET
def show_plan(request: HttpRequest) -> HttpResponse:
    """The goal tree of the plan, read-only."""
    version = current_plan(by=current_actor())
    if version is None:
        return render(request, "beleid/plan.html", {"plan": None})
    term = version.inhoud["looptijd"]
    context = {
        "plan": version.inhoud,
        "geladen_op": version.geladen_op,
        "van": date.fromisoformat(term["van"]),
        "tot": date.fromisoformat(term["tot"]),
    }
    return render(request, "beleid/plan.html", context)
