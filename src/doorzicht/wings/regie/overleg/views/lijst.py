"""The list of meetings, planning one, and what was offered for the agenda."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from doorzicht.ground.access.api import Actor, current_actor, may, require
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.wings.regie.overleg import actions, forms, jaar, selectors, toon
from doorzicht.wings.regie.overleg.acties import open_acties, own_acties
from doorzicht.wings.regie.overleg.views.grens import guarded
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Meetings, what waits for the agenda, my actions; for a guest only their own meetings."""
    actor, now = current_actor(), timezone.now()
    require(actor, "overleg.zien")
    if selectors.only_checks(actor):
        return redirect("overleg-toetsen")
    today = local_day(now)
    rows: list[dict[str, Any]] = [
        {
            "blad": blad,
            "wanneer": toon.when(blad, today=today),
            "stand": toon.overleg_stand(blad.rij),
            "komt": not blad.rij.voorbij,
        }
        for blad in selectors.overleggen(by=actor)
    ]
    standing = may(actor, "overleg.vast_lid")
    acties = open_acties(by=actor) if standing else own_acties(by=actor)
    context = {
        "komend": sorted((r for r in rows if r["komt"]), key=lambda r: r["blad"].rij.begin),
        "geweest": [r for r in rows if not r["komt"]],
        "aangeboden": selectors.waiting_offers(by=actor, at=now) if standing else [],
        "acties": toon.actie_rows(
            acties, today=today, me=actor.medewerker_id, chair=may(actor, "overleg.beheren")
        ),
        "vast_lid": standing,
        "mag_plannen": may(actor, "overleg.beheren"),
        "jaren": jaar.years(by=actor, today=today) if standing else [],
        "in_te_vullen": (today.year, today.year - 1),
        "beloofd_form": forms.BeloofdForm(auto_id="beloofd_%s", dit_jaar=today.year),
        "toetsen": selectors.answerable(by=actor).count() if may(actor, "privacycheck.uitvoeren") else None,
    }
    return render(request, "regie/overleggen.html", context)


@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest) -> HttpResponse:
    """A new meeting."""
    actor = current_actor()
    require(actor, "overleg.beheren")
    form = forms.PlanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.plan_series(form.invoer(), **form.reeks(), by=actor, at=timezone.now())
            if len(made) > 1:
                messages.success(request, f"Er staan {len(made)} overleggen gepland.")
                return redirect("overleggen")
            messages.success(request, "Het overleg staat gepland. Zet er nu punten op en nodig mensen uit.")
            return redirect("overleg", overleg_id=made[0].id)
        except OngeldigeStap as error:
            form.add_error(None, str(error))
    return render(request, "regie/plannen.html", {"form": form, "kop": "Overleg plannen"})


@require_http_methods(["GET", "POST"])
@guarded
def reschedule(request: HttpRequest, overleg_id: UUID) -> HttpResponse:
    """Another time or place for a planned meeting."""
    actor = current_actor()
    require(actor, "overleg.beheren")
    blad = selectors.find_overleg(overleg_id, by=actor)
    day = local_day(blad.rij.begin)
    initial = {
        "dag": f"{day.day}-{day.month}-{day.year}",
        "begin": toon.clock(blad.rij.begin),
        "eind": toon.clock(blad.rij.eind),
        "plaats": blad.plaats,
    }
    form = forms.OverlegForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.reschedule(overleg_id, form.invoer(), by=actor, at=timezone.now())
            messages.success(request, "Het overleg is verzet. Genodigden zien de nieuwe tijd.")
            return redirect("overleg", overleg_id=overleg_id)
        except OngeldigeStap as error:
            form.add_error(None, str(error))
    return render(request, "regie/plannen.html", {"form": form, "kop": "Overleg verzetten", "blad": blad})


@require_GET
def offered(request: HttpRequest, verstrekking_id: UUID) -> HttpResponse:
    """What was offered for the meeting; reading it is logged. Expired or withdrawn: refused."""
    return _offered_page(request, verstrekking_id, current_actor())


def _offered_page(
    request: HttpRequest, verstrekking_id: UUID, actor: Actor, *, status: int = 200, **filled: Any
) -> HttpResponse:
    now = timezone.now()
    require(actor, "overleg.vast_lid", dossier_id=verstrekking_id)
    inhoud = verstrekking.read(verstrekking_id, by=actor, at=now)
    ids = [i for i in (inhoud.privacycheck_door, inhoud.aangeboden_door) if i]
    names = selectors.people(ids)
    context = {
        "inhoud": inhoud,
        "aanbieder": names[inhoud.aangeboden_door].naam,
        "merken": toon.care_marks(inhoud, vast_lid=True),
        "vrijgegeven": toon.released(inhoud, overleg=None, names=names, today=local_day(now)),
        "mag_beslissen": may(actor, "overleg.beheren"),
        "agenda_form": _agenda_form(actor, today=local_day(now)),
        "afwijs_form": forms.AfwijsForm(auto_id="afwijs_%s"),
        **filled,
    }
    return render(request, "regie/aangeboden.html", context, status=status)


def _agenda_form(actor: Actor, data: Any = None, *, today: date) -> forms.AgendaForm:
    open_ones = {
        blad.rij.id: f"{toon.when(blad, today=today)}, {blad.plaats}"
        for blad in sorted(selectors.overleggen(by=actor), key=lambda blad: blad.rij.begin)
        if not blad.rij.voorbij
    }
    return forms.AgendaForm(data, auto_id="agenda_%s", overleggen=open_ones)


@require_POST
@guarded
def put_on_agenda(request: HttpRequest, verstrekking_id: UUID) -> HttpResponse:
    """Accept: it becomes an item."""
    actor, now = current_actor(), timezone.now()
    form = _agenda_form(actor, request.POST, today=local_day(now))
    if not form.is_valid():
        return _offered_page(request, verstrekking_id, actor, agenda_form=form, form=form)
    overleg_id = UUID(form.cleaned_data["overleg"])
    try:
        punt = actions.put_on_agenda(verstrekking_id, overleg_id, by=actor, at=now)
    except OngeldigeStap as error:
        return _offered_page(request, verstrekking_id, actor, status=409, fout=str(error))
    messages.success(request, "Het staat op de agenda. Nodig uit wie je voor dit punt nodig hebt.")
    return redirect("overleg-punt", overleg_id=overleg_id, punt_id=punt.id)


@require_POST
def refuse(request: HttpRequest, verstrekking_id: UUID) -> HttpResponse:
    """Not for the meeting, with the reason."""
    actor = current_actor()
    form = forms.AfwijsForm(request.POST, auto_id="afwijs_%s")
    if not form.is_valid():
        return _offered_page(request, verstrekking_id, actor, afwijs_form=form, form=form)
    try:
        actions.refuse_offer(verstrekking_id, reden=form.cleaned_data["reden"], by=actor, at=timezone.now())
    except OngeldigeStap as error:
        return _offered_page(request, verstrekking_id, actor, status=409, afwijs_form=form, fout=str(error))
    messages.success(request, "Afgewezen. Wie dit aanbood, ziet dat.")
    return redirect("overleggen")
