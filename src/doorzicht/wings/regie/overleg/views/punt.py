"""What happens on an item: bring in, decide, put off, agree on actions."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from doorzicht.ground.access.api import current_actor
from doorzicht.wings.regie.overleg import actions, forms
from doorzicht.wings.regie.overleg.gegevens import PuntBlad
from doorzicht.wings.regie.overleg.punt import read_punt
from doorzicht.wings.regie.overleg.views.grens import guarded
from doorzicht.wings.regie.overleg.views.overleg import punt_page
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap

TYPED = ("motivering", "anders", "zorg", "aan_melder")
"""What somebody wrote for a decision that came too late: shown once more, so that they can copy it."""


def _people(overleg_id: UUID, punt_id: UUID) -> PuntBlad:
    return read_punt(punt_id, overleg_id=overleg_id, by=current_actor(), at=timezone.now())


@require_POST
@guarded
def contribute(request: HttpRequest, overleg_id: UUID, punt_id: UUID) -> HttpResponse:
    """What I bring in."""
    form = forms.InbrengForm(request.POST, auto_id="inbreng_%s")
    if not form.is_valid():
        return punt_page(request, overleg_id, punt_id, inbreng=form, form=form)
    data = form.cleaned_data
    try:
        actions.contribute(
            punt_id, data["tekst"], eerder=data["eerder"], by=current_actor(), at=timezone.now()
        )
    except OngeldigeStap as error:
        return punt_page(request, overleg_id, punt_id, inbreng=form, fout=error, status=409)
    messages.success(request, "Je inbreng staat erbij.")
    return redirect("overleg-punt", overleg_id=overleg_id, punt_id=punt_id)


@require_POST
@guarded
def contribute_for(request: HttpRequest, overleg_id: UUID, punt_id: UUID) -> HttpResponse:
    """The chair writes down what somebody else said."""
    empty = {b.persoon.medewerker_id: b.persoon.naam for b in _people(overleg_id, punt_id).bijdragen}
    form = forms.NamensForm(request.POST, auto_id="namens_%s", mensen=empty)
    if not form.is_valid():
        return punt_page(request, overleg_id, punt_id, namens=form, form=form)
    data = form.cleaned_data
    try:
        actions.contribute(
            punt_id,
            data["tekst"],
            eerder=None,
            namens=UUID(data["wie"]),
            by=current_actor(),
            at=timezone.now(),
        )
    except OngeldigeStap as error:
        return punt_page(request, overleg_id, punt_id, namens=form, fout=error, status=409)
    messages.success(request, "De inbreng staat erbij.")
    return redirect("overleg-punt", overleg_id=overleg_id, punt_id=punt_id)


@require_POST
@guarded
def decide(request: HttpRequest, overleg_id: UUID, punt_id: UUID) -> HttpResponse:
    """Record the decision, or put the item off. Whoever comes second sees what was decided, and their own text."""
    actor, now = current_actor(), timezone.now()
    form = forms.BesluitForm(request.POST, auto_id="besluit_%s")
    try:
        if "verder" in request.POST:
            actions.postpone(punt_id, by=actor, at=now)
            messages.success(request, "Dit punt komt de volgende keer terug.")
        elif not form.is_valid():
            return punt_page(request, overleg_id, punt_id, besluit_form=form, form=form)
        else:
            actions.decide(punt_id, form.invoer(), by=actor, at=now)
            messages.success(request, "Het besluit ligt vast.")
    except (OngeldigeStap, actions.ZorgEerst) as error:
        typed = [(form[name].label, request.POST.get(name, "")) for name in TYPED]
        return punt_page(
            request,
            overleg_id,
            punt_id,
            fout=error,
            status=409,
            besluit_form=form,
            getypt=[(label, text) for label, text in typed if text.strip()],
        )
    return redirect("overleg-punt", overleg_id=overleg_id, punt_id=punt_id)


@require_POST
@guarded
def add_actie(request: HttpRequest, overleg_id: UUID, punt_id: UUID) -> HttpResponse:
    """Who does what by when."""
    people = {d.persoon.medewerker_id: d.persoon.naam for d in _people(overleg_id, punt_id).deelnemers}
    form = forms.ActieForm(request.POST, auto_id="actie_%s", mensen=people)
    if not form.is_valid():
        return punt_page(request, overleg_id, punt_id, actie_form=form, form=form)
    try:
        actions.add_actie(punt_id, form.invoer(), by=current_actor(), at=timezone.now())
    except OngeldigeStap as error:
        return punt_page(request, overleg_id, punt_id, actie_form=form, fout=error, status=409)
    messages.success(request, "De actie staat erbij.")
    return redirect("overleg-punt", overleg_id=overleg_id, punt_id=punt_id)
