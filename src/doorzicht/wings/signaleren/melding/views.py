"""The screens of the room: worklist, one melding, and what can be done with it."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from doorzicht.ground.access.api import current_actor, may, require
from doorzicht.ground.bestanden.api import examine_all, takes_files
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.wings.signaleren.melding import (
    actions,
    berichten,
    bijlagen,
    forms,
    selectors,
    toon,
    werklijst,
    workflow,
)
from doorzicht.wings.signaleren.melding.belform import BelForm
from doorzicht.wings.signaleren.melding.models import Melding, RolVanPersoon
from doorzicht.wings.signaleren.melding.vernietigd import destroyed_page
from doorzicht.wings.signaleren.melding.volgende import next_step


def own_or_404(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """What is not this actor's does not exist for them: 404, and the try is logged; what was destroyed says so to who
    could read it. A button that came too late (somebody else moved the melding) is said on the page as it is now."""

    @wraps(view)
    def guarded(request: HttpRequest, melding_id: UUID, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, melding_id, **kwargs)
        except workflow.OngeldigeStap as late:
            messages.warning(request, str(late))
            return redirect("melding", melding_id=melding_id)
        except (ObjectDoesNotExist, vault.DossierOnbekend, vault.SleutelVernietigd) as missing:
            if page := destroyed_page(request, melding_id, rechten=("melding.lezen",)):
                return page
            actor = current_actor()
            logboek.record(
                actor, "weiger", "melding", [melding_id], recht="melding.lezen", uitkomst="onbekend"
            )
            raise Http404 from missing

    return guarded


@require_GET
def worklist(request: HttpRequest) -> HttpResponse:
    """Open meldingen: labels without names; opening one is a logged click."""
    actor = current_actor()
    chosen = request.GET.get("toon", "")
    chosen = chosen if chosen in werklijst.FILTERS else ""
    page = werklijst.worklist(
        by=actor, today=timezone.localdate(), filter_naam=chosen, na=request.GET.get("na", "")
    )
    here = reverse("melding-lijst")
    context = {
        "rijen": [toon.worklist_row(r, by=actor) for r in page.regels],
        "pillen": toon.pills(chosen=chosen),
        "volgende": f"{here}?toon={chosen}&na={page.na}" if page.na else "",
        "te_laat": sum(1 for r in page.regels if r.dagen_te_laat),
    }
    return render(request, "signaleren/werklijst.html", context)


@require_GET
@own_or_404
def show(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """One melding whole. Opening it is logged, a first look counts as read, and so do the messages on it."""
    actor, now = current_actor(), timezone.now()
    melding = actions.open_melding(melding_id, by=actor, at=now)
    page = _page(request, melding)
    berichten.mark_read(melding, by=actor, at=now)
    return page


def _page(request: HttpRequest, melding: Melding, *, status: int = 200, **filled: Any) -> HttpResponse:
    """The page of a melding; `filled` holds a form that was refused, with what was typed."""
    actor = current_actor()
    sheet = selectors.read_sheet(melding)
    staff = selectors.staffing(by=actor, today=timezone.localdate())
    colleagues, care = staff.namen, actions.needs_care_first(melding)
    onward = sheet.verder_onder[1] if sheet.verder_onder else ""
    proposed = berichten.proposed_by_overleg(melding, by=actor)
    taken = proposed if request.GET.get("tekst") == "overleg" else ""
    context = {
        "m": melding,
        "volgende": next_step(melding, zorg_eerst=care, houders=staff.houders, onder=onward, by=actor),
        "van_overleg": proposed,
        "blad": sheet,
        "stap": workflow.STATUSSEN[melding.status],
        "rolnamen": list(RolVanPersoon.ROLLEN.items()),
        "via": toon.via(melding.kanaal, melding.kaart),
        "zorg_eerst": care,
        "personen": [
            (p, toon.person_facts(p), [toon.observation_row(w) for w in p.waarnemingen])
            for p in sheet.personen
        ],
        "los": [toon.observation_row(w) for w in sheet.waarnemingen],
        "tijdlijn": toon.timeline(sheet, colleagues),
        "bijlagen": toon.attachments(sheet),
        "nieuwe_berichten": sheet.ongelezen,
        "mag_wegen": may(actor, "weging.uitvoeren"),
        "mag_melder": may(actor, "melding.melder_zien"),
        "antwoord": forms.AntwoordForm(auto_id="antwoord_%s", initial={"tekst": taken}),
        "bel": BelForm(auto_id="bel_%s"),
        "samenvoeg": forms.SamenvoegForm(auto_id="samen_%s"),
        "uitsluit": forms.UitsluitForm(auto_id="uit_%s", collegas=colleagues),
        **filled,
    }
    return render(request, "signaleren/melding.html", context, status=status)


def _refill(request: HttpRequest, melding_id: UUID, name: str, form: Any) -> HttpResponse:
    melding = actions.open_melding(
        melding_id, by=current_actor(), at=timezone.now(), doel="formulier verbeteren"
    )
    return _page(request, melding, status=200, **{name: form, "form": form})


@takes_files
@require_POST
@own_or_404
def answer(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """Say something back to the reporter."""
    actor, now = current_actor(), timezone.now()
    require(actor, berichten.ANTWOORDEN, dossier_id=melding_id)
    form = forms.AntwoordForm(request.POST, request.FILES, auto_id="antwoord_%s")
    if not form.is_valid():
        return _refill(request, melding_id, "antwoord", form)
    seen = examine_all(form.cleaned_data["bijlagen"])
    bericht = berichten.answer(melding_id, form.cleaned_data["tekst"], by=actor, at=now)
    kept = bijlagen.keep_with_message(bericht, seen, recht=berichten.ANTWOORDEN, by=actor, at=now)
    messages.success(request, "Je bericht staat klaar voor de melder.")
    for weigering in kept.geweigerd:
        messages.warning(request, f"Een bestand ging niet mee. {weigering.zin()}")
    return redirect("melding", melding_id=melding_id)


@require_POST
@own_or_404
def record_call(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """Record a call to 112 or Veilig Thuis: before anything else."""
    form = BelForm(request.POST, auto_id="bel_%s")
    if not form.is_valid():
        return _refill(request, melding_id, "bel", form)
    actions.record_call(melding_id, **form.cleaned_data, op=timezone.now(), by=current_actor())
    messages.success(request, "Vastgelegd. Je kunt verder met de melding.")
    return redirect("melding", melding_id=melding_id)


@require_POST
@own_or_404
def set_roles(request: HttpRequest, melding_id: UUID, persoon_id: UUID) -> HttpResponse:
    """The roles of a person from today."""
    form = forms.RollenForm(request.POST)
    if form.is_valid():
        actions.set_roles(
            melding_id, persoon_id, form.cleaned_data["rollen"], by=current_actor(), at=timezone.now()
        )
        messages.success(request, "De rollen zijn vastgelegd.")
    return redirect("melding", melding_id=melding_id)


@require_POST
@own_or_404
def merge(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """Go on under the number of another melding."""
    actor, form = current_actor(), forms.SamenvoegForm(request.POST, auto_id="samen_%s")
    require(actor, "melding.samenvoegen", dossier_id=melding_id)
    other = selectors.by_number(request.POST.get("nummer", ""), by=actor) if form.is_valid() else None
    logboek.record(actor, "zoek", "nummer", [other] if other else [], recht="melding.samenvoegen")
    if form.is_valid() and (other is None or other == melding_id):
        form.add_error("nummer", "Dit nummer kennen we niet. Kijk of je het goed hebt overgenomen.")
    if not form.is_valid() or other is None:
        return _refill(request, melding_id, "samenvoeg", form)
    try:
        actions.merge(melding_id, other, reden=form.cleaned_data["reden"], by=actor, at=timezone.now())
    except workflow.OngeldigeStap as refusal:
        form.add_error("nummer", str(refusal))
        return _refill(request, melding_id, "samenvoeg", form)
    messages.success(request, "De meldingen zijn samengevoegd. Je kunt dit nog terugdraaien.")
    return redirect("melding", melding_id=other)


@require_POST
@own_or_404
def split(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """Undo a merge."""
    actions.split(melding_id, by=current_actor(), at=timezone.now())
    messages.success(request, "De melding staat weer op zichzelf.")
    return redirect("melding", melding_id=melding_id)


@require_POST
@own_or_404
def recuse(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """Shut a colleague out of this melding."""
    actor = current_actor()
    colleagues = selectors.colleagues(by=actor, today=timezone.localdate())
    form = forms.UitsluitForm(request.POST, auto_id="uit_%s", collegas=colleagues)
    if not form.is_valid():
        return _refill(request, melding_id, "uitsluit", form)
    actions.recuse(
        melding_id,
        UUID(form.cleaned_data["medewerker"]),
        reden=form.cleaned_data["reden"],
        by=actor,
        at=timezone.now(),
    )
    messages.success(request, "Vastgelegd. Deze collega ziet de melding niet meer.")
    return redirect("melding-lijst")


@require_POST
@own_or_404
def reporter(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """Who reported: a button and a log row of its own, never part of the page of the melding."""
    actor = current_actor()
    melding = selectors.visible(by=actor).get(pk=melding_id, verzegeld=False)
    known = selectors.reporter_of(melding, by=actor)
    return render(request, "signaleren/melder.html", {"m": melding, "melder": known})


@require_POST
@own_or_404
def finish(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """The reporter knows what they may know: done here."""
    actions.finish(melding_id, by=current_actor(), at=timezone.now())
    messages.success(request, "De melding is afgerond.")
    return redirect("melding-lijst")


@require_POST
def find(request: HttpRequest) -> HttpResponse:
    """Search by number only; never by a name, never for a reporter. Posted, because people type names in a search
    field all the same, and an address stays behind in histories and in the logs of proxies."""
    actor = current_actor()
    require(actor, "melding.lijst")
    number = request.POST.get("nummer", "").strip().upper()
    found = selectors.by_number(number, by=actor)
    logboek.record(actor, "zoek", "nummer", [found] if found else [], recht="melding.lijst")
    if found:
        return redirect("melding", melding_id=found)
    return render(request, "signaleren/niet-gevonden.html", {"nummer": number[:20]}, status=404)
