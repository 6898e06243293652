"""One transaction a request, with the actor's context inside it; security headers; sessions for staff only.

Order (outside in): headers, transaction, session, authentication and actor. The public site has no session and
sets no cookie. A response with status 500 or more rolls everything back: Django has turned an exception into a
page (`fouten.server_error`) before it reaches the transaction.
"""

import select
import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from doorzicht.doors.web import concept, fouten
from doorzicht.doors.web.aanmelding import Aanmelding, find_login
from doorzicht.ground.access import api as access
from doorzicht.ground.access.context import acting
from doorzicht.ground.verstrekking.api import VerstrekkingOnbekend

GetResponse = Callable[[HttpRequest], HttpResponseBase]

PUBLIC_PREFIXES = ("/m/", "/static/", "/huisstijl.css")
LOGIN_PREFIX = "/inloggen/"


def is_public(request: HttpRequest) -> bool:
    """The public site: no session, no cookie, nobody is known."""
    return request.path_info == "/" or request.path_info.startswith(PUBLIC_PREFIXES)


class SecurityHeaders:
    """What every answer carries: nothing is cached, framed, sniffed or loaded from elsewhere."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", settings.DOORZICHT_CSP)
        response.headers.setdefault("X-Frame-Options", "DENY")
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-store"
        return response


class DatabaseContext:
    """Opens the transaction of the request. On an exception or a status of 500 or more nothing is kept.

    A refusal keeps nothing either, except its own log row: that is written after the rollback, in a transaction
    of its own. If it cannot be written the answer is an error.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        drop_dead_connection()
        with transaction.atomic():
            response = self.get_response(request)  # Django has rendered a late template by now
            refusal: access.Geweigerd | None = request.META.get("doorzicht.weigering")
            if response.status_code >= 500 or refusal:
                transaction.set_rollback(True)
        if refusal:
            with access.context(refusal.actor):
                access.record_refusal(refusal)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A refusal is answered with its own page, and remembered until everything else was rolled back."""
        if isinstance(exception, access.Geweigerd):
            request.META["doorzicht.weigering"] = exception
            hidden = isinstance(exception, VerstrekkingOnbekend)
            return fouten.unknown(request) if hidden else fouten.refused(request, exception)
        return None


class StaffSession(SessionMiddleware):
    """Sessions, but not on the public site: no cookie that identifies a reporter can exist there."""

    def process_request(self, request: HttpRequest) -> None:
        if not is_public(request):
            super().process_request(request)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if is_public(request) or not hasattr(request, "session"):
            return response
        return super().process_response(request, response)


class StaffMessages(MessageMiddleware):
    """Messages of the next page, kept in the session: staff pages only."""

    def process_request(self, request: HttpRequest) -> None:
        if not is_public(request):
            super().process_request(request)


class StaffAuthentication:
    """Who is logged in, in which roles, in one query; then the database context for the rest of the request.

    Closed by default: every page outside the public site and the login needs an actor, and an actor has a second
    factor: without one there is the page that sets it, and nothing else. What somebody typed while their session
    ended is kept for them (`concept`).
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        login = None if is_public(request) else find_login(request)
        request.user = login.user if login else AnonymousUser()
        request.META["doorzicht.aanmelding"] = login
        if login is not None and login.actor is not None:
            keep_session_alive(request)
            with acting(login.actor):
                response = self.get_response(request)
            return forget_concept(request, response, login)
        if is_public(request) or request.path_info.startswith(LOGIN_PREFIX):
            return self.get_response(request)
        if login is not None:
            return fouten.no_role(request) if login.tweede_stap else redirect("mfa_activate_totp")
        return concept.redirect_to_login(request)


def keep_session_alive(request: HttpRequest) -> None:
    """An hour after the last click the session ends; written at most once in ten minutes."""
    now = int(time.time())
    if now - request.session.get("gezien", 0) > 600:
        request.session["gezien"] = now


def forget_concept(request: HttpRequest, response: HttpResponseBase, login: Aanmelding) -> HttpResponseBase:
    """A kept form that was sent after all is no longer kept."""
    if request.method == "POST" and concept.COOKIE in request.COOKIES and response.status_code < 400:
        kept = concept.find(request, login.user.id)
        if kept is not None and kept.pad == request.get_full_path():
            concept.forget(kept.concept_id)
            response.delete_cookie(concept.COOKIE, samesite="Strict")
    return response


def drop_dead_connection() -> None:
    """Close a connection whose server went away while it was idle: it has become readable. Costs no statement."""
    wrapped = connection.connection
    if wrapped is None or connection.in_atomic_block:
        return
    try:
        readable, _, _ = select.select([wrapped.pgconn.socket], [], [], 0)
    except (OSError, ValueError):
        readable = [None]
    if wrapped.closed or readable:
        connection.close()
