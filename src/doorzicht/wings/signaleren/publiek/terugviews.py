"""The screens of coming back: show the receipt, read what happened, add to it. No address holds the receipt."""

from typing import Any

from django.http import HttpResponse, HttpResponseNotAllowed
from django.utils import timezone
from django.utils.formats import date_format

from doorzicht.wings.signaleren.melding import berichten
from doorzicht.wings.signaleren.publiek import actions, selectors
from doorzicht.wings.signaleren.publiek.bewijs import Gesprek, VerlopenBewijs
from doorzicht.wings.signaleren.publiek.forms import BerichtForm, CodeForm
from doorzicht.wings.signaleren.publiek.pagina import Pagina, municipal_page


@municipal_page
def come_back(pagina: Pagina) -> HttpResponse:
    """Type the receipt, and read what happened. The receipt is never in an address."""
    if pagina.request.method == "GET":
        return ask_code(pagina)
    if pagina.request.method != "POST":
        return HttpResponseNotAllowed(["GET", "POST"])
    form = CodeForm(pagina.request.POST, t=pagina.t, taal=pagina.taal)
    if not form.is_valid():
        return ask_code(pagina, form)
    try:
        melding = actions.come_back(form.cleaned_data["code"], by=pagina.actor)
    except actions.CodeOnbekend:
        form.add_error("code", pagina.t["code"]["onbekend"])
        return ask_code(pagina, form)
    typed = pagina.request.POST.get("bericht", "")
    return _dialogue(pagina, melding, BerichtForm(t=pagina.t, taal=pagina.taal, initial={"bericht": typed}))


def ask_code(pagina: Pagina, form: CodeForm | None = None, *, verlopen: bool = False) -> HttpResponse:
    """The page that asks for the receipt. `verlopen`: once more, because the page was open for too long."""
    form = form or CodeForm(t=pagina.t, taal=pagina.taal)
    context = {
        "formulier": form,
        "fout_kop": pagina.errors(form) if form.is_bound else "",
        "verlopen": verlopen,
        "code_url": pagina.url("code"),
        "bericht": pagina.request.POST.get("bericht", ""),
        "talen": pagina.languages("code"),
    }
    return pagina.render("code", context)


@municipal_page
def add(pagina: Pagina) -> HttpResponse:
    """Add something, or take one's own details away, on the page that the receipt opened."""
    if pagina.request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    by, at = pagina.actor, timezone.now()
    try:
        mark = Gesprek.read(
            pagina.request.POST.get("gesprek", ""),
            organisatie_id=by.organisatie_id,
            vandaag=timezone.localdate(),
        )
        melding = actions.come_back_again(mark.melding_id, by=by)
    except (VerlopenBewijs, actions.CodeOnbekend):
        return ask_code(pagina, verlopen=True)
    if "wissen" in pagina.request.POST:
        actions.forget_reporter(melding, by=by)
        return _dialogue(pagina, melding, BerichtForm(t=pagina.t, taal=pagina.taal), gelukt="gewist")
    form = BerichtForm(pagina.request.POST, t=pagina.t, taal=pagina.taal)
    if not form.is_valid():
        return _dialogue(pagina, melding, form)
    try:
        berichten.add_from_reporter(melding.id, form.cleaned_data["bericht"], by=by, at=at)
    except berichten.MeldingDicht:
        return _dialogue(pagina, melding, form)
    return _dialogue(pagina, melding, BerichtForm(t=pagina.t, taal=pagina.taal), gelukt="gelukt")


def _dialogue(pagina: Pagina, melding: Any, form: BerichtForm, *, gelukt: str = "") -> HttpResponse:
    by = pagina.actor
    actions.mark_messages_read(melding, by=by, at=timezone.now())
    sheet = selectors.read_dialogue(melding, t=pagina.t, by=by)
    day = date_format(sheet.dag, "j F Y")
    context = {
        "blad": sheet,
        "gemeld": pagina.t["gesprek"]["van_dag"].format(dag=day),
        "gesprek": str(Gesprek(melding.id, by.organisatie_id, timezone.localdate())),
        "formulier": form,
        "fout_kop": pagina.errors(form) if form.is_bound else "",
        "gelukt": gelukt,
        "toevoegen_url": pagina.url("toevoegen"),
        "melden_url": pagina.url("melden"),
    }
    return pagina.render("gesprek", context)
