"""The screens that ask "seen before?": here, and at the other municipalities of the region."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from doorzicht.ground.access.api import current_actor
from doorzicht.wings.signaleren.weging import checks, regiovraag
from doorzicht.wings.signaleren.weging.views import keeps_draft, own_or_404, told
from doorzicht.wings.signaleren.weging.workflow import EerstVragen


@require_POST
@own_or_404
@told
@keeps_draft
def ask_seen_before(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """Ask "seen before?"; the answer stands on the page of the weighing and of the proposal."""
    checks.ask_seen_before(melding_id, by=current_actor(), at=timezone.now())
    back = "weging-voordracht" if request.POST.get("terug") == "voordracht" else "weging"
    return redirect(back, melding_id=melding_id)


@require_POST
@own_or_404
@told
def ask_region(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """Ask the region; the answer stands on the page of the weighing."""
    try:
        regiovraag.ask_region(melding_id, by=current_actor(), at=timezone.now())
    except EerstVragen as first:
        messages.error(request, str(first))
    return redirect("weging", melding_id=melding_id)
