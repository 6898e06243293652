"""Files at an item: the chair adds, whoever is let in opens. What is opened is saved by the browser and logged."""

import logging
from uuid import UUID

from cryptography.exceptions import InvalidTag
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from doorzicht.ground.access.api import current_actor, require
from doorzicht.ground.bestanden.api import BestandKwijt, examine_all, response, takes_files
from doorzicht.wings.regie.overleg import bijlagen, forms
from doorzicht.wings.regie.overleg.views.grens import guarded
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap

log = logging.getLogger(__name__)


@takes_files
@require_POST
@guarded
def add(request: HttpRequest, overleg_id: UUID, punt_id: UUID) -> HttpResponse:
    """Put files with an item. One that is refused is told without its name: messages lie in a session, in the clear."""
    actor = current_actor()
    require(actor, "overleg.beheren", dossier_id=punt_id)
    form = forms.BijlageForm(request.POST, request.FILES)
    seen = examine_all(form.cleaned_data["bijlagen"] if form.is_valid() else [])
    try:
        kept = bijlagen.add(punt_id, seen, by=actor, at=timezone.now())
    except OngeldigeStap as error:
        messages.error(request, str(error))
    else:
        if kept.bewaard:
            messages.success(request, "Het staat bij dit punt.")
        if not kept.bewaard and not kept.geweigerd:
            messages.warning(request, "Kies eerst een bestand.")
        for weigering in kept.geweigerd:
            messages.warning(request, f"Een bestand ging niet mee. {weigering.zin()}")
    return redirect("overleg-punt", overleg_id=overleg_id, punt_id=punt_id)


@require_GET
@guarded
def show(request: HttpRequest, overleg_id: UUID, punt_id: UUID, bestand_id: UUID) -> HttpResponseBase:
    """A file of an item. One that the disk lost or damaged is said on the page of the item."""
    actor, now = current_actor(), timezone.now()
    try:
        opened = bijlagen.open_attachment(punt_id, bestand_id, overleg_id=overleg_id, by=actor, at=now)
        return response(opened)
    except (BestandKwijt, InvalidTag):
        log.exception("file %s cannot be opened", bestand_id)
        messages.warning(request, "Dit bestand is kwijt of beschadigd. Vraag de beheerder om de back-up.")
        return redirect("overleg-punt", overleg_id=overleg_id, punt_id=punt_id)
