"""Actions belong to somebody at the item; they, or the chair, say that it is done. A colleague keeps their own action
after the meeting; a partner's goes to them as a verstrekking, after privacycheck 2B."""

import pytest

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.wings.regie.overleg import actions, selectors
from doorzicht.wings.regie.overleg.invoer import ActieInvoer
from doorzicht.wings.regie.overleg.models import Actie, Agendapunt
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap


@pytest.fixture
def agreed(meeting, mila, hugo, bram, now):
    """`agreed(owner)`: a closed meeting in which this was agreed."""

    def make(owner):
        overleg, (punt,) = meeting("Loods", gasten={0: [mila, hugo]})
        with context(bram):
            task = ActieInvoer(wat="Tolk regelen", eigenaar=owner.medewerker_id, uiterlijk=now.date())
            row = actions.add_actie(punt.id, task, by=bram, at=now)
            actions.close_overleg(overleg.id, by=bram, at=now)
        return row

    return make


def test_a_colleague_who_was_a_guest_keeps_the_action_and_nothing_else(agreed, hugo, now):
    row = agreed(hugo)
    with context(hugo):
        assert [a.wat for a in selectors.open_acties(by=hugo, van=hugo.medewerker_id)] == ["Tolk regelen"]
        assert not Agendapunt.objects.exists()
        actions.finish_actie(row.id, by=hugo, at=now)
        assert Actie.objects.get(pk=row.id).klaar_door == hugo.medewerker_id


def test_a_partner_sees_nothing_of_it_after_the_meeting(agreed, mila, now):
    row = agreed(mila)
    with context(mila):
        assert not Actie.objects.exists()
        with pytest.raises(Actie.DoesNotExist):
            actions.finish_actie(row.id, by=mila, at=now)


def test_another_standing_member_may_not_finish_it_but_the_chair_may(agreed, hugo, noor, bram, now):
    row = agreed(hugo)
    with context(noor), pytest.raises(Geweigerd):
        actions.finish_actie(row.id, by=noor, at=now)
    with context(bram):
        actions.finish_actie(row.id, by=bram, at=now)
        with pytest.raises(OngeldigeStap):
            actions.finish_actie(row.id, by=bram, at=now)


def test_somebody_who_is_not_at_the_item_cannot_own_it(meeting, mila, bram, now):
    _, (punt,) = meeting()
    task = ActieInvoer(wat="Iets", eigenaar=mila.medewerker_id, uiterlijk=now.date())
    with context(bram), pytest.raises(OngeldigeStap):
        actions.add_actie(punt.id, task, by=bram, at=now)


def test_what_is_missing_stands_beside_the_field_with_the_text_kept(meeting, client_of, item_url):
    overleg, (punt,) = meeting()
    sent = {"wat": "Tolk regelen voor de controle", "eigenaar": "", "uiterlijk": "31-2-2027"}
    page = client_of("bram.testman").post(item_url(overleg, punt, "actie/"), sent).content.decode()
    for text in ("Tolk regelen voor de controle", "Kies wie het doet.", "Deze datum bestaat niet."):
        assert text in page


def test_the_button_returns_to_our_own_pages_only(agreed, bram, client_of):
    row = agreed(bram)
    answer = client_of("bram.testman").post(
        f"/regie/overleg/acties/{row.id}/klaar/", {"terug": "https://elders.example/"}
    )
    assert answer.url == "/regie/overleg/"
