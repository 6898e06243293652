"""Twice a year a colleague says of every role that it stays or ends. Never about the own role; what is late is seen."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from doorzicht.ground.access import rollencontrole
from doorzicht.ground.access.api import context
from doorzicht.ground.access.models import Rolbesluit
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.organisaties.models import Aanstelling, Medewerker

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
ROLLEN = "/beheer/rollen/"


def logged_in(name: str) -> Client:
    client = Client()
    client.force_login(Medewerker.objects.get(gebruikersnaam=name), BACKEND)
    return client


def role(name: str, rol: str) -> Aanstelling:
    return Aanstelling.objects.get(medewerker__gebruikersnaam=name, rol=rol)


@pytest.fixture
def old(db) -> Aanstelling:
    """Fenna became an employee ten months ago and nobody looked since; everybody else began this week."""
    today = timezone.localdate()
    Aanstelling.objects.update(vanaf=today - timedelta(days=5))
    Aanstelling.objects.filter(medewerker__gebruikersnaam="fenna.verzonnen").update(
        vanaf=today - timedelta(days=300)
    )
    return role("fenna.verzonnen", "medewerker")


def test_a_role_that_nobody_looked_at_is_late_and_seen_by_four_roles(old):
    for name in ("bram.testman", "sietse.denkbeeldig", "faye.toezicht", "bert.knoppen"):
        assert "1 te laat" in logged_in(name).get(ROLLEN).content.decode()
        assert "Rollen nakijken" in logged_in(name).get("/start/").content.decode()
    assert "1 te laat" in logged_in("bram.testman").get("/start/").content.decode()


def test_a_colleague_confirms_it_and_it_is_on_time_again_with_name_and_day(old):
    logged_in("bram.testman").post(f"{ROLLEN}{old.pk}/blijft/")

    page = logged_in("sietse.denkbeeldig").get(ROLLEN).content.decode()
    assert "Niets is te laat" in page
    assert "door Bram Testman" in page
    assert "1 te laat" not in logged_in("bram.testman").get("/start/").content.decode()


def test_it_is_due_again_half_a_year_after_the_last_look(old, actor):
    bram, now = actor("bram.testman"), timezone.now()
    with context(bram):
        rollencontrole.confirm(old.pk, by=bram, at=now)
        line = next(
            x for x in rollencontrole.overview(by=bram, on=timezone.localdate()) if x.aanstelling.pk == old.pk
        )
    assert 181 <= (line.uiterlijk - line.gezien_op).days <= 184
    assert line.late(on=line.uiterlijk) == 0
    assert line.late(on=line.uiterlijk + timedelta(days=1)) == 1


def test_an_ended_role_counts_no_more_from_the_next_page_on(old):
    fenna = logged_in("fenna.verzonnen")
    assert fenna.get("/signaleren/invoeren/").status_code == 200
    logged_in("sietse.denkbeeldig").post(f"{ROLLEN}{old.pk}/stopt/", {"zeker": "on"})
    assert fenna.get("/signaleren/invoeren/").status_code == 403


def test_who_did_it_is_in_the_logboek(old, actor):
    logged_in("sietse.denkbeeldig").post(f"{ROLLEN}{old.pk}/stopt/", {"zeker": "on"})
    sietse = actor("sietse.denkbeeldig")
    with context(sietse):
        row = Regel.objects.get(recht="rollencontrole.beslissen")
    assert (row.medewerker_id, row.bijzonderheden) == (
        sietse.medewerker_id,
        {"rol": "medewerker", "besluit": "stopt"},
    )


def test_nothing_ends_without_a_tick(old):
    page = logged_in("sietse.denkbeeldig").post(f"{ROLLEN}{old.pk}/stopt/", {"x": "1"})
    assert "Zet hier een vinkje" in page.content.decode()
    old.refresh_from_db()
    assert old.tot is None


def test_nobody_decides_about_their_own_role(old):
    own = role("sietse.denkbeeldig", "privacyfunctionaris")
    for step in ("blijft", "stopt"):
        assert (
            logged_in("sietse.denkbeeldig").post(f"{ROLLEN}{own.pk}/{step}/", {"zeker": "on"}).status_code
            == 403
        )
    assert "je eigen rol" in logged_in("sietse.denkbeeldig").get(ROLLEN).content.decode()


def test_the_database_refuses_it_too(old, actor):
    sietse = actor("sietse.denkbeeldig")
    own = role("sietse.denkbeeldig", "privacyfunctionaris")
    with context(sietse), pytest.raises(IntegrityError), transaction.atomic():
        Rolbesluit.objects.create(
            organisatie_id="0246",
            aanstelling=own,
            medewerker_id=sietse.medewerker_id,
            besluit="blijft",
            door=sietse.medewerker_id,
            op=timezone.now(),
        )


@pytest.mark.parametrize("name", ["noor.voorbeeld", "faye.toezicht", "bert.knoppen", "fenna.verzonnen"])
def test_others_may_not_decide(old, name):
    assert logged_in(name).post(f"{ROLLEN}{old.pk}/blijft/").status_code == 403
    assert logged_in(name).post(f"{ROLLEN}{old.pk}/stopt/", {"zeker": "on"}).status_code == 403


def test_another_municipality_finds_nothing(old):
    assert logged_in("otto.elders").post(f"{ROLLEN}{old.pk}/blijft/").status_code == 404
    assert "Fenna Verzonnen" not in logged_in("otto.elders").get(ROLLEN).content.decode()


def test_a_post_that_must_be_held_does_not_end(old):
    chair = role("bram.testman", "coordinator")
    page = logged_in("sietse.denkbeeldig").post(f"{ROLLEN}{chair.pk}/stopt/", {"zeker": "on"})
    assert "Wijs eerst een opvolger aan" in page.content.decode()
    deputy = role("bram.testman", "aandachtsfunctionaris")
    page = logged_in("sietse.denkbeeldig").post(f"{ROLLEN}{deputy.pk}/stopt/", {"zeker": "on"})
    assert "twee mensen" in page.content.decode()
    assert not Aanstelling.objects.filter(
        medewerker__gebruikersnaam="bram.testman", tot__isnull=False
    ).exists()


def test_the_list_asks_the_same_number_of_statements_however_long_it_is(old, actor):
    bram = actor("bram.testman")

    def count() -> int:
        with context(bram), CaptureQueriesContext(connection) as asked:
            rollencontrole.overview(by=bram, on=timezone.localdate())
        return len(asked)

    with context(bram):
        rollencontrole.confirm(old.pk, by=bram, at=timezone.now())
    before = count()
    with context(bram):
        for row in Aanstelling.objects.filter(organisatie_id="0246").exclude(
            medewerker_id=bram.medewerker_id
        ):
            rollencontrole.confirm(row.pk, by=bram, at=timezone.now())
    assert count() == before
