"""To the municipality's login server and back: logging in, and binding an account to it after a whole login.

An account is never made here. Who is bound gives no password; the second step of Doorzicht is asked all the same.
"""

import logging
import time
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from doorzicht.doors.web.gemeentelogin import protocol
from doorzicht.doors.web.gemeentelogin.instelling import Gemeentelogin
from doorzicht.doors.web.gemeentelogin.protocol import Afgewezen, Poging
from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties.api import Koppeling

log = logging.getLogger(__name__)
SESSIE = "gemeentelogin"
GELDIG = 10 * 60
"""Seconds within which somebody must be back."""
KOPPELEN = "account.koppelen"
MISLUKT = (
    "Inloggen met je gemeente-account lukte niet. Is het al gekoppeld? Probeer het dan opnieuw. Anders: log in met je "
    "naam en wachtwoord en koppel het bij ‘Tweede stap bij het inloggen’."
)


@require_GET
def leave(request: HttpRequest, code: str) -> HttpResponse:
    """Send somebody to the login server of their municipality."""
    try:
        return redirect(_remember(request, _server(code)))
    except Afgewezen as reason:
        return _failed(request, code, reason)


@require_http_methods(["GET", "POST"])
@reauthentication_required
def bind(request: HttpRequest) -> HttpResponse:
    """Somebody who is logged in with both steps, and just gave their password again, binds their account. The page
    shows the way on as a link: a form may not lead to another host."""
    actor = _actor(request)
    require(actor, KOPPELEN)
    server = _server(actor.organisatie_id)
    context: dict[str, Any] = {"gekoppeld": Koppeling.objects.filter(medewerker_id=actor.mens).exists()}
    if request.method == "POST":
        try:
            context["verder"] = _remember(request, server, voor=str(actor.mens))
        except Afgewezen as reason:
            return _failed(request, server.organisatie_id, reason)
    return render(request, "web/inloggen/koppelen.html", context)


@require_POST
@reauthentication_required
def unbind(request: HttpRequest) -> HttpResponse:
    """From now on only name and password."""
    actor = _actor(request)
    require(actor, KOPPELEN)
    Koppeling.objects.filter(medewerker_id=actor.mens).delete()
    logboek.record(
        actor, "wijzig", "account", [actor.mens], recht=KOPPELEN, bijzonderheden={"koppeling": "weg"}
    )
    messages.success(request, "De koppeling met je gemeente-account is weg.")
    return redirect("mfa_index")


@require_GET
def come_back(request: HttpRequest) -> HttpResponse:
    """Somebody comes back: believed only if this browser left, a moment ago, with this state."""
    kept = request.session.pop(SESSIE, None)
    if not kept or time.time() - kept["op"] > GELDIG:
        return _failed(request, "", Afgewezen("nobody left from this browser"))
    server = _server(kept["code"])
    try:
        if not constant_time_compare(request.GET.get("state", ""), kept["poging"]["state"]):
            raise Afgewezen("another state came back")
        poging = Poging(**kept["poging"])
        merk = protocol.finish(server, poging, code=request.GET.get("code", ""), terug=_back(request))
    except Afgewezen as reason:
        return _failed(request, server.organisatie_id, reason)
    return _bound(request, merk, kept["voor"]) if kept["voor"] else _log_in(request, server, merk)


def _log_in(request: HttpRequest, server: Gemeentelogin, merk: str) -> HttpResponse:
    """Go on to the second step as whoever is bound to this mark, if they work for this municipality and may come in."""
    found = Koppeling.objects.select_related("medewerker").filter(
        merk=merk, medewerker__is_active=True, medewerker__organisatie_id=server.organisatie_id
    )
    bound = found.first()
    if bound is None:
        return _failed(request, server.organisatie_id, Afgewezen("nobody is bound to this account"))
    return perform_login(request, bound.medewerker, email_verification="none")


def _bound(request: HttpRequest, merk: str, voor: str) -> HttpResponse:
    """Keep the mark for the account that left, which must be the one that is logged in now."""
    actor = _actor(request)
    require(actor, KOPPELEN)
    if str(actor.mens) != voor:
        return _failed(request, actor.organisatie_id, Afgewezen("somebody else came back"))
    try:
        with transaction.atomic():
            Koppeling.objects.filter(medewerker_id=actor.mens).delete()
            Koppeling.objects.create(medewerker_id=actor.mens, merk=merk, op=timezone.now())
    except IntegrityError:
        return _failed(request, actor.organisatie_id, Afgewezen("bound to another account already"))
    logboek.record(
        actor, "wijzig", "account", [actor.mens], recht=KOPPELEN, bijzonderheden={"koppeling": "gemaakt"}
    )
    messages.success(request, "Gekoppeld. De volgende keer kun je met je gemeente-account inloggen.")
    return redirect("mfa_index")


def _server(code: str) -> Gemeentelogin:
    try:
        server: Gemeentelogin = settings.DOORZICHT_GEMEENTELOGIN[code]
    except KeyError:
        raise Http404 from None
    return server


def _remember(request: HttpRequest, server: Gemeentelogin, *, voor: str = "") -> str:
    address, poging = protocol.begin(server, terug=_back(request))
    request.session[SESSIE] = {
        "code": server.organisatie_id,
        "poging": poging.as_dict(),
        "voor": voor,
        "op": int(time.time()),
    }
    return address


def _back(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("gemeentelogin-terug"))


def _actor(request: HttpRequest) -> Actor:
    """Who is logged in with both steps; nobody else gets here."""
    login = request.META.get("doorzicht.aanmelding")
    if login is None or login.actor is None:
        raise Http404
    actor: Actor = login.actor
    return actor


def _failed(request: HttpRequest, code: str, reason: Afgewezen) -> HttpResponse:
    """One sentence, whatever the reason; the reason is for the log of the server, without anything of a person."""
    log.warning("login by the server of %s failed: %s", code or "nobody", reason)
    messages.warning(request, MISLUKT)
    logged_in = request.META.get("doorzicht.aanmelding") is not None
    return redirect("mfa_index" if logged_in else "account_login")
