"""The screens of coming back: show the receipt, read what happened, add to it. No address holds the receipt."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_http_methods, require_POST

from doorzicht.ground.bestanden.api import (
    Bestand,
    BestandKwijt,
    Ontvangst,
    examine_all,
    response,
    takes_files,
)
from doorzicht.wings.signaleren.melding import berichten, bijlagen
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.publiek import actions, selectors
from doorzicht.wings.signaleren.publiek.bewijs import Gesprek, VerlopenBewijs
from doorzicht.wings.signaleren.publiek.forms import BerichtForm, CodeForm
from doorzicht.wings.signaleren.publiek.pagina import Pagina, municipal_page


@require_http_methods(["GET", "POST"])
@municipal_page
def come_back(pagina: Pagina) -> HttpResponse:
    """Type the receipt, and read what happened. The receipt is never in an address."""
    if pagina.request.method == "GET":
        return ask_code(pagina)
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
        "fout_kop": pagina.errors(form),
        "verlopen": verlopen,
        "code_url": pagina.url("code"),
        "bericht": pagina.request.POST.get("bericht", ""),
        "talen": pagina.languages("code"),
    }
    return pagina.render("code", context)


@takes_files
@require_POST
@municipal_page
def add(pagina: Pagina) -> HttpResponseBase:
    """Add something, open what came back, or take one's own details away, on the page that the receipt opened."""
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
    if "bestand" in pagina.request.POST:
        return _open_file(pagina, melding)
    form = BerichtForm(pagina.request.POST, pagina.request.FILES, t=pagina.t, taal=pagina.taal)
    if not form.is_valid():
        return _dialogue(pagina, melding, form)
    seen = examine_all(form.cleaned_data["bestanden"])
    try:
        bericht = berichten.add_from_reporter(melding.id, form.cleaned_data["bericht"], by=by, at=at)
    except berichten.MeldingDicht:
        return _dialogue(pagina, melding, form)
    kept = bijlagen.keep_with_message(bericht, seen, recht=berichten.TERUGKOMEN, by=by, at=at)
    return _dialogue(pagina, melding, BerichtForm(t=pagina.t, taal=pagina.taal), gelukt="gelukt", kept=kept)


def _open_file(pagina: Pagina, melding: Melding) -> HttpResponseBase:
    """A file that the Meldpunt sent. The receipt opened the page; the number of a file alone opens nothing."""
    try:
        file_id = UUID(pagina.request.POST["bestand"])
        return response(bijlagen.open_sent_back(melding, file_id, by=pagina.actor))
    except (ValueError, Bestand.DoesNotExist, BestandKwijt):
        return _dialogue(pagina, melding, BerichtForm(t=pagina.t, taal=pagina.taal), gelukt="kwijt")


def _dialogue(
    pagina: Pagina, melding: Melding, form: BerichtForm, *, gelukt: str = "", kept: Ontvangst | None = None
) -> HttpResponse:
    by = pagina.actor
    actions.mark_messages_read(melding, by=by, at=timezone.now())
    sheet = selectors.read_dialogue(melding, t=pagina.t, by=by)
    day = date_format(sheet.dag, "j F Y")
    context = {
        "blad": sheet,
        "gemeld": pagina.t["gesprek"]["van_dag"].format(dag=day),
        "gesprek": str(Gesprek(melding.id, by.organisatie_id, timezone.localdate())),
        "formulier": form,
        "fout_kop": pagina.errors(form),
        "gelukt": gelukt,
        "geweigerd": pagina.refusals(kept),
        "opnieuw_kiezen": bool(pagina.request.FILES) and form.is_bound,
        "toevoegen_url": pagina.url("toevoegen"),
        "melden_url": pagina.url("melden"),
    }
    return pagina.render("gesprek", context)
