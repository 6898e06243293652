"""The documents of a meeting, made for this reader."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from doorzicht.ground.access.api import Actor, current_actor, may
from doorzicht.wings.regie.overleg import kalender, pdf, selectors, word
from doorzicht.wings.regie.overleg.models import Agendapunt
from doorzicht.wings.regie.overleg.views.grens import guarded


def _require_items(overleg_id: UUID, actor: Actor) -> None:
    """A guest without an open item gets the page that says why."""
    blad = selectors.find_overleg(overleg_id, by=actor)
    if not may(actor, "overleg.vast_lid") and not selectors.agenda(blad.rij, by=actor):
        raise Agendapunt.DoesNotExist


def _document(overleg_id: UUID, soort: pdf.Soort) -> HttpResponse:
    actor, now = current_actor(), timezone.now()
    _require_items(overleg_id, actor)
    content = pdf.render(overleg_id, soort, by=actor, at=now)
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{soort}.pdf"'
    return response


@require_GET
@guarded
def calendar(request: HttpRequest, overleg_id: UUID) -> HttpResponse:
    """The meeting for a calendar: when and where, nothing of an item."""
    content = kalender.download(overleg_id, by=current_actor(), at=timezone.now())
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="overleg.ics"'
    return response


@require_GET
@guarded
def agenda(request: HttpRequest, overleg_id: UUID) -> HttpResponse:
    """The agenda."""
    return _document(overleg_id, "agenda")


@require_GET
@guarded
def decisions(request: HttpRequest, overleg_id: UUID) -> HttpResponse:
    """The besluitenlijst."""
    return _document(overleg_id, "besluitenlijst")


@require_GET
@guarded
def decisions_word(request: HttpRequest, overleg_id: UUID) -> HttpResponse:
    """The besluitenlijst to work in, with the same content as the PDF."""
    actor, now = current_actor(), timezone.now()
    _require_items(overleg_id, actor)
    response = HttpResponse(word.render(overleg_id, by=actor, at=now), content_type=word.MIME)
    response.headers["Content-Disposition"] = 'attachment; filename="besluitenlijst.docx"'
    return response
