"""Pages for what goes wrong: what is wrong, whether anything was saved, what to do now."""

import sys

from django.db.utils import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader

from doorzicht.doors.web.nogeens import sent_again
from doorzicht.ground.access.api import Geweigerd


def server_error(request: HttpRequest) -> HttpResponse:
    """What Django calls for every exception nobody caught, wherever it rose; the transaction is rolled back."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return unavailable(request)
    return HttpResponse(loader.get_template("500.html").render(sent_again(request), None), status=500)


def unavailable(request: HttpRequest) -> HttpResponse:
    """The database cannot be reached, or has no room. Nothing was saved, and the page says so."""
    return HttpResponse(loader.get_template("503.html").render(sent_again(request), None), status=503)


def refused(request: HttpRequest, refusal: Geweigerd) -> HttpResponse:
    """A right that the permission table does not give. Says who can help, never what is behind the door."""
    return _forbidden(request, uitleg=refusal.uitleg, vastgelegd=True)


def unknown(request: HttpRequest) -> HttpResponse:
    """Something that exists for somebody else, or for nobody: to this reader it does not exist."""
    return HttpResponse(loader.get_template("404.html").render({}, request), status=404)


def no_role(request: HttpRequest) -> HttpResponse:
    """Logged in, but appointed to nothing today."""
    return _forbidden(
        request, kop="Je hebt vandaag geen rol", uitleg="Vraag je functioneel beheerder om een aanstelling."
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was opened too long ago or in another login. The browser's Back keeps the typed text."""
    return _forbidden(
        None,
        kop="Deze pagina stond te lang open",
        uitleg="Er is niets opgeslagen. Ga terug met de knop van je browser. Staat je tekst er nog? Kopieer hem, "
        "laad de pagina opnieuw en verstuur nog een keer.",
    )


def _forbidden(request: HttpRequest | None, **told: object) -> HttpResponse:
    """The page for what may not be: `kop`, `uitleg`, and whether the try was recorded (`vastgelegd`)."""
    return HttpResponse(loader.get_template("403.html").render(told, request), status=403)
