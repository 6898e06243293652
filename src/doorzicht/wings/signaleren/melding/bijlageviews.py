"""The screens of files: what is opened is saved by the browser, and the opening is logged."""

import logging
from uuid import UUID

from cryptography.exceptions import InvalidTag
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from doorzicht.ground.access.api import current_actor
from doorzicht.ground.bestanden.api import BestandKwijt, response
from doorzicht.wings.signaleren.melding import bijlagen
from doorzicht.wings.signaleren.melding.views import own_or_404

log = logging.getLogger(__name__)


@require_GET
@own_or_404
def attachment(request: HttpRequest, melding_id: UUID, bestand_id: UUID) -> HttpResponseBase:
    """A file of a melding, for the Meldpunt. One that the disk lost or damaged is said on the page of the melding."""
    try:
        return response(bijlagen.open_attachment(melding_id, bestand_id, by=current_actor()))
    except (BestandKwijt, InvalidTag):
        log.exception("file %s cannot be opened", bestand_id)
        messages.warning(request, "Dit bestand is kwijt of beschadigd. Vraag de beheerder om de back-up.")
        return redirect("melding", melding_id=melding_id)


@require_GET
@own_or_404
def own_attachment(request: HttpRequest, melding_id: UUID, bestand_id: UUID) -> HttpResponseBase:
    """A file that came back, for whoever made the melding."""
    return response(bijlagen.open_own(melding_id, bestand_id, by=current_actor()))
