"""The FG, the functional manager and the care coordinator read on their start page what they can do and what waits,
each with screens that open for them, in a fixed number of statements."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from doorzicht.doors.web import startrollen
from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.organisaties.models import Aanstelling, Kanaal, Medewerker
from doorzicht.ground.vault import api as vault

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
ROLLEN = {
    "faye.toezicht": "Je houdt toezicht",
    "bert.knoppen": "Je regelt accounts",
    "zoe.zorgzaam": "Je regelt hulp",
}


@pytest.fixture
def start(client, db):
    def look(name: str) -> str:
        client.force_login(Medewerker.objects.get(gebruikersnaam=name), BACKEND)
        return client.get("/start/").content.decode()

    return look


@pytest.fixture
def quiet(db) -> None:
    """Every way in was read a moment ago."""
    Kanaal.objects.update(laatst_gelezen=timezone.now())


@pytest.mark.parametrize("name", ROLLEN)
def test_it_says_what_they_can_do_and_every_screen_opens(start, client, name):
    page = start(name)
    assert ROLLEN[name] in page
    links = set(
        re.findall(r'href="(/[^"]*)"', page.partition("Wat je hier kunt doen")[2].partition("</section>")[0])
    )
    assert links
    assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


def test_who_handles_meldingen_reads_nothing_of_it(start):
    assert "Wat je hier kunt doen" not in start("noor.voorbeeld")


def test_a_screen_without_a_right_is_not_shown(monkeypatch, start):
    other = startrollen.Kan("Meldingen", "melding-lijst", "melding.lijst", "Niet voor de FG.")
    monkeypatch.setitem(startrollen.KUNNEN, "fg", (other,))
    assert 'href="/signaleren/meldingen/"' not in start("faye.toezicht")


def test_the_manager_sees_a_way_in_that_nobody_reads_and_not_one_that_was_read(start, quiet):
    assert "Niet gelezen" not in start("bert.knoppen")
    Kanaal.objects.filter(organisatie_id="0246").update(laatst_gelezen=timezone.now() - timedelta(days=3))
    assert "Niet gelezen" in start("bert.knoppen")
    assert "Niet gelezen" not in start("zoe.zorgzaam")


def test_the_manager_sees_that_a_role_has_no_deputy(start, quiet):
    assert "Geen vervanger" not in start("bert.knoppen")
    rows = Aanstelling.objects.filter(medewerker__gebruikersnaam="pleun.plaatsvervang")
    rows.update(vanaf=timezone.localdate() - timedelta(days=9), tot=timezone.localdate() - timedelta(days=1))
    assert "Geen vervanger" in start("bert.knoppen")


def test_the_fg_sees_that_a_destruction_waits_and_is_not_asked_to_confirm(start):
    assert "op anderen" not in start("faye.toezicht")
    _lists(1)
    assert "1 lijst wacht op anderen" in start("faye.toezicht")
    assert "op anderen" not in start("sietse.denkbeeldig")


@pytest.mark.parametrize("name", ROLLEN)
def test_the_number_of_statements_stays_the_same(start, client, name):
    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get("/start/")
        return len(asked)

    start(name)
    Kanaal.objects.update(laatst_gelezen=timezone.now() - timedelta(days=9))
    _lists(1)
    before = count()
    _lists(3)
    assert count() == before


def _lists(days: int) -> None:
    """As many lists of meldingen that are due, each prepared on a day of its own."""
    today = timezone.localdate()
    with context(Actor.systeem("0246")) as house:
        for back in range(days):
            key = vault.create_dossier(
                soort="melding", organisatie_id="0246", compartiment="algemeen", bewaarregel="melding-niets"
            )
            bewaren.plan(key.dossier_id, bewaarregel="melding-niets", from_day=today - timedelta(days=800))
            bewaren.prepare(on=today - timedelta(days=back), by=house)
