"""The accounts of the own organisation, and closing one with the open work given to colleagues."""

from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from doorzicht.doors.web.beheer.forms import SluitForm
from doorzicht.ground.access import vertrek
from doorzicht.ground.access.api import Actor, current_actor, may, require
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties import api as organisaties
from doorzicht.ground.organisaties.api import ROLLEN, Medewerker


@require_GET
def accounts(request: HttpRequest) -> HttpResponse:
    """Everybody with an account here, with today's roles; no content of any work. Logged."""
    actor = current_actor()
    require(actor, vertrek.ZIEN)
    logboek.record(actor, "lees", "account", recht=vertrek.ZIEN)
    context = {"rijen": _rows(actor), "mag_sluiten": may(actor, vertrek.SLUITEN)}
    return render(request, "web/beheer/accounts.html", context)


def _rows(actor: Actor) -> list[dict[str, Any]]:
    """An account a row, in two statements."""
    held: dict[UUID, list[str]] = {}
    for row in organisaties.aangesteld(actor.organisatie_id, ROLLEN, on=timezone.localdate()):
        name = ROLLEN[row.rol].naam + (" (vervanger)" if row.plaatsvervanger else "")
        held.setdefault(row.medewerker_id, []).append(name)
    people = Medewerker.objects.filter(organisatie_id=actor.organisatie_id).order_by("-is_active", "naam")
    return [
        {"wie": m, "rollen": ", ".join(held.get(m.id, [])), "zelf": m.id == actor.medewerker_id}
        for m in people
    ]


@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, medewerker_id: UUID) -> HttpResponse:
    """One screen: what somebody leaves behind, who takes it over, and the account closed."""
    actor, now = current_actor(), timezone.now()
    try:
        found = vertrek.look_at_leaver(medewerker_id, by=actor, on=timezone.localdate(now))
        form = SluitForm(request.POST or None, vertrek=found)
        done = request.method == "POST" and form.is_valid() and _close(form, medewerker_id, actor=actor)
    except Medewerker.DoesNotExist as missing:
        logboek.record(
            actor, "weiger", "account", [medewerker_id], recht=vertrek.SLUITEN, uitkomst="onbekend"
        )
        raise Http404 from missing
    if done:
        messages.success(request, f"Het account van {found.medewerker.naam} is gesloten.")
        return redirect("accounts")
    return render(request, "web/beheer/sluiten.html", {"form": form, "wie": found.medewerker})


def _close(form: SluitForm, medewerker_id: UUID, *, actor: Actor) -> bool:
    """Close the account with its second factors; what stands in the way stands beside its field."""
    try:
        with transaction.atomic():
            vertrek.close_account(medewerker_id, form.overname(), by=actor, at=timezone.now())
            Authenticator.objects.filter(user_id=medewerker_id).delete()
    except vertrek.NiemandGekozen as gap:
        # What came while the form was being filled in has no field of its own.
        form.add_error(gap.veld if gap.veld in form.fields else None, str(gap))
    except (
        vertrek.NietJezelf,
        vertrek.KanNietOvernemen,
        organisaties.OnverenigbareRollen,
        organisaties.GeenAandachtsfunctionaris,
        organisaties.KanaalZonderLezer,
    ) as refused:
        form.add_error(None, str(refused))
    else:
        return True
    return False
