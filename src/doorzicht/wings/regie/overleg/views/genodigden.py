"""Whom to invite for which items, who is there, and an invitation taken back."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from doorzicht.ground.access.api import Actor, current_actor, require
from doorzicht.ground.lib.datums import local_day
from doorzicht.wings.regie.overleg import actions, forms, selectors, toon
from doorzicht.wings.regie.overleg.gegevens import OverlegBlad
from doorzicht.wings.regie.overleg.views.grens import guarded
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap


@require_http_methods(["GET", "POST"])
@guarded
def invite(request: HttpRequest, overleg_id: UUID) -> HttpResponse:
    """The people of a meeting, and a form to invite one more."""
    actor, now = current_actor(), timezone.now()
    require(actor, "overleg.beheren", dossier_id=overleg_id)
    blad = selectors.find_overleg(overleg_id, by=actor)
    form = _form(blad, actor, request.POST or None, request.GET.get("punt", ""))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            items = [UUID(number) for number in data["punten"]]
            actions.invite(overleg_id, UUID(data["medewerker"]), items, by=actor, at=now)
            messages.success(request, "Uitgenodigd. Er gaat een mail zonder inhoud.")
            return redirect("overleg-genodigden", overleg_id=overleg_id)
        except (OngeldigeStap, actions.NietUitTeNodigen) as error:
            form.add_error(None, str(error))
    today = local_day(now)
    context = {
        "blad": blad,
        "o": blad.rij,
        "form": form,
        "wanneer": toon.when(blad, today=today),
        "mensen": selectors.attendance(blad.rij, by=actor),
    }
    return render(request, "regie/genodigden.html", context)


def _form(blad: OverlegBlad, actor: Actor, data: Mapping[str, Any] | None, punt: str) -> forms.UitnodigForm:
    people = selectors.invitable(on=local_day(blad.rij.begin), by=actor)
    initial = {"punten": [punt]} if punt else {}
    return forms.UitnodigForm(
        data, mensen=people, punten=selectors.agenda(blad.rij, by=actor), initial=initial
    )


@require_POST
@guarded
def presence(request: HttpRequest, overleg_id: UUID, medewerker_id: UUID) -> HttpResponse:
    """Somebody is there, or not."""
    present = request.POST.get("aanwezig") == "ja"
    try:
        actions.record_presence(
            overleg_id, medewerker_id, aanwezig=present, by=current_actor(), at=timezone.now()
        )
    except OngeldigeStap as error:
        messages.error(request, str(error))
    return redirect("overleg-genodigden", overleg_id=overleg_id)


@require_POST
@guarded
def withdraw(request: HttpRequest, overleg_id: UUID, punt_id: UUID, medewerker_id: UUID) -> HttpResponse:
    """Take an invitation to one item back."""
    try:
        actions.withdraw(overleg_id, medewerker_id, punt_id, by=current_actor(), at=timezone.now())
        messages.success(request, "De uitnodiging is ingetrokken. De toegang is dicht.")
    except (OngeldigeStap, actions.NietUitTeNodigen) as error:
        messages.error(request, str(error))
    return redirect("overleg-genodigden", overleg_id=overleg_id)
