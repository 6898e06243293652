"""Product rule 14: a guest sees the items they were invited to, while the meeting runs, and nothing else. The database
enforces it; these tests ask the tables themselves, as the application's role, without any filter of ours."""

from datetime import timedelta

import pytest

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.ground.verstrekking.models import Verstrekking, VrijgegevenVeld
from doorzicht.wings.regie.overleg import actions, selectors
from doorzicht.wings.regie.overleg.invoer import BesluitInvoer, Moment
from doorzicht.wings.regie.overleg.models import (
    Actie,
    Agendapunt,
    Besluit,
    Bijdrage,
    Deelname,
    Overleg,
    Uitvoeringscheck,
)
from doorzicht.wings.regie.overleg.punt import read_punt
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap

OF_AN_ITEM = (Agendapunt, Deelname, Bijdrage, Besluit, Actie, Uitvoeringscheck)
GUESTS = ["mila.fictief", "joris.bedacht", "hugo.handhaaf", "petra.ketenlid", "tess.denkbeeld"]


@pytest.fixture
def two_items(meeting, bram, now):
    """Two items, the guest at the first; on the second there is a decision."""

    def make(guest, **anders):
        overleg, punten = meeting("Loods", "Bijgebouw", gasten={0: [guest]}, **anders)
        return overleg, punten

    return make


@pytest.mark.parametrize("wie", GUESTS)
def test_a_guest_sees_their_item_and_no_other(two_items, actor, bram, now, wie):
    guest = actor(wie)
    overleg, (mine, other) = two_items(guest)
    with context(bram):
        casus = BesluitInvoer(soort="casus", motivering="Nodig.")
        actions.decide(other.id, casus, by=bram, at=now)

    with context(guest):
        assert [p.titel for p in selectors.agenda(overleg, by=guest)] == ["Loods"]
        assert read_punt(mine.id, overleg_id=overleg.id, by=guest, at=now).inhoud.velden
        with pytest.raises(Agendapunt.DoesNotExist):
            read_punt(other.id, overleg_id=overleg.id, by=guest, at=now)
        assert set(Agendapunt.objects.values_list("id", flat=True)) == {mine.id}
        assert set(Deelname.objects.values_list("agendapunt_id", flat=True)) == {mine.id}
        assert not Besluit.objects.exists()


def test_the_doors_do_not_open_days_before_the_meeting(planned, bram, now):
    overleg = planned()
    with context(bram):
        moment = Moment(
            begin=now + timedelta(days=9), eind=now + timedelta(days=9, hours=2), plaats="Raadzaal"
        )
        actions.reschedule(overleg.id, moment, by=bram, at=now)
        with pytest.raises(OngeldigeStap, match="uur voor het begin"):
            actions.open_overleg(overleg.id, by=bram, at=now)
        actions.open_overleg(overleg.id, by=bram, at=moment.begin - timedelta(minutes=50))


@pytest.mark.parametrize("wie", GUESTS)
def test_before_the_opening_a_guest_knows_when_and_where_and_nothing_more(two_items, actor, now, wie):
    guest = actor(wie)
    overleg, _ = two_items(guest, geopend=False)
    with context(guest):
        (found,) = selectors.overleggen(by=guest)
        assert (found.rij.id, found.plaats) == (overleg.id, "Kamer De Verzonnen Den")
        assert all(not model.objects.exists() for model in OF_AN_ITEM)


@pytest.mark.parametrize("wie", GUESTS)
def test_closing_ends_it_at_once_also_earlier_than_planned(two_items, actor, bram, now, wie):
    guest = actor(wie)
    overleg, (mine, _) = two_items(guest)
    with context(guest):
        actions.contribute(mine.id, "Wij waren er vorige week.", eerder=None, by=guest, at=now)
        assert Bijdrage.objects.filter(op__isnull=False).count() == 1
    with context(bram):
        actions.close_overleg(overleg.id, by=bram, at=now)

    with context(guest):
        assert all(not model.objects.exists() for model in OF_AN_ITEM)
        # Of a colleague the ground floor only refuses the reading; partners have no rows at all.
        assert guest.organisatie_id == "0246" or not VrijgegevenVeld.objects.exists()
        with pytest.raises(Geweigerd):
            verstrekking.read(mine.verstrekking_id, by=guest, at=now)
        assert [o.rij.status for o in selectors.overleggen(by=guest)] == ["gesloten"]


