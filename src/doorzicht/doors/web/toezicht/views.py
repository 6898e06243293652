"""Two people confirm a destruction; the FG reads the logboek. Numbers and codes, never content."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from doorzicht.ground.access.api import RECHTEN, Actor, Geweigerd, current_actor, may, record_refusal, require
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties.api import Medewerker, Organisatie

RIJEN = 100


@require_GET
def destruction(request: HttpRequest) -> HttpResponse:
    """The lists that wait for a yes, and the latest proofs."""
    actor = current_actor()
    waiting = bewaren.lists(by=actor, status="open")
    names = _names([person for lijst in waiting for person in lijst.bevestigd_door])
    context = {
        "lijsten": [
            {
                "lijst": lijst,
                "namen": [names.get(person, "een oud-collega") for person in lijst.bevestigd_door],
                "zelf": actor.medewerker_id in lijst.bevestigd_door,
            }
            for lijst in waiting
        ],
        "bewijzen": bewaren.proofs(by=actor, limit=20),
        "mag": may(actor, "vernietiging.bevestigen"),
    }
    return render(request, "web/toezicht/vernietigen.html", context)


@require_GET
def destruction_list(request: HttpRequest, lijst_id: UUID) -> HttpResponse:
    """What is on one list."""
    actor = current_actor()
    try:
        rows = bewaren.lines(lijst_id, by=actor)
    except Geweigerd as refusal:
        raise _hidden(refusal, actor, "vernietiging.zien") from refusal
    lines = [(row, catalogus.bewaarregel(row.bewaarregel)) for row in rows]
    return render(request, "web/toezicht/vernietigingslijst.html", {"regels": lines, "lijst_id": lijst_id})


@require_POST
def confirm_destruction(request: HttpRequest, lijst_id: UUID) -> HttpResponse:
    """Say yes to a list. The second person's yes starts the destruction."""
    actor = current_actor()
    try:
        started = bewaren.confirm(lijst_id, by=actor, at=timezone.now())
    except bewaren.AlBevestigd as already:
        messages.warning(request, str(already))
    except Geweigerd as refusal:
        raise _hidden(refusal, actor, "vernietiging.bevestigen") from refusal
    else:
        messages.success(
            request,
            "Twee mensen hebben bevestigd. De vernietiging loopt; het bewijs staat hieronder zodra het klaar is."
            if started
            else "Bevestigd. Nu nog één collega.",
        )
    return redirect("vernietigen")


def _hidden(refusal: Geweigerd, actor: Actor, recht: str) -> Exception:
    """Without the right: refused. With the right but not ours: it does not exist, and the try is logged."""
    if not may(actor, recht):
        return refusal
    record_refusal(refusal)
    return Http404()


@require_GET
def logbook(request: HttpRequest) -> HttpResponse:
    """The latest rows of the organisation's logboek, for the FG, also of guests only; reading it is itself a row."""
    actor = current_actor()
    require(actor, "logboek.lezen")
    guests = request.GET.get("toon") == "gasten"
    rows = logboek.latest(
        organisatie_id=actor.organisatie_id, limit=RIJEN, before=_before(request), gasten=guests
    )
    logboek.record(actor, "lees", "logboek", recht="logboek.lezen")
    chosen = "toon=gasten&" if guests else ""
    context: dict[str, Any] = {
        "regels": _lines(rows),
        "pillen": [
            {"naam": "Alles", "url": "?", "gekozen": not guests},
            {"naam": "Mensen van een andere organisatie", "url": "?toon=gasten", "gekozen": guests},
        ],
        "volgende": f"?{chosen}voor={rows[-1].id}" if len(rows) == RIJEN else "",
        "zegel": logboek.seal_state(at=timezone.now()),
    }
    return render(request, "web/toezicht/logboek.html", context)


def _lines(rows: list[Any]) -> list[dict[str, Any]]:
    """Log rows in words: who, of which other organisation, and why it was allowed."""
    names = _names([row.medewerker_id for row in rows if row.medewerker_id])
    codes = {row.van for row in rows if row.van}
    organisations = dict(Organisatie.objects.filter(code__in=codes).values_list("code", "naam"))
    return [
        {
            "rij": row,
            "wie": names.get(row.medewerker_id, "het huis zelf") if row.medewerker_id else "het huis zelf",
            "gast": _guest(row, organisations.get(row.van, row.van)) if row.van else "",
            "zin": RECHTEN[row.recht].zin if row.recht in RECHTEN else "",
        }
        for row in rows
    ]


def _guest(row: Any, organisatie: str) -> str:
    """Who of another organisation did what with our data, in a few words."""
    if row.uitkomst != "ok":
        return f"poging van iemand van {organisatie}"
    return f"{'gelezen' if row.handeling == 'lees' else 'gedaan'} door gast van {organisatie}"


def _before(request: HttpRequest) -> int | None:
    text = request.GET.get("voor", "")
    return int(text) if text.isdecimal() and len(text) < 18 else None


def _names(ids: list[UUID]) -> dict[UUID, str]:
    return dict(Medewerker.objects.filter(pk__in=set(ids)).values_list("id", "naam"))
