"""One action: what, by when, from which meeting; and saying that it is done."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from doorzicht.ground.access.api import Actor, current_actor, may
from doorzicht.ground.lib.datums import format_date
from doorzicht.wings.regie.overleg import actions, forms, toon
from doorzicht.wings.regie.overleg.acties import find_actie
from doorzicht.wings.regie.overleg.gegevens import ActieBlad
from doorzicht.wings.regie.overleg.views.grens import guarded
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap


@require_http_methods(["GET", "POST"])
@guarded
def show(request: HttpRequest, actie_id: UUID) -> HttpResponse:
    """The action and nothing else of its item; posting says that it is done, and goes back to where the link stood."""
    actor = current_actor()
    blad = find_actie(actie_id, by=actor)
    form = forms.KlaarForm(request.POST or None)
    back = _back(request)
    if request.method == "POST" and form.is_valid():
        try:
            actions.finish_actie(actie_id, form.cleaned_data["resultaat"], by=actor, at=timezone.now())
            messages.success(request, "Klaar. Dank je.")
            return redirect(back)
        except OngeldigeStap as error:
            form.add_error(None, str(error))
    return render(request, "regie/actie.html", {**_facts(blad, actor), "form": form, "terug": back})


def _facts(blad: ActieBlad, actor: Actor) -> dict[str, Any]:
    today = timezone.localdate()
    (row,) = toon.actie_rows([blad], today=today, me=actor.medewerker_id, chair=may(actor, "overleg.beheren"))
    lines = [
        ("Gemeente", blad.gemeente),
        ("Afgesproken", f"Lokaal Ondermijningsoverleg van {format_date(blad.afgesproken_op)}"),
        ("Uiterlijk", format_date(blad.uiterlijk)),
        ("Wie", blad.wie),
        ("Wat eruit kwam", blad.resultaat),
    ]
    return {"actie": row, "gegevens": [(name, value) for name, value in lines if value]}


def _back(request: HttpRequest) -> str:
    """A page of this wing, and never another site."""
    back = request.POST.get("terug") or request.GET.get("terug", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/regie/")
    return back if safe else "overleggen"
