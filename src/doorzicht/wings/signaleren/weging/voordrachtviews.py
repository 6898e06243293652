"""The screen of the proposal: exactly what may go to the overleg, if the privacyfunctionaris agrees."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from doorzicht.ground.access.api import current_actor, require
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.wings.signaleren.weging import actions, voordragen
from doorzicht.wings.signaleren.weging.checkforms import VoordrachtForm
from doorzicht.wings.signaleren.weging.eerder import seen_before
from doorzicht.wings.signaleren.weging.stand import read_standing
from doorzicht.wings.signaleren.weging.views import open_for_weighing, own_or_404, refuse, told
from doorzicht.wings.signaleren.weging.workflow import EerstVragen, Onvolledig, StoptHier


@require_http_methods(["GET", "POST"])
@own_or_404
@told
def propose(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """Choose exactly what may go to the overleg."""
    actor, now = current_actor(), timezone.now()
    require(actor, voordragen.VOORDRAGEN, dossier_id=melding_id)
    melding = open_for_weighing(melding_id)
    tafel = actions.table_with_care_done(melding, by=actor, recht=voordragen.VOORDRAGEN, doel="voordragen")
    stand = read_standing(melding, by=actor)
    card = seen_before(stand, {})
    until = catalogus.last_day("verstrekking-geldig", begin=timezone.localdate())
    form = VoordrachtForm(
        request.POST or None,
        opties=voordragen.selectable(melding),
        stopt=card.stopt,
        initial={"label": tafel.label, "vervalt_op": f"{until.day}-{until.month}-{until.year}"},
    )
    if request.method == "POST" and form.is_valid():
        try:
            voordragen.propose(melding_id, form.invoer(), by=actor, at=now)
        except Onvolledig as gaps:
            refuse(form, gaps, naam="form")
        except (EerstVragen, StoptHier) as refusal:
            form.add_error("andere_grond" if "andere_grond" in form.fields else None, str(refusal))
        else:
            messages.success(request, "Voorgedragen. De privacyfunctionaris kijkt per veld.")
            return redirect("weging", melding_id=melding_id)
    return render(
        request,
        "signaleren/weging/voordracht.html",
        {
            "m": melding,
            "label": tafel.label,
            "form": form,
            "eerder": card,
            "zonder_check": voordragen.without_check(melding),
        },
    )
