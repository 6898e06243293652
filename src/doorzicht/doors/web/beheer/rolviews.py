"""The half-yearly review of roles: the list, a role that goes on, a role that ends."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from doorzicht.ground.access import rollencontrole
from doorzicht.ground.access.api import Actor, current_actor, may
from doorzicht.ground.access.rollencontrole import KanNietStoppen, Rolregel
from doorzicht.ground.lib.datums import format_days
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties import api as organisaties
from doorzicht.ground.organisaties.api import ROLLEN, Aanstelling


class StopForm(forms.Form):
    """A second look before a role ends."""

    zeker = forms.BooleanField(
        label="Ja, deze rol stopt meteen.",
        error_messages={"required": "Zet hier een vinkje als de rol moet stoppen."},
    )


@require_GET
def roles(request: HttpRequest) -> HttpResponse:
    """Who holds which role, who looked at it last, and what must be looked at. Logged."""
    actor, today = current_actor(), timezone.localdate()
    lines = rollencontrole.overview(by=actor, on=today)
    logboek.record(actor, "lees", "rol", recht=rollencontrole.ZIEN)
    mag = may(actor, rollencontrole.BESLISSEN)
    context = {
        "rijen": [_row(line, actor=actor, mag=mag) for line in lines],
        "te_laat": sum(1 for line in lines if line.late(on=today)),
        "mag": mag,
    }
    return render(request, "web/beheer/rollen.html", context)


@require_POST
def confirm(request: HttpRequest, aanstelling_id: int) -> HttpResponse:
    """This role goes on."""
    actor = current_actor()
    try:
        rollencontrole.confirm(aanstelling_id, by=actor, at=timezone.now())
    except Aanstelling.DoesNotExist as missing:
        raise _unknown(actor) from missing
    messages.success(request, "Vastgelegd: deze rol blijft, tot over een half jaar.")
    return redirect("rollencontrole")


@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, aanstelling_id: int) -> HttpResponse:
    """This role ends, after a second look."""
    actor, now = current_actor(), timezone.now()
    try:
        row = rollencontrole.find(aanstelling_id, by=actor, on=timezone.localdate(now))
    except Aanstelling.DoesNotExist as missing:
        raise _unknown(actor) from missing
    form = StopForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _end(form, aanstelling_id, actor=actor):
        messages.success(request, f"De rol van {row.medewerker.naam} is gestopt.")
        return redirect("rollencontrole")
    return render(
        request, "web/beheer/rol_stopt.html", {"form": form, "wie": row.medewerker, "rol": _role(row)}
    )


def _end(form: StopForm, aanstelling_id: int, *, actor: Actor) -> bool:
    try:
        with transaction.atomic():
            rollencontrole.end(aanstelling_id, by=actor, at=timezone.now())
    except (
        KanNietStoppen,
        organisaties.GeenAandachtsfunctionaris,
        organisaties.KanaalZonderLezer,
    ) as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _unknown(actor: Actor) -> Http404:
    """A role of another organisation, or one that ended, does not exist; the try is logged."""
    logboek.record(actor, "weiger", "rol", recht=rollencontrole.BESLISSEN, uitkomst="onbekend")
    return Http404()


def _row(line: Rolregel, *, actor: Actor, mag: bool) -> dict[str, Any]:
    today, row = timezone.localdate(), line.aanstelling
    late = line.late(on=today)
    if late:
        stand = ("te-laat", f"{format_days(late)} te laat")
    elif line.due(on=today):
        stand = ("vandaag", "Nu nakijken")
    else:
        stand = ("op-tijd", "Nagekeken")
    own = row.medewerker_id == actor.medewerker_id
    return {"regel": line, "id": row.pk, "wie": row.medewerker.naam, "rol": _role(row), "stand": stand,
            "zelf": own, "mag": mag and not own}  # fmt: skip


def _role(row: Aanstelling) -> str:
    return ROLLEN[row.rol].naam + (" (vervanger)" if row.plaatsvervanger else "")
