"""The screen that asks other municipalities."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from doorzicht.ground.access.api import current_actor
from doorzicht.wings.signaleren.weging import regiovraag
from doorzicht.wings.signaleren.weging.views import own_or_404, told
from doorzicht.wings.signaleren.weging.workflow import EerstVragen


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
