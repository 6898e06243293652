"""Product rule 11: a breach has a rule of the catalogue, its day moves with what is done, and it is destroyed whole."""

from datetime import timedelta

import pytest

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.bewaren import actions as bewaren
from doorzicht.ground.bewaren.models import Vernietigingsbewijs
from doorzicht.ground.vault.api import SleutelVernietigd, destroy_dossier
from doorzicht.ground.vault.models import Dossier
from doorzicht.wings.beleid.datalek import actions, selectors
from doorzicht.wings.beleid.datalek.models import Datalek, Datalekbesluit, Datalekklok
from doorzicht.wings.beleid.datalek.tests.conftest import FG, PRIVACY, besluit


def test_its_day_is_five_years_after_the_last_act(reported, acting_as, now):
    datalek_id = reported()
    with acting_as(PRIVACY) as by:
        first = Dossier.objects.get(pk=datalek_id)
        assert (first.bewaarregel, first.vernietigen_op.year) == ("datalek", now.year + 5)
        actions.decide(datalek_id, besluit(), by=by, at=now + timedelta(days=40))
        assert Dossier.objects.get(pk=datalek_id).vernietigen_op > first.vernietigen_op


@pytest.fixture
def destroyed(reported, acting_as, now, actor):
    """A breach with a clock and a decision, destroyed after two people said yes."""
    datalek_id = reported()
    with acting_as(FG) as by:
        actions.set_clock(datalek_id, vanaf=now - timedelta(hours=2), reden="Eerder bekend.", by=by, at=now)
    with acting_as(PRIVACY) as by:
        actions.decide(datalek_id, besluit(), by=by, at=now)
    day = now.date() + timedelta(days=366 * 5)
    with context(Actor.systeem("0246")) as house:
        (lijst,) = bewaren.prepare(on=day, by=house)
    for who in (PRIVACY, "bram.testman"):
        with acting_as(who) as by:
            bewaren.confirm(lijst.id, by=by, at=now)
    with context(Actor.systeem("0246")) as house:
        for regel in lijst.regels.all():
            assert bewaren.destroy_line(regel.id, on=day, by=house) == "vernietigd"
    return datalek_id


def test_key_and_rows_are_gone_and_a_proof_is_left(destroyed, acting_as):
    with acting_as(FG) as by:
        assert not Datalek.objects.exists()
        assert not Datalekbesluit.objects.exists()
        assert not Datalekklok.objects.exists()
        assert Vernietigingsbewijs.objects.get(dossier_id=destroyed).soort == "datalek"
        with pytest.raises(Datalek.DoesNotExist):
            selectors.read_datalek(destroyed, by=by)


def test_an_old_link_says_that_it_was_destroyed_to_who_could_read_it(destroyed, client_of):
    assert client_of(FG).get(f"/beleid/datalekken/{destroyed}/").status_code == 410
    assert client_of("puck.elders").get(f"/beleid/datalekken/{destroyed}/").status_code == 404
    assert client_of("bas.balie").get(f"/beleid/datalekken/{destroyed}/").status_code == 403


def test_a_breach_of_which_only_the_key_is_gone_cannot_be_read(reported, acting_as, now):
    datalek_id = reported()
    with acting_as(FG) as by:
        destroy_dossier(datalek_id, at=now.date())
        with pytest.raises(SleutelVernietigd):
            selectors.read_datalek(datalek_id, by=by)
        assert selectors.read_all(by=by, doel="uitdraai") == []
