"""A new agenda begins with open actions, then what was put off or is followed, and ends with the closing round."""

from datetime import timedelta

import pytest

from doorzicht.ground.access.api import context
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.wings.regie.overleg import actions, selectors
from doorzicht.wings.regie.overleg.acties import open_acties
from doorzicht.wings.regie.overleg.invoer import ActieInvoer, BesluitInvoer
from doorzicht.wings.regie.overleg.models import Agendapunt, Overleg
from doorzicht.wings.regie.overleg.pagina import page_context
from doorzicht.wings.regie.overleg.punt import read_punt


def titles(overleg, by):
    return [p.titel for p in selectors.agenda(overleg, by=by)]


@pytest.fixture
def ended(meeting, bram, now):
    """Put off, followed, closed, and one nobody came to; an action that is a week late."""
    overleg, punten = meeting("Uitgesteld", "Gevolgd", "Gesloten", "Niet aan toe gekomen")
    with context(bram):
        week_ago = now - timedelta(days=7)
        late = ActieInvoer(
            wat="Vergunning nakijken", eigenaar=bram.medewerker_id, uiterlijk=local_day(week_ago)
        )
        actions.add_actie(punten[0].id, late, by=bram, at=week_ago)
        actions.postpone(punten[0].id, by=bram, at=now)
        actions.decide(punten[1].id, BesluitInvoer(soort="volgen", motivering="Kijken."), by=bram, at=now)
        actions.decide(punten[2].id, BesluitInvoer(soort="sluiten", motivering="Klaar."), by=bram, at=now)
        actions.close_overleg(overleg.id, by=bram, at=now)
    return punten


def test_what_was_left_comes_back_in_order_and_what_was_closed_does_not(ended, planned, bram, now):
    following = planned(now + timedelta(days=28))
    with context(bram):
        assert titles(following, bram) == [
            "Acties van de vorige keer",
            "Uitgesteld",
            "Gevolgd",
            "Niet aan toe gekomen",
            "Rondvraag en planning",
        ]


def test_it_comes_back_once(ended, planned, bram, now):
    planned(now + timedelta(days=28))
    second = planned(now + timedelta(days=56))
    with context(bram):
        assert titles(second, bram) == ["Acties van de vorige keer", "Rondvraag en planning"]


def test_what_was_withdrawn_does_not_come_back(ended, planned, noor, bram, now):
    with context(noor):
        verstrekking.revoke(ended[0].verstrekking_id, reden="niet meer nodig", by=noor, at=now)
    following = planned(now + timedelta(days=28))
    with context(bram):
        assert "Uitgesteld" not in titles(following, bram)


def test_a_new_offer_comes_before_the_closing_round(ended, planned, offered, bram, now):
    following = planned(now + timedelta(days=28))
    with context(bram):
        actions.put_on_agenda(offered("Nieuw"), following.id, by=bram, at=now)
        assert titles(following, bram)[-2:] == ["Nieuw", "Rondvraag en planning"]
        numbers = Agendapunt.objects.filter(overleg_id=following.id).order_by("volgnummer")
        assert list(numbers.values_list("volgnummer", flat=True)) == [1, 2, 3, 4, 5, 6]


def test_a_late_action_is_seen_on_the_first_item_and_by_its_days(ended, planned, bram, now):
    following = planned(now + timedelta(days=28))
    with context(bram):
        first = Agendapunt.objects.get(overleg_id=following.id, soort="acties_vorige")
        sheet = read_punt(first.id, overleg_id=following.id, by=bram, at=now)
        page = page_context(following.id, sheet, by=bram, at=now)
        assert page["agenda"][0]["stand"] == {"soort": "te-laat", "tekst": "1 actie te laat"}
        assert page["eerdere_acties"][0]["stand"]["tekst"] == "7 dagen te laat"


def test_a_finished_action_is_gone_from_it(ended, planned, bram, now):
    with context(bram):
        (open_one,) = open_acties(by=bram)
        actions.finish_actie(open_one.id, "Gedaan.", by=bram, at=now)
        assert open_acties(by=bram) == ()


def test_a_withdrawn_item_drops_off_at_the_opening(meeting, noor, bram, now):
    overleg, (gone, stays) = meeting("Ingetrokken", "Blijft", geopend=False)
    with context(noor):
        verstrekking.revoke(gone.verstrekking_id, reden="vergissing", by=noor, at=now)
    with context(bram):
        actions.open_overleg(overleg.id, by=bram, at=now)
        assert Agendapunt.objects.get(pk=gone.id).status == "vervallen"
        assert Agendapunt.objects.get(pk=stays.id).status == "straks"


def test_a_closed_meeting_does_not_show_what_was_agreed_later(ended, planned, bram, now):
    following = planned(now + timedelta(days=28))
    with context(bram):
        first = Overleg.objects.get(pk=ended[0].overleg_id)
        assert open_acties(by=bram, voor=first) == ()
        assert [a.wat for a in open_acties(by=bram, voor=following)] == ["Vergunning nakijken"]
