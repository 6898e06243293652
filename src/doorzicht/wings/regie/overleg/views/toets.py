"""Privacycheck 2B: ask it, answer it, and release what was agreed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from doorzicht.ground.access.api import current_actor, may, require
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.datums import day_bounds, local_day
from doorzicht.ground.verstrekking.api import NietToegestaan, OnvolledigeVerstrekking, Veld
from doorzicht.wings.regie.overleg import actions, forms, selectors
from doorzicht.wings.regie.overleg.gegevens import PuntBlad
from doorzicht.wings.regie.overleg.punt import read_punt
from doorzicht.wings.regie.overleg.views.grens import guarded
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """The checks that wait, and what was answered."""
    actor = current_actor()
    rows = selectors.checks(by=actor)
    waiting = [row for row in rows if not row.rij.besluit]
    done = [row for row in reversed(rows) if row.rij.besluit]
    context = {
        "open": [(row, _deadline(row.rij.gevraagd_op)) for row in waiting],
        "klaar": done[:20],
        "ik": actor.medewerker_id,
        "mag_aanwijzen": may(actor, "vervanger.aanwijzen"),
    }
    return render(request, "regie/toetsen.html", context)


def _deadline(asked: datetime) -> Any:
    return catalogus.last_day("privacycheck-2", begin=local_day(asked))


@require_http_methods(["GET", "POST"])
@guarded
def ask(request: HttpRequest, overleg_id: UUID, punt_id: UUID) -> HttpResponse:
    """Propose what may go to one party."""
    actor, now = current_actor(), timezone.now()
    require(actor, "overleg.beheren", dossier_id=punt_id)
    punt = read_punt(punt_id, overleg_id=overleg_id, by=actor, at=now)
    form = forms.VoorstelForm(
        request.POST or None, partijen=selectors.executing_parties(by=actor), bron=proposable(punt)
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.ask_check(punt_id, form.invoer(), by=actor, at=now)
            messages.success(
                request, "Gevraagd. De privacyfunctionaris krijgt een mail. Er gaat nog niets weg."
            )
            return redirect("overleg-punt", overleg_id=overleg_id, punt_id=punt_id)
        except (OngeldigeStap, OnvolledigeVerstrekking) as error:
            form.add_error(None, str(error))
    rows = [(form[f"veld_{i}"], form[f"waarom_{i}"]) for i in range(len(form.bron))]
    context = {"form": form, "punt": punt, "overleg_id": overleg_id, "velden": rows}
    return render(request, "regie/voorstel.html", context)


def proposable(punt: PuntBlad) -> list[Veld]:
    """What could go to an executing party: what was released for the item, the decision and the actions.

    Never what somebody brought in: that stays theirs (product rule 8 for the police). Why a party needs a field is
    thought of anew: the reason for the overleg is not the reason for them.
    """
    fields = list(punt.inhoud.velden) if punt.inhoud else []
    if punt.besluit is not None:
        fields.append(Veld("besluit", "Besluit", f"{punt.besluit.naam}. {punt.besluit.motivering}", ""))
        if punt.besluit.zorg:
            fields.append(Veld("zorg", "Zorg en onderdak", punt.besluit.zorg, ""))
    for number, actie in enumerate(punt.acties, start=1):
        fields.append(Veld(f"actie-{number}", f"Actie {number}", actie.wat, ""))
    return fields


@require_http_methods(["GET", "POST"])
@guarded
def answer(request: HttpRequest, check_id: UUID) -> HttpResponse:
    """The privacyfunctionaris reads what is proposed and answers."""
    actor, now = current_actor(), timezone.now()
    require(actor, "privacycheck.uitvoeren", dossier_id=check_id)
    check = selectors.find_check(check_id, by=actor)
    form = forms.CheckForm(request.POST or None, velden=check.velden)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            actions.answer_check(
                check_id, data["besluit"], reden=data["reden"], velden=form.vrijgegeven(), by=actor, at=now
            )
            messages.success(request, "Je antwoord ligt vast.")
            return redirect("overleg-toetsen")
        except OngeldigeStap as error:
            form.add_error(None, str(error))
    return render(
        request,
        "regie/toets.html",
        {"form": form, "check": check, "grond": facts(check), "ik": actor.medewerker_id},
    )


def facts(check: Any) -> list[tuple[str, str]]:
    """Ground, task, purpose and necessity of a proposal, in words."""
    bases = {b.code: b for b in (*catalogus.grondslagen(), *catalogus.grondslagen("sectorwetten"))}
    base = bases.get(check.rij.grondslag)
    task = next((t.naam for t in catalogus.taken() if t.code == check.rij.taak), "")
    lines = [
        ("Aan", check.aan),
        ("Grondslag", f"{base.naam}, {base.artikel}" if base else check.rij.grondslag),
        ("Taak", task),
        ("Doel", check.doel),
        ("Waarom nodig", check.noodzaak),
        ("Gevraagd door", check.vrager),
    ]
    return [(name, value) for name, value in lines if value]


@require_POST
@guarded
def release(request: HttpRequest, overleg_id: UUID, punt_id: UUID, check_id: UUID) -> HttpResponse:
    """Release what was agreed, for the term of the catalogue."""
    now = timezone.now()
    last = catalogus.last_day("verstrekking-geldig", begin=local_day(now))
    try:
        actions.release(check_id, vervalt_op=day_bounds(last)[1], by=current_actor(), at=now)
        messages.success(request, "Verstrekt. De ontvanger ziet precies deze velden, tot de einddatum.")
    except (OngeldigeStap, OnvolledigeVerstrekking, NietToegestaan) as error:
        messages.error(request, str(error))
    return redirect("overleg-punt", overleg_id=overleg_id, punt_id=punt_id)
