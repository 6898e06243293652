"""The screens of whoever reports with an account: the card of their function, thank you, what became of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from doorzicht.ground.access.api import current_actor, require
from doorzicht.ground.bestanden.api import Ontvangst, examine_all, takes_files
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.wings.signaleren.melding import bijlagen, forms, selectors, workflow
from doorzicht.wings.signaleren.melding.ontvangen import receive


@takes_files
@require_http_methods(["GET", "POST"])
def enter_melding(request: HttpRequest, kaart: str = "") -> HttpResponse:
    """The card of a function, to fill in within two minutes."""
    actor = current_actor()
    require(actor, "melding.maken")
    cards = dict(forms.kaarten())
    if kaart and kaart not in cards:
        raise Http404(kaart)
    code = kaart or actor.functie
    if code not in cards:
        return choose_card(request)
    form = forms.KaartForm(request.POST or None, request.FILES or None, kaart=code)
    if request.method == "POST" and form.is_valid():
        return _receive(request, form)
    context = {"form": form, "kaart": form.kaart, "altijd": _always(), "opnieuw_kiezen": bool(request.FILES)}
    return render(request, "signaleren/invoeren.html", context)


@require_GET
def choose_card(request: HttpRequest) -> HttpResponse:
    """The cards to choose from."""
    require(current_actor(), "melding.maken")
    return render(request, "signaleren/kaarten.html", {"kaarten": dict(forms.kaarten())})


def _receive(request: HttpRequest, form: forms.KaartForm) -> HttpResponse:
    """Store the melding, then its files. What was not taken in is told at once: a name of a file is not kept for a
    next page, because sessions lie in the clear."""
    actor, now = current_actor(), timezone.now()
    seen = examine_all(form.cleaned_data["bijlagen"])
    done = receive(form.invoer(gemeente=actor.organisatie_id), by=actor, at=now)
    if done.dubbel:
        kept = Ontvangst(geweigerd=seen.geweigerd)
    else:
        kept = bijlagen.keep_with_melding(done.melding_id, seen, recht="melding.maken", by=actor, at=now)
    if kept.geweigerd:
        context = {"nummer": done.nummer, "geweigerd": kept.geweigerd, "dubbel": done.dubbel}
        return render(request, "signaleren/ontvangen.html", context)
    there = reverse("melding-ontvangen", kwargs={"nummer": done.nummer})
    return redirect(f"{there}?al=1" if done.dubbel else there)


def _always() -> list[str]:
    return list(catalogus.inhoud("functiekaarten")["altijd"]["vooraf"])


@require_GET
def received(request: HttpRequest, nummer: str) -> HttpResponse:
    """Thank you, the number, and what happens now."""
    require(current_actor(), "melding.maken")
    return render(request, "signaleren/ontvangen.html", {"nummer": nummer, "dubbel": "al" in request.GET})


@require_GET
def own_meldingen(request: HttpRequest) -> HttpResponse:
    """What became of the meldingen this employee made."""
    rows = [
        {
            "id": m.id,
            "nummer": m.nummer,
            "dag": m.ontvangen_dag,
            "stand": workflow.voor_melder(m.status),
            "berichten": b,
        }
        for m, b in selectors.own_meldingen(by=current_actor())
    ]
    return render(request, "signaleren/mijn.html", {"rijen": rows})
