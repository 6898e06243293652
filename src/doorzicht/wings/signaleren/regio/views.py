"""The screen where a municipality records that it may take part in the region, and withdraws it at once."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from doorzicht.ground.access.api import current_actor, may, require
from doorzicht.ground.herkenning import api as herkenning
from doorzicht.ground.herkenning.api import STANDEN, Gemeentestand, OngeldigeAfspraak
from doorzicht.ground.lib.datums import format_date, format_moment
from doorzicht.wings.signaleren.regio.forms import AfspraakForm
from doorzicht.wings.signaleren.regio.selectors import ZIEN, AfspraakBlad, read_region
from doorzicht.wings.signaleren.weging import regiovraag

VASTLEGGEN = "regioafspraak.vastleggen"
_STATUS = {"loopt": "klaar", "geen": "wacht", "verlopen": "te-laat", "ingetrokken": "wacht"}


@require_http_methods(["GET", "POST"])
def region(request: HttpRequest) -> HttpResponse:
    """Who takes part and what we recorded; posting it records a new arrangement."""
    actor, now = current_actor(), timezone.now()
    require(actor, ZIEN)
    form = AfspraakForm(request.POST or None)
    if request.method == "POST":
        require(actor, VASTLEGGEN)
        if form.is_valid():
            try:
                regiovraag.join_region(form.invoer(), by=actor, at=now)
            except OngeldigeAfspraak as gaps:
                for name, sentence in gaps.velden.items():
                    form.add_error(name, sentence)
            else:
                messages.success(request, "Vastgelegd. Gemeenten die dit ook deden, kunnen elkaar nu vragen.")
                return redirect("regio")
    page = read_region(by=actor, today=timezone.localdate())
    context: dict[str, Any] = {
        "beeld": page,
        "gegevens": _facts(page.loopt) if page.loopt else [],
        "gemeenten": [_row(s, own=s.organisatie_id == actor.organisatie_id) for s in page.gemeenten],
        "form": form,
        "mag_vastleggen": may(actor, VASTLEGGEN),
    }
    return render(request, "signaleren/regio.html", context)


def _facts(sheet: AfspraakBlad) -> list[tuple[str, str]]:
    row, now = sheet.rij, timezone.now()
    return [
        ("Grond", sheet.grond),
        ("Regeling (art. 26 AVG)", row.regeling),
        ("DPIA (art. 35 AVG)", row.dpia),
        ("Vastgesteld", format_date(row.vastgesteld_op)),
        ("Geldt tot en met", format_date(row.geldig_tot)),
        ("Vastgelegd door", f"{sheet.door}, {format_moment(row.op, now=now)}"),
    ]


def _row(standing: Gemeentestand, *, own: bool) -> dict[str, Any]:
    return {
        "naam": standing.naam + (" (wij)" if own else ""),
        "soort": _STATUS[standing.stand],
        "tekst": STANDEN[standing.stand],
        "tot": standing.geldig_tot if standing.stand == "loopt" else None,
    }


@require_POST
def withdraw(request: HttpRequest) -> HttpResponse:
    """Stop at once: nobody in the region finds anything of ours from now on."""
    if herkenning.withdraw_afspraak(by=current_actor(), at=timezone.now()):
        messages.success(request, "Ingetrokken. Vanaf nu vindt niemand in de regio nog iets van ons.")
    else:
        messages.info(request, "Er liep geen afspraak. Er is niets veranderd.")
    return redirect("regio")
