"""What stands on the stage before a walk: the story of the demo, and people who are logged in."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from uuid import UUID

from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext

from doorzicht.doors.cli.demo_stand import actor_of
from doorzicht.doors.cli.demo_verhaal import tell
from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.bestanden.api import Aangeboden, examine_all
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.wings.regie.overleg import bijlagen as punt_bijlagen
from doorzicht.wings.regie.overleg import vervanging
from doorzicht.wings.regie.overleg.models import Agendapunt, Overleg
from doorzicht.wings.signaleren.melding import berichten, bijlagen
from doorzicht.wings.signaleren.melding.models import Melding
from tests.support.bestanden import photo
from tests.support.server import Server

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def fill(server: Server) -> UUID:
    """The story of the demo in the server's database.

    The id is of the melding that was handed over: it stands in no list any more.
    """
    with server.inside():
        return tell(nu=timezone.now()).melding("contract")


def being(who: str) -> AbstractContextManager[Actor]:
    """The database context of a member of the cast, in the roles they hold. Call inside `server.inside()`."""
    return context(actor_of(who))


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


def hang_files(server: Server) -> None:
    """A photo with every melding that staff made and with the Meldpunt's answer to it, and one with every item of a
    meeting that is not over: so that whoever walks by meets them."""
    now, photos = timezone.now(), examine_all([Aangeboden("kamer met bedden.jpg", photo())])
    with server.inside():
        with being("noor.voorbeeld") as noor:
            for melding in Melding.objects.filter(
                organisatie_id="0246", kanaal="medewerker", verzegeld=False
            ):
                bijlagen.keep_with_melding(melding.id, photos, recht="melding.bewerken", by=noor, at=now)
                bericht = berichten.answer(melding.id, "Kijk eens mee.", by=noor, at=now)
                bijlagen.keep_with_message(bericht, photos, recht="melding.antwoorden", by=noor, at=now)
        with being("bram.testman") as bram:
            coming = Overleg.objects.filter(organisatie_id="0246").exclude(status="gesloten")
            for punt in Agendapunt.objects.filter(overleg_id__in=coming.values("id")):
                punt_bijlagen.add(punt.id, photos, by=bram, at=now)


def let_somebody_stand_in(server: Server) -> None:
    """From tomorrow the jurist does the privacychecks, so that the list of stand-ins has a line."""
    now = timezone.now()
    tomorrow = local_day(now) + timedelta(days=1)
    with server.inside(), being("sietse.denkbeeldig") as sietse:
        jurist = actor_of("jet.rechtlijn").mens
        vervanging.appoint_stand_in(jurist, vanaf=tomorrow, tot=tomorrow, by=sietse, at=now)
