"""What the municipality gave (the register), and what somebody received: read it, answer, confirm its destruction."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from doorzicht.doors.web.verstrekkingen import forms, toon
from doorzicht.ground.access.api import Actor, current_actor, require
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.organisaties.api import Medewerker, Organisatie
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.ground.verstrekking.api import OngeldigeStap, VerstrekkingOnbekend

View = Callable[..., HttpResponse]


def or_destroyed(view: View) -> View:
    """What was destroyed says so to who could read it. What is not addressed to us does not exist: the boundary of the
    web answers 404 and logs the try."""

    @wraps(view)
    def guarded(request: HttpRequest, verstrekking_id: UUID, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, verstrekking_id, **kwargs)
        except VerstrekkingOnbekend:
            gone = bewaren.find_destroyed(verstrekking_id, by=current_actor(), recht="verstrekking.ontvangen")
            if gone is None:
                raise
            return render(request, "web/vernietigd.html", {"weg": gone}, status=410)

    return guarded


@require_GET
def register(request: HttpRequest) -> HttpResponse:
    """A page of the register, filtered; reading it is logged."""
    actor, now = current_actor(), timezone.now()
    form, page = _search(request, actor), _page_number(request)
    lines: list[verstrekking.Registerregel] = []
    more = False
    if form.is_valid():
        lines, more = verstrekking.register(form.vraag(), by=actor, at=now, page=page)
    checkers = {line.privacycheck_door for line in lines if line.privacycheck_door}
    context = {
        "form": form,
        "regels": toon.register_rows(
            lines,
            organisations=_organisations(line.aan.organisatie_id for line in lines),
            names=_names(checkers),
            at=now,
        ),
        "vorige": _page_url(request, page - 1) if page > 1 else "",
        "volgende": _page_url(request, page + 1) if more else "",
        "vraag": _query(request),
    }
    return render(request, "web/verstrekkingen/register.html", context)


@require_GET
def register_csv(request: HttpRequest) -> HttpResponse:
    """The same answer for a spreadsheet, whole; making it is logged with every number."""
    actor = current_actor()
    form = _search(request, actor)
    if not form.is_valid():
        return redirect("verstrekkingenregister")
    lines = verstrekking.export(form.vraag(), by=actor, at=timezone.now())
    # A spreadsheet reads the letters right with the mark at the front.
    response = HttpResponse("\ufeff" + toon.write_csv(lines), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="verstrekkingenregister.csv"'
    return response


def _search(request: HttpRequest, actor: Actor) -> forms.ZoekForm:
    codes = verstrekking.receivers(by=actor)
    names = _organisations(codes)
    return forms.ZoekForm(
        request.GET,
        ontvangers=sorted(((code, names.get(code, code)) for code in codes), key=lambda pair: pair[1]),
        grondslagen=list(toon.grounds().items()),
    )


def _query(request: HttpRequest) -> str:
    """The filters of this page, for another address."""
    asked = request.GET.copy()
    asked.pop("pagina", None)
    return asked.urlencode()


def _page_url(request: HttpRequest, page: int) -> str:
    asked = _query(request)
    return f"?{asked}&pagina={page}" if asked else f"?pagina={page}"


def _page_number(request: HttpRequest) -> int:
    text = request.GET.get("pagina", "")
    return max(int(text), 1) if text.isdecimal() and len(text) < 6 else 1


@require_GET
def received(request: HttpRequest) -> HttpResponse:
    """What was released to me, whatever the wing; after its end only that it was."""
    actor, now = current_actor(), timezone.now()
    page = _page_number(request)
    lines, more = verstrekking.received(by=actor, at=now, page=page)
    names = _organisations(line.van_organisatie_id for line in lines)
    context = {
        "regels": toon.received_rows(lines, organisations=names, at=now),
        "vorige": f"?pagina={page - 1}" if page > 1 else "",
        "volgende": f"?pagina={page + 1}" if more else "",
    }
    return render(request, "web/verstrekkingen/ontvangen.html", context)


@require_GET
@or_destroyed
def show(request: HttpRequest, verstrekking_id: UUID) -> HttpResponse:
    """One that was released to us: until its last day what it holds, then only that it was. One log row a look."""
    return _page(request, verstrekking_id)


def _page(request: HttpRequest, verstrekking_id: UUID, *, status: int = 200, **filled: Any) -> HttpResponse:
    actor, now = current_actor(), timezone.now()
    line, inhoud = verstrekking.open_received(verstrekking_id, by=actor, at=now)
    people = {inhoud.privacycheck_door, inhoud.aangeboden_door} if inhoud else {line.bevestigd_door}
    names = _names(person for person in people if person)
    organisations = _organisations([line.van_organisatie_id])
    context = {
        "regel": line,
        "inhoud": inhoud,
        "van": organisations.get(line.van_organisatie_id, line.van_organisatie_id),
        "kader": verstrekking.KADERS[line.kader].naam,
        "vrijgegeven": toon.released(inhoud, names=names) if inhoud else None,
        "aanbieder": names.get(inhoud.aangeboden_door, "een oud-collega") if inhoud else "",
        "bevestiger": names.get(line.bevestigd_door, "een oud-collega") if line.bevestigd_door else "",
        "bevestiging": toon.confirmation(line, at=now),
        "beslist_hier": line.status == "aangeboden" and line.kader != "overleg",
        "afwijs_form": forms.AfwijsForm(auto_id="afwijs_%s"),
        **filled,
    }
    return render(request, "web/verstrekkingen/verstrekking.html", context, status=status)


@require_POST
@or_destroyed
def accept(request: HttpRequest, verstrekking_id: UUID) -> HttpResponse:
    """Take it: the receiver has a task in it."""
    actor = current_actor()
    return _answer(
        request, verstrekking_id,
        lambda: verstrekking.accept(verstrekking_id, by=actor, at=timezone.now()),
        "Aangenomen. Je kunt het lezen tot en met de laatste dag.",
    )  # fmt: skip


@require_POST
@or_destroyed
def refuse(request: HttpRequest, verstrekking_id: UUID) -> HttpResponse:
    """Do not take it, with the reason."""
    actor, form = current_actor(), forms.AfwijsForm(request.POST, auto_id="afwijs_%s")
    require(actor, "verstrekking.beslissen", dossier_id=verstrekking_id)
    if not form.is_valid():
        return _page(request, verstrekking_id, afwijs_form=form, form=form)
    return _answer(
        request, verstrekking_id,
        lambda: verstrekking.refuse(
            verstrekking_id, reden=form.cleaned_data["reden"], by=actor, at=timezone.now()
        ),
        "Afgewezen. Je ziet er niets meer van; wie het gaf, ziet dat je het niet nam.",
    )  # fmt: skip


@require_POST
@or_destroyed
def confirm(request: HttpRequest, verstrekking_id: UUID) -> HttpResponse:
    """Say that everything we held of it is destroyed."""
    actor = current_actor()
    return _answer(
        request, verstrekking_id,
        lambda: verstrekking.confirm_destroyed(verstrekking_id, by=actor, at=timezone.now()),
        "Bevestigd. Dank je.",
    )  # fmt: skip


def _answer(request: HttpRequest, verstrekking_id: UUID, verb: Callable[[], None], done: str) -> HttpResponse:
    try:
        verb()
    except OngeldigeStap as late:
        messages.warning(request, str(late))
    else:
        messages.success(request, done)
    return redirect("verstrekking", verstrekking_id=verstrekking_id)


def _organisations(codes: Iterable[str]) -> dict[str, str]:
    return dict(Organisatie.objects.filter(code__in=set(codes)).values_list("code", "naam"))


def _names(people: Iterable[UUID]) -> dict[UUID, str]:
    return dict(Medewerker.objects.filter(pk__in=set(people)).values_list("id", "naam"))
