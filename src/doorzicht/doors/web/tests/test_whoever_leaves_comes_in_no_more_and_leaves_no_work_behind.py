"""The manager closes an account in one screen; the work goes to colleagues, and the holder is out at once."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone
from tests.support.cast import PASSWORD

from doorzicht.ground.access import api as access
from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.organisaties import api as organisaties
from doorzicht.ground.organisaties.models import Aanstelling, Medewerker, Organisatie
from doorzicht.ground.vault import api as vault
from doorzicht.wings.regie import api as regie
from doorzicht.wings.regie.overleg.models import Actie, Agendapunt, Overleg

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def medewerker(name: str) -> Medewerker:
    return Medewerker.objects.get(gebruikersnaam=name)


def logged_in(name: str) -> Client:
    client = Client()
    client.force_login(medewerker(name), BACKEND)
    return client


def url(name: str) -> str:
    return f"/beheer/accounts/{medewerker(name).id}/sluiten/"


def send(name: str, **choices: str):
    """The manager's form about `name`; a choice is a name of the cast."""
    sent = {field: str(medewerker(who).id) for field, who in choices.items()}
    return logged_in("bert.knoppen").post(url(name), sent | {"zeker": "on"})


@pytest.fixture
def chair(db) -> Medewerker:
    """Another chair beside Bram, so that he can leave."""
    organisatie = Organisatie.objects.get(code="0246")
    new = Medewerker.objects.create_account(
        gebruikersnaam="nova.nieuw", naam="Nova Nieuw", email="", organisatie=organisatie, wachtwoord=PASSWORD
    )
    for rol, deputy in (("coordinator", False), ("aandachtsfunctionaris", True)):
        organisaties.appoint(
            new, rol, organisatie=organisatie, vanaf=timezone.localdate(), plaatsvervanger=deputy
        )
    return new


@pytest.fixture
def busy(actor, db):
    """Bram chairs a meeting and has an action from it."""
    bram, now = actor("bram.testman"), timezone.now() - timedelta(minutes=1)
    with context(bram):
        moment = regie.Moment(begin=now, eind=now + timedelta(hours=1), plaats="Kamer 3")
        meeting = regie.plan_overleg(moment, by=bram, at=now)
        regie.open_overleg(meeting.id, by=bram, at=now)
        item = Agendapunt.objects.filter(overleg_id=meeting.id).order_by("volgnummer").last()
        task = regie.ActieInvoer(wat="Tolk regelen", eigenaar=bram.mens, uiterlijk=local_day(now))
        action = regie.add_actie(item.id, task, by=bram, at=now)
    return meeting.id, action.id


def test_the_work_goes_to_who_was_chosen_and_the_leaver_is_out(chair, busy):
    leaver = logged_in("bram.testman")
    assert leaver.get("/start/").status_code == 200
    assert send("bram.testman", alles="nova.nieuw").headers["Location"] == "/beheer/accounts/"

    meeting, action = busy
    with context(Actor.systeem("0246")):
        assert Overleg.objects.get(pk=meeting).voorzitter == chair.id
        assert Actie.objects.get(pk=action).eigenaar == chair.id
    assert leaver.get("/start/").headers["Location"].startswith("/inloggen/")
    again = Client().post("/inloggen/", {"login": "bram.testman", "password": PASSWORD})
    assert "horen niet bij elkaar" in again.content.decode()
    assert not Authenticator.objects.filter(user__gebruikersnaam="bram.testman").exists()
    rows = Aanstelling.objects.filter(medewerker__gebruikersnaam="bram.testman")
    assert set(rows.values_list("tot", flat=True)) == {timezone.localdate()}


def test_every_step_is_in_the_logboek_without_content(chair, busy):
    send("bram.testman", alles="nova.nieuw")
    with context(Actor.systeem("0246")):
        closed = Regel.objects.get(recht="account.sluiten", handeling="wijzig")
        assert closed.medewerker_id == medewerker("bert.knoppen").id
        assert {medewerker("bram.testman").id, chair.id} == set(closed.object_ids)
        assert closed.bijzonderheden == {
            "overgedragen": {"regie-actie": 1, "regie-overleg": 1},
            "rollen": {},
        }
        assert Regel.objects.filter(recht="werk.overdragen", medewerker_id=None).count() == 2


def test_the_manager_sees_how_much_there_is_and_never_what(chair, busy):
    page = logged_in("bert.knoppen").get(url("bram.testman")).content.decode()
    assert "1 actie uit het overleg" in page
    assert "Tolk regelen" not in page


def test_nothing_is_closed_while_work_would_be_left_with_nobody(chair, busy):
    page = send("bram.testman", **{"werk_regie-actie": "nova.nieuw"})
    assert "Kies een collega die dit overneemt." in page.content.decode()
    assert medewerker("bram.testman").is_active


def test_work_goes_only_to_who_may_do_it(chair, busy):
    page = send("bram.testman", alles="fenna.verzonnen").content.decode()
    assert "heeft geen rol waarin dit mag" in page
    assert medewerker("bram.testman").is_active


def test_a_colleague_who_is_shut_out_of_the_item_does_not_get_its_action(chair, busy, actor):
    _, action = busy
    noor = actor("noor.voorbeeld")
    with context(noor):
        access.recuse(
            vault.open_dossier(action), medewerker_id=chair.id, reden="Familie", by=noor, at=timezone.now()
        )
    assert "kan niet alle acties overnemen" in send("bram.testman", alles="nova.nieuw").content.decode()
    assert medewerker("bram.testman").is_active


def test_a_role_that_must_be_held_is_not_left_empty(db):
    page = send("bram.testman").content.decode()
    assert "Niemand anders is coördinator ondermijning" in page
    assert medewerker("bram.testman").is_active


def test_two_people_stay_two_people(chair):
    Medewerker.objects.filter(gebruikersnaam="nova.nieuw").update(is_active=False)
    page = send("bram.testman", rol_coordinator="noor.voorbeeld").content.decode()
    assert "twee mensen" in page
    assert medewerker("bram.testman").is_active


def test_who_checks_does_not_get_the_role_of_who_asks(db):
    page = send("bram.testman", rol_coordinator="sietse.denkbeeldig").content.decode()
    assert "niemand controleert het eigen werk" in page
    assert "coordinator" not in organisaties.roles_of(
        medewerker("sietse.denkbeeldig"), on=timezone.localdate()
    )


def test_nobody_closes_their_own_account(db):
    assert "eigen account niet sluiten" in send("bert.knoppen").content.decode()
    assert medewerker("bert.knoppen").is_active


def test_only_the_manager_sees_accounts_and_only_of_the_own_organisation(db):
    assert logged_in("bert.knoppen").get("/beheer/accounts/").status_code == 200
    assert "Otto Elders" not in logged_in("bert.knoppen").get("/beheer/accounts/").content.decode()
    assert logged_in("bert.knoppen").get(url("otto.elders")).status_code == 404
    for other in ("noor.voorbeeld", "faye.toezicht", "otto.elders"):
        assert logged_in(other).get("/beheer/accounts/").status_code == 403
        assert logged_in(other).post(url("fenna.verzonnen"), {"zeker": "on"}).status_code == 403
    assert medewerker("fenna.verzonnen").is_active


def test_without_a_tick_nothing_happens(db):
    page = logged_in("bert.knoppen").post(url("fenna.verzonnen"), {"x": "1"})
    assert "Zet hier een vinkje" in page.content.decode()
    assert medewerker("fenna.verzonnen").is_active
