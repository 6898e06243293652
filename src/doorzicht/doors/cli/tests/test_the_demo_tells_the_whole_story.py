"""The demo brings meldingen to every point of their way, and leaves everybody something to do."""

import pytest
from django.db import connection, transaction
from django.utils import timezone

from doorzicht.doors.cli.demo_stand import GEMEENTE, actor_of
from doorzicht.doors.cli.demo_verhaal import read_data, tell
from doorzicht.ground.access.api import context
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.wings.beleid import api as beleid
from doorzicht.wings.beleid.datalek.models import Datalek
from doorzicht.wings.regie import api as regie
from doorzicht.wings.regie.overleg.models import Overleg
from doorzicht.wings.signaleren import api as signaleren
from doorzicht.wings.signaleren.melding import workflow
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.weging.stand import read_standing


@pytest.fixture(scope="module")
def verhaal(django_db_setup, django_db_blocker):
    """The story, told once for this file and taken back at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield tell(nu=timezone.now())
        transaction.set_rollback(True)
    connection.close()


def meldingen():
    with context(actor_of("systeem")):
        return list(Melding.objects.filter(organisatie_id=GEMEENTE))


def waits_for(wie):
    with context(actor_of(wie)) as by:
        today = timezone.localdate()
        lines = [*signaleren.waiting_for(by=by, today=today), *regie.waiting_for(by=by, today=today)]
        return {line.naam for line in lines}


def test_there_is_a_melding_in_every_state(verhaal):
    assert {m.status for m in meldingen()} == set(workflow.STATUSSEN)


def test_there_is_an_overleg_that_was_one_that_is_and_one_that_comes(verhaal):
    with context(actor_of("bram.testman")):
        assert [o.status for o in Overleg.objects.order_by("begin")] == ["gesloten", "bezig", "gepland"]


def test_one_open_melding_is_late_and_one_about_a_minor_is_of_today(verhaal):
    today = timezone.localdate()
    rows = [m for m in meldingen() if m.status in workflow.OPEN]
    assert [m.id for m in rows if m.uiterlijk < today] == [verhaal.melding("autowas")]
    new = {m.leeftijd for m in rows if m.status == "nieuw" and m.spoed == "spoed"}
    assert new == {"minderjarig", "onbekend"}


def test_a_reporter_wrote_back_and_nobody_has_read_it(verhaal):
    assert [m.id for m in meldingen() if m.nieuw_bericht] == [verhaal.melding("huisje")]


def test_one_list_waits_for_two_people_and_one_was_confirmed_by_two(verhaal):
    with context(actor_of("sietse.denkbeeldig")) as sietse:
        lists = bewaren.lists(by=sietse)
    assert sorted((lijst.status, len(lijst.bevestigd_door)) for lijst in lists if lijst.twee_personen) == [
        ("bevestigd", 2),
        ("open", 0),
    ]


@pytest.mark.parametrize(
    ("wie", "what"),
    [
        ("noor.voorbeeld", {"Te wegen", "Lokaal Ondermijningsoverleg", "Mijn acties uit het overleg"}),
        ("bram.testman", {"Tweede mens", "Aangeboden voor het overleg"}),
        ("sietse.denkbeeldig", {"Privacychecks", "Privacycheck 2B"}),
        ("hugo.handhaaf", {"Mijn acties uit het overleg"}),
        ("mila.fictief", {"Lokaal Ondermijningsoverleg"}),
        ("joris.bedacht", {"Lokaal Ondermijningsoverleg"}),
    ],
)
def test_something_waits_for_whoever_has_a_part_in_it(verhaal, wie, what):
    assert what <= waits_for(wie)


def test_nobody_of_another_municipality_sees_any_of_it(verhaal):
    with context(actor_of("otto.elders")):
        assert set(Melding.objects.values_list("id", flat=True)) == {
            verhaal.melding("manege"),
            verhaal.melding("epe-bus"),
        }
        assert not Overleg.objects.exists()


def test_nothing_happens_after_the_moment_at_which_it_is_told(verhaal):
    with context(actor_of("bram.testman")):
        opened = Overleg.objects.filter(geopend_op__isnull=False).values_list("geopend_op", flat=True)
        assert max(opened) < verhaal.kalender.nu
    assert max(m.ontvangen_op for m in meldingen() if m.ontvangen_op) < verhaal.kalender.nu


def test_who_reported_stands_in_no_answer():
    names = {row["wie"].split(".")[0].capitalize() for row in read_data("demo-meldingen.yaml")["meldingen"]}
    for acts in read_data("demo-verhaal.yaml")["weg"].values():
        for act in acts:
            said = act.get("tekst", "") if act["stap"] == "antwoorden" else ""
            assert [name for name in names if name in said] == []


def test_of_what_is_done_the_reporter_heard_something(verhaal):
    done = {m.id for m in meldingen() if m.status in ("afgerond", "overgedragen")}
    story = read_data("demo-verhaal.yaml")["weg"]
    told = {
        verhaal.melding(naam) for naam, acts in story.items() if "antwoorden" in {a["stap"] for a in acts}
    }
    assert len(done) == 3
    assert done <= told


def test_the_region_knew_one_thing_and_may_be_asked_another(verhaal):
    with context(actor_of("noor.voorbeeld")) as noor:
        asked = Melding.objects.get(pk=verhaal.melding("horeca"))
        sheet = read_standing(asked, by=noor).check("1")
        assert [(r["organisatie"], r["antwoord"]) for r in sheet.regio.regels] == [("0232", "hit")]
        waiting = Melding.objects.get(pk=verhaal.melding("kinderen"))
        assert waiting.status == "vervolganalyse"
        assert read_standing(waiting, by=noor).check("1").gezien is None


def test_breaches_stand_in_the_register_at_every_point_of_their_way(verhaal):
    with context(actor_of("faye.toezicht")) as faye:
        lines = beleid.waiting_for(by=faye, now=timezone.now())
        states = set(Datalek.objects.values_list("status", flat=True))
    assert states == {"gemeld", "gemeld_ap", "beoordeeld", "afgesloten"}
    assert {line.tekst for line in lines} >= {"Nog 46 uur", "Gemeld na 2 uur"}
