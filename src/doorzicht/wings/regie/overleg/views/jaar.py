"""The year of the overleg: what is promised, and calling a meeting off."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from doorzicht.ground.access.api import current_actor, require
from doorzicht.wings.regie.overleg import actions, forms, jaar
from doorzicht.wings.regie.overleg.views.grens import guarded
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap


@require_POST
def promise(request: HttpRequest) -> HttpResponse:
    """So many meetings in a year."""
    actor = current_actor()
    require(actor, "overleg.beheren")
    form = forms.BeloofdForm(request.POST, dit_jaar=timezone.localdate().year)
    if form.is_valid():
        data = form.cleaned_data
        jaar.promise(data["jaar"], data["aantal"], by=actor, at=timezone.now())
        messages.success(request, f"Vastgelegd: {data['aantal']} keer in {data['jaar']}.")
    else:
        messages.error(request, " ".join(str(text) for texts in form.errors.values() for text in texts))
    return redirect("overleggen")


@require_POST
@guarded
def cancel(request: HttpRequest, overleg_id: UUID) -> HttpResponse:
    """It does not take place."""
    try:
        actions.cancel_overleg(overleg_id, by=current_actor(), at=timezone.now())
        messages.success(request, "Het overleg is afgezegd. De punten gaan naar het volgende overleg.")
    except OngeldigeStap as error:
        messages.error(request, str(error))
    return redirect("overleggen")
