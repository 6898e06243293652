"""The screens of a weighing: everything on one page, the decision at its end. Each view calls one verb."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from doorzicht.ground.access.api import Geweigerd, current_actor, may, require
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault.api import SleutelVernietigd
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.wings.signaleren.melding import actions as melding_actions
from doorzicht.wings.signaleren.melding import selectors as melding_selectors
from doorzicht.wings.signaleren.melding.actions import ZorgEerst
from doorzicht.wings.signaleren.melding.belform import BelForm
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.melding.vernietigd import destroyed_page
from doorzicht.wings.signaleren.melding.volgende import next_step
from doorzicht.wings.signaleren.melding.workflow import STATUSSEN, OngeldigeStap
from doorzicht.wings.signaleren.weging import actions, forms, pagina, volgen
from doorzicht.wings.signaleren.weging.regiobeeld import region_card
from doorzicht.wings.signaleren.weging.selectors import read_table, went_on_as
from doorzicht.wings.signaleren.weging.stand import Stand, read_standing
from doorzicht.wings.signaleren.weging.workflow import (
    WEEGBAAR,
    AlVastgelegd,
    EerstLezen,
    NietDezelfde,
    Onvolledig,
)

View = Callable[..., HttpResponse]


def own_or_404(view: View) -> View:
    """A melding that is sealed, or not this actor's, does not exist for them: 404, and the try is logged. What was
    destroyed says so to who could weigh it."""

    @wraps(view)
    def guarded(request: HttpRequest, melding_id: UUID, **kwargs: Any) -> HttpResponse:
        actor = current_actor()
        try:
            return view(request, melding_id, **kwargs)
        except (Melding.DoesNotExist, SleutelVernietigd) as missing:
            if page := destroyed_page(request, melding_id, rechten=(actions.WEGEN, actions.MEEBESLISSEN)):
                return page
            logboek.record(
                actor, "weiger", "melding", [melding_id], recht="weging.uitvoeren", uitkomst="onbekend"
            )
            raise Http404 from missing

    return guarded


def told(view: View) -> View:
    """What a verb refuses becomes a sentence above the page; nothing was changed."""

    @wraps(view)
    def telling(request: HttpRequest, melding_id: UUID, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, melding_id, **kwargs)
        except (ZorgEerst, AlVastgelegd, NietDezelfde, OngeldigeStap) as refusal:
            messages.error(request, str(refusal))
            return redirect("weging", melding_id=melding_id)

    return telling


def open_for_weighing(melding_id: UUID) -> Melding:
    """The melding, opened and logged, for whoever weighs or decides along. Sealed ones stay shut."""
    actor = current_actor()
    if not (may(actor, actions.WEGEN) or may(actor, actions.MEEBESLISSEN)):
        raise Geweigerd(actor, actions.WEGEN, dossier_id=melding_id)
    return melding_actions.open_melding(melding_id, by=actor, at=timezone.now(), doel="wegen")


@require_http_methods(["GET", "POST"])
@own_or_404
@told
def weigh(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """The page; posting it records the weighing, or keeps a draft."""
    if request.method == "GET":
        melding = open_for_weighing(melding_id)
        onward = went_on_as(melding)
        return redirect("weging", melding_id=onward) if onward else show_page(request, melding)
    actor, now, draft = current_actor(), timezone.now(), "concept" in request.POST
    require(actor, actions.WEGEN, dossier_id=melding_id)
    if actions.is_sealed(melding_id, by=actor):
        messages.info(request, "Deze melding is al dicht. Er is niets veranderd.")
        return redirect("melding-lijst")
    melding = open_for_weighing(melding_id)
    form = decision_form(melding, request.POST)
    if not form.is_valid():
        return show_page(request, melding, besluit=form, form=form)
    if "waarneming" in request.POST:
        return _keep_and_choose(request, melding, form)
    verb = actions.save_draft if draft else actions.record
    try:
        row = verb(melding_id, form.invoer(), by=actor, at=now)
    except Onvolledig as gaps:
        return show_page(request, melding, **refuse(form, gaps, naam="besluit"))
    except EerstLezen as unread:
        form.add_error(None, str(unread))
        return show_page(request, melding, besluit=form, form=form)
    if draft:
        messages.success(request, "Bewaard als concept. Er is nog niets besloten.")
        return redirect("weging", melding_id=melding_id)
    if row.uitkomst == "niets" and not row.tweede_nodig:
        messages.success(request, "Vastgelegd. De melding is dicht en staat in geen lijst meer.")
        return redirect("melding-lijst")
    messages.success(request, "De weging is vastgelegd. Je kunt haar nog aanvullen.")
    return redirect("weging", melding_id=melding_id)


def _keep_and_choose(request: HttpRequest, melding: Melding, form: forms.WegingForm) -> HttpResponse:
    """What was typed becomes the draft; then on to what was seen, at the person whose button was pressed."""
    actions.save_draft(melding.id, form.invoer(), by=current_actor(), at=timezone.now())
    messages.success(request, "Wat je invulde is bewaard als concept. Er is nog niets besloten.")
    over = request.POST["waarneming"]
    address = reverse("weging-waarneming", kwargs={"melding_id": melding.id})
    return redirect(f"{address}?{urlencode({'over': over})}" if over else address)


def keeps_draft(view: View) -> View:
    """A button on the page of the weighing that does something else: what was typed is kept first, as the draft."""

    @wraps(view)
    def keeping(request: HttpRequest, melding_id: UUID, **kwargs: Any) -> HttpResponse:
        if "weegformulier" in request.POST and may(current_actor(), actions.WEGEN):
            melding = open_for_weighing(melding_id)
            form = decision_form(melding, request.POST)
            if not form.is_valid():
                return show_page(request, melding, besluit=form, form=form)
            actions.save_draft(melding_id, form.invoer(), by=current_actor(), at=timezone.now())
        return view(request, melding_id, **kwargs)

    return keeping


@require_POST
@own_or_404
def record_call(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """Record the call that comes before everything else, and go on weighing."""
    melding, form = open_for_weighing(melding_id), BelForm(request.POST, auto_id="bel_%s")
    if not form.is_valid():
        return show_page(request, melding, bel=form, form=form)
    melding_actions.record_call(melding_id, **form.cleaned_data, op=timezone.now(), by=current_actor())
    messages.success(request, "Vastgelegd. Je kunt nu wegen.")
    return redirect("weging", melding_id=melding_id)


@require_POST
@own_or_404
@told
def decide_along(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """The second person agrees or not."""
    require(current_actor(), actions.MEEBESLISSEN, dossier_id=melding_id)
    melding, form = open_for_weighing(melding_id), forms.MeebeslisForm(request.POST, auto_id="mee_%s")
    if not form.is_valid():
        return show_page(request, melding, meebeslis=form, form=form)
    agrees = form.cleaned_data["akkoord"] == "ja"
    reason, now = form.cleaned_data["reden"], timezone.now()
    try:
        row = actions.decide_along(melding_id, akkoord=agrees, reden=reason, by=current_actor(), at=now)
    except EerstLezen as unread:
        form.add_error(None, str(unread))
        return show_page(request, melding, meebeslis=form, form=form)
    if agrees and row.uitkomst == "niets":
        messages.success(request, "Vastgelegd. De melding is dicht en staat in geen lijst meer.")
        return redirect("melding-lijst")
    messages.success(request, "Vastgelegd." if agrees else "Vastgelegd. Er wordt opnieuw gewogen.")
    return redirect("weging", melding_id=melding_id)


@require_POST
@own_or_404
@told
def supplement(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """Add to a recorded weighing."""
    melding, form = open_for_weighing(melding_id), forms.AanvulForm(request.POST, auto_id="vul_%s")
    if not form.is_valid():
        return show_page(request, melding, aanvul=form, form=form)
    actions.supplement(melding_id, form.cleaned_data["tekst"], by=current_actor(), at=timezone.now())
    messages.success(request, "Toegevoegd aan de weging.")
    return redirect("weging", melding_id=melding_id)


@require_POST
@own_or_404
@told
def weigh_again(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """After analysis, weigh afresh."""
    actions.weigh_again(melding_id, by=current_actor(), at=timezone.now())
    messages.success(request, "Je kunt opnieuw wegen. De vorige weging blijft staan.")
    return redirect("weging", melding_id=melding_id)


def refuse(form: django_forms.Form, gaps: Onvolledig, *, naam: str) -> dict[str, Any]:
    """Put every sentence of a verb beside its field; what was typed stays."""
    for field, sentence in gaps.fouten.items():
        form.add_error(field if field in form.fields else None, sentence)
    return {naam: form, "form": form}


def decision_form(melding: Melding, data: Any = None, *, stand: Stand | None = None) -> forms.WegingForm:
    """The form of this melding, filled with the draft when there is one."""
    tafel = read_table(melding, by=current_actor(), recht=actions.WEGEN, doel="formulier")
    return make_form(melding, tafel.soorten_gegevens, data=data, stand=stand)


def make_form(
    melding: Melding, soorten: tuple[str, ...], *, data: Any = None, stand: Stand | None = None
) -> forms.WegingForm:
    """A blank form, one with the draft in it, or one with the gates of the weighing before."""
    initial = None
    if stand is not None and (sheet := stand.concept or stand.vastgelegd):
        initial = forms.initial_of(sheet, gates_only=sheet is not stand.concept)
    return forms.WegingForm(
        data,
        initial=initial,
        soorten=soorten,
        na_analyse=melding.status == "vervolganalyse",
        ligging=melding.gebied,
    )


def _followed(melding: Melding) -> Melding:
    """The melding after it followed its verstrekking: the overleg may have answered."""
    actor = current_actor()
    waits = melding.status in volgen.ONDERWEG and may(actor, volgen.VOLGEN)
    if waits and volgen.follow(by=actor, at=timezone.now(), melding_ids=[melding.id]):
        melding.refresh_from_db(fields=["status", "uiterlijk"])
    return melding


def _feedback(melding: Melding, stand: Stand) -> list[verstrekking.GevolgdeVerstrekking]:
    """What became of what was given to the overleg, for who weighs."""
    actor = current_actor()
    if stand.check("2A") is None or not may(actor, "verstrekking.signaleren"):
        return []
    return verstrekking.reports_for(melding.id, by=actor)


def show_page(request: HttpRequest, melding: Melding, **filled: Any) -> HttpResponse:
    """The page; `filled` holds a form that was refused, with what was typed."""
    actor, today = current_actor(), timezone.localdate()
    melding = _followed(melding)
    tafel = read_table(melding, by=actor, recht="melding.lezen", doel="weging tonen")
    stand = read_standing(melding, by=actor)
    staff = melding_selectors.staffing(by=actor, today=today)
    context = pagina.build(tafel, stand, names=staff.namen)
    past = stand.vastgelegd
    weighs = may(actor, actions.WEGEN)
    weighable = weighs and melding.status in WEEGBAAR and not tafel.zorg_open
    context |= {
        "volgende": ""
        if weighable
        else next_step(melding, zorg_eerst=tafel.zorg_open, houders=staff.houders, by=actor),
        "bijlagen": pagina.files(tafel),
        "regio": region_card(stand, by=actor) if context["eerder"].ook_regio else None,
        "terug": _feedback(melding, stand),
        "na_analyse": melding.status == "vervolganalyse",
        "stap": STATUSSEN[melding.status],
        "mag_wegen": weighs,
        "weegbaar": weighable,
        "mag_meebeslissen": melding.status == "tweede_mens"
        and may(actor, actions.MEEBESLISSEN)
        and past is not None
        and past.rij.door != actor.medewerker_id,
        "besluit": filled.get("besluit") or make_form(melding, tafel.soorten_gegevens, stand=stand),
        "formulier": forms.FORM_ID,
        "bel": BelForm(auto_id="bel_%s"),
        "meebeslis": forms.MeebeslisForm(auto_id="mee_%s"),
        "aanvul": forms.AanvulForm(auto_id="vul_%s"),
        **filled,
    }
    return render(request, "signaleren/weging/weging.html", context)
