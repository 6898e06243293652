"""The screens of the register: report in a minute, the list, one breach and what is done about it."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from doorzicht.ground.access.api import current_actor, require
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault.api import SleutelVernietigd
from doorzicht.wings.beleid.datalek import actions, forms, pagina, pdf, selectors
from doorzicht.wings.beleid.datalek.models import Datalek
from doorzicht.wings.beleid.datalek.workflow import OngeldigeStap, Onvolledig

View = Callable[..., HttpResponse]


def own_or_404(view: View) -> View:
    """Another municipality's breach does not exist: 404, and the try is logged. What was destroyed says so."""

    @wraps(view)
    def guarded(request: HttpRequest, datalek_id: UUID, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, datalek_id, **kwargs)
        except (Datalek.DoesNotExist, SleutelVernietigd) as missing:
            actor = current_actor()
            gone = bewaren.find_destroyed(datalek_id, by=actor, recht=selectors.ZIEN)
            if gone is not None:
                return render(request, "web/vernietigd.html", {"weg": gone}, status=410)
            logboek.record(
                actor, "weiger", "datalek", [datalek_id], recht=selectors.ZIEN, uitkomst="onbekend"
            )
            raise Http404 from missing

    return guarded


@require_http_methods(["GET", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """Report a (suspected) breach: four questions."""
    actor, now = current_actor(), timezone.now()
    require(actor, actions.MELDEN)
    own = selectors.works_for_municipality(actor)
    choices = [] if own else selectors.municipalities()
    form = forms.MeldForm(request.POST or None, gemeenten=choices, initial=forms.now_as_typed())
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.report(form.invoer(), by=actor, at=now)
        except Onvolledig as gaps:
            pagina.refuse(form, gaps)
        else:
            messages.success(request, f"Dank je. Je melding heeft nummer {row.nummer}.")
            code = "" if own else f"?gemeente={row.organisatie_id}"
            return redirect(f"/beleid/datalekken/gemeld/{code}")
    return render(request, "beleid/datalek/melden.html", {"form": form})


@require_GET
def thanks(request: HttpRequest) -> HttpResponse:
    """What happens now, and what not to do. Names who must know, and says so when nobody is appointed."""
    actor = current_actor()
    require(actor, actions.MELDEN)
    codes = dict(selectors.municipalities())
    code = request.GET.get("gemeente", "")
    if selectors.works_for_municipality(actor) or code not in codes:
        code = actor.organisatie_id
    people = selectors.who_must_know(code, on=timezone.localdate())
    return render(request, "beleid/datalek/gemeld.html", {"mensen": [p.naam for p in people]})


@require_GET
def register(request: HttpRequest) -> HttpResponse:
    """The register: numbers, states and clocks."""
    rows = selectors.register(by=current_actor(), now=timezone.now())
    return render(request, "beleid/datalek/register.html", pagina.build_register(rows))


@require_GET
def register_pdf(request: HttpRequest) -> HttpResponse:
    """The register with its content, for the AP."""
    return _pdf(pdf.render_register(by=current_actor(), at=timezone.now()), "datalekkenregister")


@require_GET
@own_or_404
def breach_pdf(request: HttpRequest, datalek_id: UUID) -> HttpResponse:
    """One breach, for the AP."""
    return _pdf(pdf.render(datalek_id, by=current_actor(), at=timezone.now()), "datalek")


def _pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response


@require_GET
@own_or_404
def show(request: HttpRequest, datalek_id: UUID) -> HttpResponse:
    """One breach."""
    return _page(request, datalek_id)


def _page(request: HttpRequest, datalek_id: UUID, **filled: Any) -> HttpResponse:
    actor = current_actor()
    sheet = selectors.read_datalek(datalek_id, by=actor)
    context = pagina.build(sheet, by=actor, now=timezone.now())
    return render(request, "beleid/datalek/datalek.html", context | filled)


def _act(
    request: HttpRequest,
    datalek_id: UUID,
    form: django_forms.Form,
    name: str,
    verb: Callable[[], Any],
    done: str,
) -> HttpResponse:
    """Check what was typed, call the verb, say that it is done; what it refuses stands beside the field."""
    if not form.is_valid():
        return _page(request, datalek_id, **{name: form, "fout_form": form})
    try:
        verb()
    except Onvolledig as gaps:
        pagina.refuse(form, gaps)
        return _page(request, datalek_id, **{name: form, "fout_form": form})
    except OngeldigeStap as late:
        messages.warning(request, str(late))
    else:
        messages.success(request, done)
    return redirect("datalek", datalek_id=datalek_id)


@require_POST
@own_or_404
def add_facts(request: HttpRequest, datalek_id: UUID) -> HttpResponse:
    """Keep what is known."""
    form, actor = forms.FeitenForm(request.POST, auto_id="feiten_%s"), current_actor()
    return _act(
        request, datalek_id, form, "feiten_form",
        lambda: actions.add_facts(datalek_id, form.invoer(), by=actor, at=timezone.now()), "Bewaard.",
    )  # fmt: skip


@require_POST
@own_or_404
def decide(request: HttpRequest, datalek_id: UUID) -> HttpResponse:
    """Record who must know, and why."""
    form, actor = forms.BesluitForm(request.POST, auto_id="besluit_%s"), current_actor()
    return _act(
        request, datalek_id, form, "besluit_form",
        lambda: actions.decide(datalek_id, form.invoer(), by=actor, at=timezone.now()),
        "Het besluit is vastgelegd. Een eerder besluit blijft staan.",
    )  # fmt: skip


@require_POST
@own_or_404
def tell_ap(request: HttpRequest, datalek_id: UUID) -> HttpResponse:
    """Record that the AP was told."""
    form, actor = forms.ApForm(request.POST, auto_id="ap_%s"), current_actor()
    return _act(
        request, datalek_id, form, "ap_form",
        lambda: actions.tell_ap(
            datalek_id, op=form.moment(), kenmerk=form.cleaned_data["kenmerk"],
            laat_reden=form.cleaned_data["laat_reden"], by=actor, at=timezone.now(),
        ), "Vastgelegd. De klok staat stil.",
    )  # fmt: skip


@require_POST
@own_or_404
def tell_people(request: HttpRequest, datalek_id: UUID) -> HttpResponse:
    """Record that the people were told."""
    form, actor = forms.InlichtForm(request.POST, auto_id="ingelicht_%s"), current_actor()
    return _act(
        request, datalek_id, form, "inlicht_form",
        lambda: actions.tell_people(
            datalek_id, op=form.moment(), hoe=form.cleaned_data["hoe"], by=actor, at=timezone.now()
        ), "Vastgelegd.",
    )  # fmt: skip


@require_POST
@own_or_404
def set_clock(request: HttpRequest, datalek_id: UUID) -> HttpResponse:
    """Record from which other moment the hours run."""
    form, actor = forms.KlokForm(request.POST, auto_id="klok_%s"), current_actor()
    return _act(
        request, datalek_id, form, "klok_form",
        lambda: actions.set_clock(
            datalek_id, vanaf=form.moment(), reden=form.cleaned_data["reden"], by=actor, at=timezone.now()
        ), "Vastgelegd.",
    )  # fmt: skip


@require_POST
@own_or_404
def close(request: HttpRequest, datalek_id: UUID) -> HttpResponse:
    """Close it."""
    try:
        actions.close(datalek_id, by=current_actor(), at=timezone.now())
    except (Onvolledig, OngeldigeStap) as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Afgesloten. Het blijft in het register staan tot de bewaartermijn om is.")
    return redirect("datalek", datalek_id=datalek_id)
