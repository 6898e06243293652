"""The public screens: read about it, report, get a receipt. Every answer is marked `no-store`."""

from typing import Any

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doorzicht.ground.bestanden.api import Ontvangst, examine_all, takes_files
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.wings.signaleren.melding.ontvangen import receipt_of
from doorzicht.wings.signaleren.publiek import actions, selectors
from doorzicht.wings.signaleren.publiek.bewijs import AndereGemeente, Formulier, VerlopenBewijs
from doorzicht.wings.signaleren.publiek.forms import ControleForm, PubliekForm, TerugForm
from doorzicht.wings.signaleren.publiek.pagina import (
    UITLEG,
    Pagina,
    municipal_page,
    only_when_open,
    region_page,
)
from doorzicht.wings.signaleren.publiek.samenstellen import build_invoer, summarise
from doorzicht.wings.signaleren.publiek.stappen import LAATSTE, Gang, Invulling
from doorzicht.wings.signaleren.publiek.teksten import nummers
from doorzicht.wings.signaleren.publiek.terugviews import ask_code

WEGEN = {"zorgen": "melden", "hulp": "hulp", "code": "code"}
"""The ways in from the region's front page, with the page of a municipality they lead to."""

VOORBEELD = {"nl": "appel zeehond molen tulp regen", "en": "123 456 789 012 345 678"}
"""What a receipt looks like, in the form that the language shows first."""


@require_safe
@region_page
def region_front(pagina: Pagina) -> HttpResponse:
    """The front page of the region: the same two ways in, then the municipality."""
    return _front(pagina, {weg: pagina.url("kiezen", weg=weg) for weg in WEGEN})


@require_safe
@region_page
def choose(pagina: Pagina, weg: str) -> HttpResponse:
    """Which municipality it is about."""
    if weg not in WEGEN:
        raise Http404
    doors = [
        {"naam": g.naam, "url": Pagina(pagina.request, pagina.taal, g).url(WEGEN[weg])}
        for g in selectors.gemeenten()
    ]
    context = {"weg": weg, "uitleg": pagina.t["kiezen"][weg], "deuren": doors}
    return pagina.render("kiezen", context | {"talen": pagina.languages("kiezen", weg=weg)})


@require_safe
@region_page
def region_explain(pagina: Pagina, naam: str) -> HttpResponse:
    """One of the pages with explanations, for the region."""
    return _explain(pagina, naam)


@require_safe
@municipal_page
def front(pagina: Pagina) -> HttpResponse:
    """The front page of a municipality, also where the form is closed: the numbers to call are on it."""
    return _front(pagina, {weg: pagina.url(page) for weg, page in WEGEN.items()})


def _front(pagina: Pagina, wegen: dict[str, str]) -> HttpResponse:
    context = {"wegen": wegen, "voorbeeld": VOORBEELD[pagina.taal], "talen": pagina.languages("voorpagina")}
    return pagina.render("voorpagina", context)


@require_safe
@municipal_page
def explain(pagina: Pagina, naam: str) -> HttpResponse:
    """One of the pages with explanations."""
    return _explain(pagina, naam)


def _explain(pagina: Pagina, naam: str) -> HttpResponse:
    if naam not in UITLEG:
        raise Http404
    context = {"u": pagina.t["uitleg"][naam], "naam": naam}
    return pagina.render("uitleg", context | {"talen": pagina.languages("uitleg", naam=naam)})


@require_safe
@municipal_page
def help_first(pagina: Pagina) -> HttpResponse:
    """For whoever needs help: people to talk to first, the form after that."""
    context = {
        "nummers": nummers(pagina.taal, "hulp"),
        "vertellen_url": pagina.url("vertellen"),
        "talen": pagina.languages("hulp"),
    }
    return pagina.render("hulp", context)


@takes_files
@require_http_methods(["GET", "POST"])
@municipal_page
@only_when_open
def report(pagina: Pagina, soort: str) -> HttpResponse:
    """The four steps. Nothing is kept until the last button; then once, however often it is pressed."""
    typed = _typed(pagina, soort)
    if pagina.request.method == "GET":
        return _step(pagina, soort, typed, Gang(1, typed.blank(1)), _new_mark(pagina))
    gang = typed.go()
    try:
        mark = _read_mark(pagina)
    except VerlopenBewijs:
        return _step(pagina, soort, typed, gang, _new_mark(pagina), opnieuw=gang.versturen)
    except AndereGemeente as error:
        banner = _elsewhere(pagina, error.organisatie_id)
        return _step(pagina, soort, typed, gang, _new_mark(pagina), andere=banner)
    if not gang.versturen:
        return _step(pagina, soort, typed, gang, mark)
    invoer = build_invoer(
        typed.cleaned,
        gemeente=mark.organisatie_id,
        inzending=mark.inzending,
        taal=pagina.taal,
        soort=soort,
    )
    by, now = pagina.actor, timezone.now()
    seen = examine_all(typed.cleaned["bestanden"])
    done = actions.report(invoer, by=by, at=now)
    refused = Ontvangst(geweigerd=seen.geweigerd)
    kept = refused if done.dubbel else actions.add_files(done, seen, by=by, at=now)
    return _received(pagina, mark, dubbel=done.dubbel, kept=kept)


def _typed(pagina: Pagina, soort: str) -> Invulling:
    request = pagina.request
    return Invulling(request.POST, request.FILES, t=pagina.t, taal=pagina.taal, soort=soort)


