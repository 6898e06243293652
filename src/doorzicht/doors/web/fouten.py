"""Pages for what goes wrong: what is wrong, whether anything was saved, what to do now."""

import sys

from django.db.utils import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils import timezone
from django.views import defaults

from doorzicht.ground.access.api import Geweigerd


def server_error(request: HttpRequest) -> HttpResponse:
    """What Django calls for every exception nobody caught, wherever it rose; the transaction is rolled back."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return unavailable(request)
    return defaults.server_error(request)


def unavailable(request: HttpRequest) -> HttpResponse:
    """The database cannot be reached. Nothing was saved, and the page says so."""
    return HttpResponse(loader.get_template("503.html").render({}, None), status=503)


def refused(request: HttpRequest, refusal: Geweigerd) -> HttpResponse:
    """A right that the permission table does not give. Says who can help, never what is behind the door."""
    page = loader.get_template("403.html").render({"uitleg": refusal.uitleg, "op": timezone.now()}, request)
    return HttpResponse(page, status=403)


def unknown(request: HttpRequest) -> HttpResponse:
    """Something that exists for somebody else, or for nobody: to this reader it does not exist."""
    return HttpResponse(loader.get_template("404.html").render({}, request), status=404)


def no_role(request: HttpRequest) -> HttpResponse:
    """Logged in, but appointed to nothing today."""
    uitleg = "Je hebt vandaag geen rol in Doorzicht. Vraag je functioneel beheerder om een aanstelling."
    return HttpResponse(loader.get_template("403.html").render({"uitleg": uitleg}, request), status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was opened too long ago or in another login. The browser's Back keeps the typed text."""
    uitleg = "Deze pagina stond te lang open. Ga terug, kopieer je tekst en laad de pagina opnieuw."
    page = loader.get_template("403.html").render({"uitleg": uitleg, "op": timezone.now()}, None)
    return HttpResponse(page, status=403)
