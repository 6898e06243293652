"""A standing member who was shut out of the source is shut out of the item, its decision and its actions."""

from datetime import timedelta

import pytest

from doorzicht.ground.access import api as access
from doorzicht.ground.access.api import context
from doorzicht.ground.vault import api as vault
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.ground.verstrekking.models import Verstrekking, VrijgegevenVeld
from doorzicht.wings.regie.overleg import actions, selectors
from doorzicht.wings.regie.overleg.invoer import BesluitInvoer
from doorzicht.wings.regie.overleg.models import Agendapunt, Besluit, Bijdrage, Deelname, Overleg
from doorzicht.wings.regie.overleg.punt import read_punt
from doorzicht.wings.regie.overleg.tests.test_nothing_leaves_without_privacycheck_2b import voorstel


@pytest.fixture
def recused(meeting, noor, bram, now):
    """Noor may not see the first of two items, on which was decided."""
    overleg, (closed, other) = meeting("Loods", "Bijgebouw")
    with context(bram):
        actions.decide(closed.id, BesluitInvoer(soort="casus", motivering="Nodig."), by=bram, at=now)
        source = Verstrekking.objects.get(pk=closed.verstrekking_id).bron_dossier_id
        access.recuse(vault.open_dossier(source), noor.medewerker_id, reden="familie", by=bram, at=now)
    return overleg, closed, other


def test_the_item_is_not_on_her_agenda_and_not_in_her_tables(recused, noor, now):
    overleg, closed, other = recused
    with context(noor):
        assert [p.titel for p in selectors.agenda(overleg, by=noor)][1:2] == ["Bijgebouw"]
        with pytest.raises(Agendapunt.DoesNotExist):
            read_punt(closed.id, overleg_id=overleg.id, by=noor, at=now)
        assert not Besluit.objects.exists()
        for model in (Deelname, Bijdrage):
            assert not model.objects.filter(agendapunt_id=closed.id).exists()
            assert model.objects.filter(agendapunt_id=other.id).exists()


def test_she_cannot_change_it_blindly_either(recused, noor, bram):
    _, closed, other = recused
    with context(noor):
        Deelname.objects.update(aanwezig=True)
    with context(bram):
        assert set(Deelname.objects.filter(agendapunt_id=closed.id).values_list("aanwezig", flat=True)) == {
            None
        }
        assert True in Deelname.objects.filter(agendapunt_id=other.id).values_list("aanwezig", flat=True)


def test_the_url_is_a_404_for_her_and_opens_for_a_colleague(recused, client_of, item_url):
    overleg, closed, _ = recused
    assert client_of("noor.voorbeeld").get(item_url(overleg, closed)).status_code == 404
    assert client_of("bram.testman").get(item_url(overleg, closed)).status_code == 200


def test_what_was_released_from_the_item_after_check_2b_is_closed_to_her_too(
    recused, noor, bram, sietse, now
):
    _, closed, _ = recused
    with context(bram):
        check = actions.ask_check(closed.id, voorstel(), by=bram, at=now)
    with context(sietse):
        actions.answer_check(
            check.id, "akkoord", reden="Niet meer dan nodig.", velden=["locatie"], by=sietse, at=now
        )
    with context(bram):
        number = actions.release(check.id, vervalt_op=now + timedelta(days=30), by=bram, at=now)
        assert verstrekking.read(number, by=bram, at=now).velden
    with context(noor):
        with pytest.raises(verstrekking.VerstrekkingOnbekend):
            verstrekking.read(number, by=noor, at=now)
        assert not VrijgegevenVeld.objects.filter(dossier_id=number).exists()


def test_a_recused_coordinator_may_not_decide(meeting, bram, noor, now):
    overleg, (punt,) = meeting()
    with context(noor):
        source = Verstrekking.objects.get(pk=punt.verstrekking_id).bron_dossier_id
        access.recuse(vault.open_dossier(source), bram.medewerker_id, reden="familie", by=noor, at=now)
    with context(bram):
        with pytest.raises(Agendapunt.DoesNotExist):
            actions.decide(punt.id, BesluitInvoer(soort="casus", motivering="Ja."), by=bram, at=now)
        assert Overleg.objects.filter(pk=overleg.id).exists()
