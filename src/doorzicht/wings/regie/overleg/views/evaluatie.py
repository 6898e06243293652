"""The yearly self-evaluation: all years, and one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from doorzicht.ground.access.api import Actor, current_actor, may, require
from doorzicht.wings.regie.overleg import evaluatie, forms, selectors
from doorzicht.wings.regie.overleg.evaluatie import OORDELEN, VRAGEN, EvaluatieBlad
from doorzicht.wings.regie.overleg.jaar import years
from doorzicht.wings.regie.overleg.views.grens import guarded
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap


@require_http_methods(["GET", "POST"])
@guarded
def show(request: HttpRequest, jaar: int) -> HttpResponse:
    """The evaluation of a year: to fill for the chair, to read for the members."""
    actor = current_actor()
    require(actor, "overleg.vast_lid")
    blad = evaluatie.read_evaluation(jaar, by=actor)
    this_year = timezone.localdate().year
    open_years = may(actor, "overleg.beheren") and jaar in (this_year, this_year - 1)
    fillable = open_years and blad.stand != "Vastgesteld"
    if not fillable and (blad.op is None or request.method == "POST"):
        raise Http404
    context: dict[str, Any] = {"e": blad, "jaren": years(by=actor, today=timezone.localdate())}
    if not fillable:
        return render(request, "regie/evaluatie.html", context | _read(blad))
    people = evaluatie.members(by=actor, today=timezone.localdate())
    form = forms.EvaluatieForm(
        request.POST or None, mensen=people, initial=forms.EvaluatieForm.initial_of(blad)
    )
    if request.method == "POST" and form.is_valid() and _save(request, jaar, form, by=actor):
        return redirect("overleg-evaluatie", jaar=jaar)
    return render(request, "regie/evaluatie.html", context | {"form": form})


def _save(request: HttpRequest, jaar: int, form: forms.EvaluatieForm, *, by: Actor) -> bool:
    """Keep what was typed, as a draft or settled; what is lacking stands above the form."""
    settle = "vaststellen" in request.POST
    try:
        evaluatie.save_evaluation(
            jaar,
            form.antwoorden(),
            met=tuple(UUID(who) for who in form.cleaned_data["met"]),
            afspraken=form.cleaned_data["afspraken"],
            vaststellen=settle,
            by=by,
            at=timezone.now(),
        )
    except OngeldigeStap as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, "De evaluatie is vastgesteld." if settle else "Het concept is bewaard.")
    return True


def _read(blad: EvaluatieBlad) -> dict[str, Any]:
    names = selectors.people([*blad.met, *([blad.door] if blad.door else [])])
    return {
        "antwoorden": [
            (VRAGEN[code], OORDELEN.get(a.oordeel, "Nog niet"), a.waarom)
            for code, a in blad.antwoorden.items()
            if code in VRAGEN
        ],
        "mensen": [names[who].naam for who in blad.met if who in names],
        "door": names[blad.door].naam if blad.door in names else "",
    }
