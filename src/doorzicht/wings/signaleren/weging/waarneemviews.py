"""The screens for what was seen: choose, drop, and what is known of an age."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from doorzicht.ground.access.api import current_actor, require
from doorzicht.wings.signaleren.melding.models import Persoon, Waarneming
from doorzicht.wings.signaleren.weging import toon, waarnemen
from doorzicht.wings.signaleren.weging.selectors import read_table
from doorzicht.wings.signaleren.weging.views import keeps_draft, open_for_weighing, own_or_404, told
from doorzicht.wings.signaleren.weging.waarneemforms import NIEUW, LeeftijdForm, WaarneemForm


@require_http_methods(["GET", "POST"])
@own_or_404
@told
def choose(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """Choose what was seen, at whom."""
    actor = current_actor()
    require(actor, waarnemen.RECHT, dossier_id=melding_id)
    melding = open_for_weighing(melding_id)
    tafel = read_table(melding, by=actor, recht=waarnemen.RECHT, doel="waarnemingen kiezen")
    form = WaarneemForm(request.POST or None, tafel=tafel, initial={"over": request.GET.get("over", "")})
    if request.method == "POST" and form.is_valid():
        person_id = form.persoon_id()
        if form.cleaned_data["over"] == NIEUW:
            person_id = waarnemen.add_person(
                melding_id,
                aanduiding=form.cleaned_data["aanduiding"],
                leeftijd=form.cleaned_data["leeftijd"],
                by=actor,
            ).id
        added = waarnemen.choose(melding_id, form.gekozen(), persoon_id=person_id, by=actor)
        messages.success(request, f"Toegevoegd: {len(added)}.")
        return redirect("weging", melding_id=melding_id)
    context = {
        "m": melding,
        "label": tafel.label,
        "form": form,
        "gekozen": [
            toon.observation(g)
            | ({} if g.rij.soort in {"waarneming", "locatie"} else {"tekst": toon.remark(g)})
            for g in tafel.alles
        ],
    }
    return render(request, "signaleren/weging/waarneming.html", context)


@require_POST
@own_or_404
@told
def drop(request: HttpRequest, melding_id: UUID, waarneming_id: UUID) -> HttpResponse:
    """A choice was a mistake."""
    try:
        waarnemen.drop(melding_id, waarneming_id, by=current_actor())
    except Waarneming.DoesNotExist:
        messages.error(request, "Deze waarneming staat niet in deze melding.")
    else:
        messages.success(request, "De waarneming telt niet meer mee.")
    return redirect("weging-waarneming", melding_id=melding_id)


@require_POST
@own_or_404
@told
@keeps_draft
def set_age(request: HttpRequest, melding_id: UUID, persoon_id: UUID) -> HttpResponse:
    """What is now known of somebody's age."""
    form = LeeftijdForm(request.POST, prefix=str(persoon_id))
    try:
        if form.is_valid():
            waarnemen.set_age(melding_id, persoon_id, form.cleaned_data["leeftijd"], by=current_actor())
            messages.success(request, "De leeftijd is vastgelegd.")
        else:
            messages.error(request, "Kies een leeftijd. ‘Weet ik niet’ mag ook.")
    except Persoon.DoesNotExist:
        messages.error(request, "Deze persoon staat niet in deze melding.")
    return redirect("weging", melding_id=melding_id)
