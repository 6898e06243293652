"""The screens of the privacychecks: the list, and one check to decide."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from doorzicht.ground.access.api import current_actor
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.datums import last_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault.api import SleutelVernietigd
from doorzicht.wings.signaleren.melding.vernietigd import unreadable_page
from doorzicht.wings.signaleren.melding.workflow import OngeldigeStap
from doorzicht.wings.signaleren.weging import checks, toon, voordragen
from doorzicht.wings.signaleren.weging.checkforms import BronnenForm, CheckForm, VeldenForm
from doorzicht.wings.signaleren.weging.checklijst import Checkstuk, open_checks, people, read_check, seen
from doorzicht.wings.signaleren.weging.models import Privacycheck
from doorzicht.wings.signaleren.weging.views import refuse
from doorzicht.wings.signaleren.weging.workflow import SOORTEN_CHECK, NietDezelfde, Onvolledig

SPOED = {
    "acuut": {"soort": "spoed", "tekst": "Gevaar: zorg eerst"},
    "spoed": {"soort": "vandaag", "tekst": "Spoed"},
}


@require_GET
def worklist(request: HttpRequest) -> HttpResponse:
    """The checks that wait for a decision."""
    rows = [
        {
            "titel": r.label,
            "nummer": r.nummer,
            "url": reverse("privacycheck", kwargs={"check_id": r.rij.id}),
            "spoed": SPOED.get(r.spoed),
            "ontvangen": r.rij.gevraagd_op,
            "stap": SOORTEN_CHECK[r.rij.soort],
            "uiterlijk": r.rij.uiterlijk,
            "aan_zet": r.aan_zet,
            "rand": "te-laat" if r.rij.uiterlijk < timezone.localdate() else "",
        }
        for r in open_checks(by=current_actor(), today=timezone.localdate())
    ]
    return render(request, "signaleren/weging/checks.html", {"rijen": rows})


@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, check_id: UUID) -> HttpResponse:
    """One check; posting it decides."""
    actor = current_actor()
    try:
        stuk = read_check(check_id, by=actor)
    except SleutelVernietigd as gone:
        page = unreadable_page(request, gone.dossier_id, rechten=(checks.UITVOEREN,))
        if page is None:
            raise Http404 from gone
        return page
    except Privacycheck.DoesNotExist as missing:
        logboek.record(
            actor, "weiger", "privacycheck", [check_id], recht=checks.UITVOEREN, uitkomst="onbekend"
        )
        raise Http404 from missing
    form = _form(stuk, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            _decide(stuk, form)
        except Onvolledig as gaps:
            refuse(form, gaps, naam="form")
        except (NietDezelfde, OngeldigeStap, voordragen.VoordragerKanNiet) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Je besluit is vastgelegd. Wie weegt ziet het.")
            return redirect("privacychecks")
    return render(request, "signaleren/weging/check.html", _context(stuk, form))


def _form(stuk: Checkstuk, data: Any) -> CheckForm:
    if stuk.blad.voordracht is not None:
        return VeldenForm(data, velden=stuk.blad.voordracht.velden)
    return BronnenForm(data, gevraagd=stuk.blad.rij.bronnen)


def _decide(stuk: Checkstuk, form: CheckForm) -> None:
    actor, now, check_id = current_actor(), timezone.now(), stuk.blad.rij.id
    if isinstance(form, VeldenForm):
        released = form.vrijgegeven()
        voordragen.decide_fields(check_id, form.checkbesluit(), vrijgegeven=released, by=actor, at=now)
    else:
        sources = form.cleaned_data["vrijgegeven"]
        checks.decide_sources(check_id, form.checkbesluit(), vrijgegeven=sources, by=actor, at=now)


def _context(stuk: Checkstuk, form: CheckForm) -> dict[str, Any]:
    melding, sheet, actor = stuk.tafel.melding, stuk.blad, current_actor()
    names = people(melding.organisatie_id, today=timezone.localdate())
    sources = catalogus.op_code("bronnen")
    who = {sheet.rij.gevraagd_door, stuk.weging.rij.door, stuk.weging.rij.tweede_door}
    return {
        "form": form,
        "soort": SOORTEN_CHECK[sheet.rij.soort],
        "m": melding,
        "label": stuk.tafel.label,
        "blad": sheet,
        "gevraagd_door": names.get(sheet.rij.gevraagd_door, "een collega"),
        "gericht_aan": names.get(sheet.rij.gericht_aan, ""),
        "vervanger": sheet.rij.gericht_aan != actor.medewerker_id,
        "zelf_gewogen": actor.medewerker_id in who,
        "poorten": toon.gates(stuk.weging.poorten),
        "reden": stuk.weging.reden,
        "gezien": seen(stuk),
        "gegevens": ", ".join(stuk.tafel.soorten_gegevens),
        "bronnen": [str(sources[c]["naam"]) for c in sheet.rij.bronnen if c in sources],
        "voordracht": _proposal(stuk),
    }


def _proposal(stuk: Checkstuk) -> dict[str, Any] | None:
    sheet = stuk.blad.voordracht
    if sheet is None:
        return None
    grounds = (*catalogus.grondslagen(), *catalogus.grondslagen("sectorwetten"))
    ground = next((f"{g.naam} ({g.artikel})" for g in grounds if g.code == sheet.rij.grondslag), "")
    return {
        "grond": [
            ("Aan", "Lokaal Ondermijningsoverleg"),
            ("Grond", ground),
            ("Taak", catalogus.taak(sheet.rij.taak).naam if sheet.rij.taak else ""),
            ("Doel", sheet.doel),
            ("Noodzaak", sheet.noodzaak),
            *([("Andere grond", sheet.andere_grond)] if sheet.andere_grond else []),
            ("Slachtoffer", "ja, mogelijk" if sheet.rij.slachtoffer else "nee"),
            ("Jonger dan 18", sheet.rij.minderjarig),
        ],
        "label": sheet.label,
        "laatste_dag": last_day(sheet.rij.vervalt_op),
        "niet": sheet.niet_gekozen,
    }
