"""Who stands in for the privacyfunctionaris: the list, one more, and an end."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from doorzicht.ground.access.api import current_actor
from doorzicht.ground.lib.datums import local_day
from doorzicht.wings.regie.overleg import forms, vervanging
from doorzicht.wings.regie.overleg.views.grens import guarded
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap


@require_http_methods(["GET", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """Who stands in, and a form for one more."""
    actor, now = current_actor(), timezone.now()
    people = vervanging.candidates(on=local_day(now), by=actor)
    form = forms.VervangerForm(request.POST or None, mensen=people)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            vervanging.appoint_stand_in(
                UUID(data["medewerker"]), vanaf=data["vanaf"], tot=data["tot"], by=actor, at=now
            )
            messages.success(request, "De vervanger is aangewezen en krijgt een mail zonder inhoud.")
            return redirect("overleg-vervanger")
        except OngeldigeStap as error:
            form.add_error(None, str(error))
    context = {"form": form, "vervangers": vervanging.stand_ins(on=local_day(now), by=actor)}
    return render(request, "regie/vervanger.html", context)


@require_POST
@guarded
def end(request: HttpRequest, medewerker_id: UUID) -> HttpResponse:
    """The privacyfunctionaris is back."""
    vervanging.end_stand_in(medewerker_id, by=current_actor(), at=timezone.now())
    messages.success(request, "De vervanging is gestopt.")
    return redirect("overleg-vervanger")