def _new_mark(pagina: Pagina) -> Formulier:
    return Formulier.new(organisatie_id=pagina.actor.organisatie_id, vandaag=timezone.localdate())


def _read_mark(pagina: Pagina) -> Formulier:
    """The mark of the form that was sent. Raises `VerlopenBewijs`, `AndereGemeente`."""
    return Formulier.read(
        pagina.request.POST.get("bewijs", ""),
        organisatie_id=pagina.actor.organisatie_id,
        vandaag=timezone.localdate(),
    )


def _step(
    pagina: Pagina, soort: str, typed: Invulling, gang: Gang, mark: Formulier, **banners: Any
) -> HttpResponse:
    """One page of the report, with everything that was typed on the others in hidden fields. `banners` say why it is
    shown again."""
    stap, form = gang.stap, gang.form
    words, suffix = pagina.t["melden"], "_hulp" if soort == "hulp" else ""
    context = {
        "formulier": form,
        "fout_kop": pagina.errors(form),
        "stap": stap,
        "laatste": LAATSTE,
        "stappen": words[f"stappen{suffix}"],
        "kop": words[f"koppen{suffix}"][stap - 1],
        "stap_van": words["stap_van"].format(nu=stap, aantal=LAATSTE),
        "soort": soort,
        "bewijs": str(mark),
        "verborgen": list(typed.hidden(stap)),
        "nu_gevaar": typed.data.get("spoed") == "nu" and stap > 1,
        "opnieuw_kiezen": bool(typed.files),
        "kind": typed.data.get("leeftijd") == "minderjarig" and stap > 2,
        "terug_url": pagina.url("hulp" if soort == "hulp" else "voorpagina"),
    }
    own = {1: _first_step, LAATSTE: _last_step}.get(stap, lambda *_: {})
    return pagina.render("stap", context | own(pagina, soort, typed, form) | banners)


def _elsewhere(pagina: Pagina, organisatie_id: str) -> str:
    """That this form is of another municipality, in words."""
    whose = pagina.t["algemeen"]["gemeente"].format(naam=selectors.naam_van(organisatie_id))
    return str(pagina.t["melden"]["andere"]).replace("{van}", whose)


def _first_step(pagina: Pagina, soort: str, typed: Invulling, form: PubliekForm) -> dict[str, Any]:
    """What comes before the questions: is it safe, and in which language."""
    return {
        "vooraf": [k.naam for k in catalogus.publieke_vragen(pagina.taal).vooraf],
        "talen": pagina.languages("melden" if soort == "zorgen" else "vertellen"),
    }


def _last_step(pagina: Pagina, soort: str, typed: Invulling, form: PubliekForm) -> dict[str, Any]:
    """What comes before sending: what was filled in, and the names, of somebody else and of oneself apart."""
    other = ControleForm.OVER_EEN_ANDER if soort == "zorgen" else ()
    names = pagina.t["melden"]["stappen_hulp" if soort == "hulp" else "stappen"]
    return {
        "namen": catalogus.publieke_vragen(pagina.taal).namen,
        "overzicht": _summary(typed, names),
        "over_ander": [form[name] for name in form.fields if name in other],
        "bestanden": form["bestanden"],
        "over_mij": [form[name] for name in form.fields if name not in (*other, "bestanden")],
    }


def _summary(typed: Invulling, names: list[str]) -> list[dict[str, Any]]:
    """What was filled in on the first steps."""
    rows = []
    for nummer, form in enumerate(typed.checked[:-1], start=1):
        form.is_valid()
        rows.append({"stap": nummer, "naam": names[nummer - 1], "regels": summarise(form)})
    return rows


def _received(
    pagina: Pagina,
    mark: Formulier,
    *,
    dubbel: bool = False,
    form: TerugForm | None = None,
    kept: Ontvangst | None = None,
) -> HttpResponse:
    """Thank you, and the receipt: words for whoever reads Dutch, digits for others; both are the same code."""
    code = receipt_of(mark.inzending, organisatie_id=mark.organisatie_id)
    form = form or TerugForm(t=pagina.t, taal=pagina.taal)
    first, second = (code.woorden, code.cijfers) if pagina.taal == "nl" else (code.cijfers, code.woorden)
    context = {
        "eerst": first,
        "anders": second,
        "dubbel": dubbel,
        "geweigerd": pagina.refusals(kept),
        "nu_gevaar": pagina.request.POST.get("spoed") == "nu",
        "bevestig_url": pagina.url("ontvangst"),
        "bewijs": str(mark),
        "formulier": form,
        "fout_kop": pagina.errors(form),
    }
    return pagina.render("ontvangen", context)


@require_POST
@municipal_page
def confirm(pagina: Pagina) -> HttpResponse:
    """The receipt typed back once. Wrong: it is shown again; the report is safe already."""
    try:
        mark = _read_mark(pagina)
    except (VerlopenBewijs, AndereGemeente):
        return ask_code(pagina)
    form = TerugForm(pagina.request.POST, t=pagina.t, taal=pagina.taal)
    if form.is_valid():
        if actions.confirm_receipt(mark.inzending, form.cleaned_data["terug"], by=pagina.actor):
            return pagina.render("bevestigd")
        form.add_error("terug", pagina.t["ontvangen"]["fout"])
    return _received(pagina, mark, form=form)
