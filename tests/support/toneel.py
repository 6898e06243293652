"""What stands on the stage before a walk: a worklist that looks like a Tuesday, and people who are logged in."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.test import Client
from playwright.sync_api import Browser, BrowserContext

from doorzicht.doors.cli.demo import load_meldingen
from doorzicht.ground.organisaties.models import Medewerker
from tests.support import opweg
from tests.support.server import Server

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def fill(server: Server) -> UUID:
    """The meldingen of the demo in the server's database, each at another point of its way.

    The id is of the one that was handed over: it stands in no list any more.
    """
    with server.inside():
        load_meldingen()
        return opweg.advance()


def session_key(server: Server, who: str) -> str:
    """A session of this member of the cast, as if they had just logged in with both factors."""
    with server.inside():
        client = Client()
        client.force_login(Medewerker.objects.get(gebruikersnaam=who), backend=BACKEND)
        return client.cookies["dz_sessie"].value


@contextmanager
def logged_in(server: Server, browser: Browser, who: str = "", **options: object) -> Iterator[BrowserContext]:
    """A browser of this person, or of somebody without an account; much faster than typing a password."""
    context = browser.new_context(base_url=server.url, locale="nl-NL", **options)  # type: ignore[arg-type]
    context.set_default_timeout(10_000)
    if who:
        cookie = {"name": "dz_sessie", "value": session_key(server, who), "url": server.url}
        context.add_cookies([cookie])  # type: ignore[list-item]
    try:
        yield context
    finally:
        context.close()