def test_after_the_end_it_is_closed_also_when_nobody_closed_it(meeting, planned, offered, mila, bram, now):
    """The database compares with its own clock: a meeting that ended half a minute ago is closed."""
    overleg = planned(now - timedelta(hours=1, minutes=59, seconds=30))
    with context(bram):
        punt = actions.put_on_agenda(offered(), overleg.id, by=bram, at=now - timedelta(minutes=5))
        actions.invite(overleg.id, mila.medewerker_id, [punt.id], by=bram, at=now - timedelta(minutes=5))
        actions.open_overleg(overleg.id, by=bram, at=now - timedelta(minutes=5))
    with context(mila):
        assert not Agendapunt.objects.exists()
        assert not Verstrekking.objects.exists()


def test_who_is_not_there_sees_nothing_until_they_come(two_items, mila, bram, now):
    overleg, (mine, _) = two_items(mila)
    for aanwezig in (False, True):
        with context(bram):
            actions.record_presence(overleg.id, mila.medewerker_id, aanwezig=aanwezig, by=bram, at=now)
        with context(mila):
            assert Agendapunt.objects.filter(pk=mine.id).exists() is aanwezig


def test_an_invitation_taken_back_closes_at_once(two_items, mila, bram, now):
    overleg, (mine, _) = two_items(mila)
    with context(bram):
        actions.withdraw(overleg.id, mila.medewerker_id, mine.id, by=bram, at=now)
    with context(mila):
        assert all(not model.objects.exists() for model in OF_AN_ITEM)


def test_who_is_invited_while_it_runs_is_let_in(meeting, mila, bram, now):
    overleg, (punt,) = meeting()
    with context(bram):
        actions.invite(overleg.id, mila.medewerker_id, [punt.id], by=bram, at=now)
    with context(mila):
        assert read_punt(punt.id, overleg_id=overleg.id, by=mila, at=now).titel == "Slapen boven een loods"


def test_an_extension_moves_the_end_for_who_is_in_and_for_nobody_else(two_items, mila, hugo, bram, now):
    overleg, (mine, _) = two_items(mila)
    with context(bram):
        actions.extend(overleg.id, eind=now + timedelta(hours=4), by=bram, at=now)
    with context(mila):
        assert Agendapunt.objects.filter(pk=mine.id).exists()
    with context(hugo):
        assert not Overleg.objects.exists()


@pytest.mark.parametrize("wie", ["merel.meldpost", "jet.rechtlijn", "hugo.handhaaf", "faye.toezicht"])
def test_colleagues_who_are_not_invited_see_nothing_in_the_tables_either(meeting, actor, wie):
    meeting()
    with context(actor(wie)):
        assert all(not model.objects.exists() for model in (Overleg, *OF_AN_ITEM))


def test_a_guest_writes_their_own_place_and_no_other(two_items, mila, now):
    _, (mine, other) = two_items(mila)
    with context(mila):
        with pytest.raises(Geweigerd):
            actions.contribute(other.id, "Iets", eerder=None, by=mila, at=now)
        with pytest.raises(Geweigerd):
            actions.contribute(mine.id, "Iets", eerder=None, namens=mila.medewerker_id, by=mila, at=now)
        assert Bijdrage.objects.update(tekst=None) == 0


def test_the_item_of_open_actions_is_for_standing_members(meeting, mila, bram, now):
    overleg, _ = meeting()
    with context(bram):
        first = Agendapunt.objects.get(soort="acties_vorige")
        with pytest.raises(actions.NietUitTeNodigen):
            actions.invite(overleg.id, mila.medewerker_id, [first.id], by=bram, at=now)


@pytest.mark.parametrize("wie", ["otto.elders", "zoe.zorgzaam", "wim.werkgroep", "bert.knoppen"])
def test_who_has_no_role_for_it_cannot_be_invited(meeting, actor, bram, now, wie):
    overleg, (punt,) = meeting()
    with context(bram), pytest.raises(actions.NietUitTeNodigen):
        actions.invite(overleg.id, actor(wie).medewerker_id, [punt.id], by=bram, at=now)


def test_that_somebody_may_be_young_is_for_standing_members_when_it_is_no_released_field(
    meeting, mila, client_of, item_url
):
    overleg, (punt,) = meeting("Loods", gasten={0: [mila]})
    words = "Mogelijk jonger dan 18"
    assert words in client_of("noor.voorbeeld").get(item_url(overleg, punt)).content.decode()
    shown = client_of("mila.fictief").get(item_url(overleg, punt)).content.decode()
    assert "Mogelijk slachtoffer" in shown
    assert words not in shown


def test_before_the_opening_a_guest_reads_no_time_that_has_passed(meeting, mila, client_of, item_url):
    overleg, (punt,) = meeting("Loods", gasten={0: [mila]}, geopend=False)
    answer = client_of("mila.fictief").get(item_url(overleg, punt))
    assert answer.status_code == 403
    assert "De voorzitter opende het overleg nog niet." in answer.content.decode()
