"""One meeting, start to end: offered, accepted as an item, decided, reported back, closed."""

import pytest

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.ground.verstrekking.models import Verstrekking
from doorzicht.wings.regie.overleg import actions, selectors
from doorzicht.wings.regie.overleg.invoer import BesluitInvoer, Moment
from doorzicht.wings.regie.overleg.models import Agendapunt, Besluit, Overleg
from doorzicht.wings.regie.overleg.punt import read_punt
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap

BESLUIT = BesluitInvoer(
    soort="casus",
    motivering="Meer partners nodig.",
    anders="Politie wil wachten.",
    aan_melder="Er is iets mee gedaan.",
)


def test_an_accepted_offer_becomes_an_item_and_a_decision(meeting, noor, bram, now):
    overleg, (punt,) = meeting("Slapen boven een loods")
    with context(bram):
        assert [p.titel for p in selectors.agenda(overleg, by=bram)] == [
            "Acties van de vorige keer",
            "Slapen boven een loods",
            "Rondvraag en planning",
        ]
        actions.treat(punt.id, by=bram, at=now)
        actions.decide(punt.id, BESLUIT, by=bram, at=now)
        actions.close_overleg(overleg.id, by=bram, at=now)
    with context(noor):
        sheet = read_punt(punt.id, overleg_id=overleg.id, by=noor, at=now)
        assert (sheet.besluit.naam, sheet.besluit.anders) == ("Casus openen", "Politie wil wachten.")
        assert Overleg.objects.get().status == "gesloten"


def test_the_giver_learns_of_it_through_the_ground(meeting, noor, bram, now):
    _, (punt,) = meeting()
    with context(bram):
        actions.decide(punt.id, BESLUIT, by=bram, at=now)
    with context(noor):
        row = Verstrekking.objects.get(pk=punt.verstrekking_id)
        (found,) = verstrekking.reports_for(row.bron_dossier_id, by=noor)
        assert found.tekst == "Er is iets mee gedaan."
        assert {b.stand for b in found.voortgang} == {"op_agenda", "besloten"}


def test_a_refused_offer_is_on_no_agenda(planned, offered, bram, now):
    number = offered()
    planned()
    with context(bram):
        actions.refuse_offer(number, reden="geen taak voor het overleg", by=bram, at=now)
        assert not Agendapunt.objects.filter(verstrekking_id=number).exists()
        with pytest.raises(Geweigerd):
            actions.put_on_agenda(number, Overleg.objects.get().id, by=bram, at=now)


def test_the_same_offer_is_on_one_agenda_only(planned, offered, bram, now):
    number, first, second = offered(), planned(), planned()
    with context(bram):
        actions.put_on_agenda(number, first.id, by=bram, at=now)
        with pytest.raises(OngeldigeStap):
            actions.put_on_agenda(number, second.id, by=bram, at=now)


@pytest.mark.parametrize("wie", ["noor.voorbeeld", "sietse.denkbeeldig", "hugo.handhaaf", "joris.bedacht"])
def test_only_the_coordinator_leads_the_meeting(meeting, actor, now, wie):
    overleg, (punt,) = meeting()
    other = actor(wie)
    with context(other):
        for verb in (
            lambda: actions.plan_overleg(Moment(begin=now, eind=now, plaats=""), by=other, at=now),
            lambda: actions.decide(punt.id, BESLUIT, by=other, at=now),
            lambda: actions.close_overleg(overleg.id, by=other, at=now),
            lambda: actions.treat(punt.id, by=other, at=now),
        ):
            with pytest.raises(Geweigerd):
                verb()
        assert not Besluit.objects.exists()


def test_another_municipality_finds_nothing(meeting, actor, now):
    overleg, (punt,) = meeting()
    otto = actor("otto.elders")
    with context(otto):
        assert selectors.overleggen(by=otto) == []
        with pytest.raises(Overleg.DoesNotExist):
            actions.close_overleg(overleg.id, by=otto, at=now)
        with pytest.raises(Agendapunt.DoesNotExist):
            read_punt(punt.id, overleg_id=overleg.id, by=otto, at=now)
