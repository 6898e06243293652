"""Actions belong to somebody at the item; they, or the chair, say that it is done and what came of it. What a partner
keeps after the meeting stands in `test_rule_14_a_guest_keeps_their_own_action_and_nothing_else.py`."""

from datetime import timedelta

import pytest

from doorzicht.ground.access.api import Actor, Geweigerd, context
from doorzicht.ground.lib.datums import local_day
from doorzicht.wings.regie.overleg import actions
from doorzicht.wings.regie.overleg.acties import own_acties
from doorzicht.wings.regie.overleg.invoer import ActieInvoer
from doorzicht.wings.regie.overleg.models import Actie, Agendapunt
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap


@pytest.fixture
def agreed(meeting, mila, hugo, bram, now):
    """`agreed(owner)`: a closed meeting in which this was agreed."""

    def make(owner):
        overleg, (punt,) = meeting("Loods", gasten={0: [mila, hugo]})
        with context(bram):
            task = ActieInvoer(wat="Tolk regelen", eigenaar=owner.medewerker_id, uiterlijk=local_day(now))
            row = actions.add_actie(punt.id, task, by=bram, at=now)
            actions.close_overleg(overleg.id, by=bram, at=now)
        return row

    return make


def test_a_colleague_who_was_a_guest_keeps_the_action_and_nothing_else(agreed, hugo, now):
    row = agreed(hugo)
    with context(hugo):
        assert [a.wat for a in own_acties(by=hugo)] == ["Tolk regelen"]
        assert not Agendapunt.objects.exists()
        actions.finish_actie(row.id, "Tolk komt om tien uur.", by=hugo, at=now)
        assert Actie.objects.get(pk=row.id).klaar_door == hugo.medewerker_id


def test_another_standing_member_may_not_finish_it_but_the_chair_may(agreed, hugo, noor, bram, now):
    row = agreed(hugo)
    with context(noor), pytest.raises(Geweigerd):
        actions.finish_actie(row.id, "Tolk komt om tien uur.", by=noor, at=now)
    with context(bram):
        actions.finish_actie(row.id, "Tolk komt om tien uur.", by=bram, at=now)
        with pytest.raises(OngeldigeStap):
            actions.finish_actie(row.id, "Tolk komt om tien uur.", by=bram, at=now)


def test_somebody_who_is_not_at_the_item_cannot_own_it(meeting, mila, bram, now):
    _, (punt,) = meeting()
    task = ActieInvoer(wat="Iets", eigenaar=mila.medewerker_id, uiterlijk=local_day(now))
    with context(bram), pytest.raises(OngeldigeStap):
        actions.add_actie(punt.id, task, by=bram, at=now)


def test_what_is_missing_stands_beside_the_field_with_the_text_kept(meeting, client_of, item_url):
    overleg, (punt,) = meeting()
    sent = {"wat": "Tolk regelen voor de controle", "eigenaar": "", "uiterlijk": "31-2-2027"}
    page = client_of("bram.testman").post(item_url(overleg, punt, "actie/"), sent).content.decode()
    for text in ("Tolk regelen voor de controle", "Kies wie het doet.", "Deze datum bestaat niet."):
        assert text in page


def test_what_came_of_it_is_asked_and_shown_to_the_standing_members(agreed, hugo, bram, client_of, now):
    row = agreed(hugo)
    page, address = client_of("hugo.handhaaf"), f"/regie/overleg/acties/{row.id}/"
    assert "Schrijf kort op wat er is gedaan." in page.post(address, {"resultaat": " "}).content.decode()
    with context(hugo), pytest.raises(OngeldigeStap):
        actions.finish_actie(row.id, "  ", by=hugo, at=now)
    assert page.post(address, {"resultaat": "Tolk komt om tien uur."}).status_code == 302
    assert "Tolk komt om tien uur." in client_of("noor.voorbeeld").get(address).content.decode()
    with context(bram):
        found = Actie.objects.get(pk=row.id)
        assert b"Tolk komt" not in bytes(found.resultaat)


def test_the_standing_members_see_who_does_it(agreed, hugo, client_of):
    row = agreed(hugo)
    with context(Actor.systeem("0246")):
        punt = Agendapunt.objects.get(pk=row.agendapunt_id)
    for url in ("/regie/overleg/", f"/regie/overleg/{punt.overleg_id}/punt/{punt.id}/"):
        assert 'data-l="Wie">Hugo Handhaaf' in client_of("noor.voorbeeld").get(url).content.decode()


def test_the_link_returns_to_our_own_pages_only(agreed, bram, client_of):
    row = agreed(bram)
    sent = {"terug": "https://elders.example/", "resultaat": "Gedaan."}
    answer = client_of("bram.testman").post(f"/regie/overleg/acties/{row.id}/", sent)
    assert answer.url == "/regie/overleg/"


def test_a_day_that_is_over_is_refused_today_is_not(meeting, bram, client_of, item_url, now):
    overleg, (punt,) = meeting()
    for days, refused in ((1, True), (0, False)):
        task = ActieInvoer(
            wat="Bellen", eigenaar=bram.medewerker_id, uiterlijk=local_day(now) - timedelta(days=days)
        )
        with context(bram):
            if refused:
                with pytest.raises(OngeldigeStap, match="al voorbij"):
                    actions.add_actie(punt.id, task, by=bram, at=now)
            else:
                actions.add_actie(punt.id, task, by=bram, at=now)
    sent = {"wat": "Tolk regelen", "eigenaar": bram.medewerker_id, "uiterlijk": "eergisteren"}
    page = client_of("bram.testman")
    shown = page.post(item_url(overleg, punt, "actie/"), sent).content.decode()
    for text in ("Deze dag is al voorbij. Kies vandaag of een dag die nog komt.", "Tolk regelen"):
        assert text in shown
    assert "3 maanden na deze dag" in page.get(item_url(overleg, punt)).content.decode()
