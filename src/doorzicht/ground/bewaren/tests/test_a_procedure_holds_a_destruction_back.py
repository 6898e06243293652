"""A dossier can be held back for a reason and until a day; the rest of the list goes on."""

from datetime import timedelta

import pytest

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.bewaren import actions
from doorzicht.ground.bewaren.models import Lijstregel
from doorzicht.ground.vault import api as vault
from doorzicht.ground.vault.models import Dossier

from .conftest import TODAY


def test_what_is_held_back_stays_and_the_rest_goes(dossier, prepare, actor, house, now):
    kept, gone = dossier(), dossier()
    (lijst,) = prepare()
    later = now.date() + timedelta(days=90)
    with context(actor("sietse.denkbeeldig")) as sietse:
        actions.hold(lijst.id, kept.dossier_id, reden="procedure", tot=later, by=sietse, at=now)
    for wie in ("sietse.denkbeeldig", "bram.testman"):
        with context(actor(wie)) as by:
            actions.confirm(lijst.id, by=by, at=now)

    with context(house):
        outcomes = {
            line.dossier_id: actions.destroy_line(line.id, on=TODAY, by=house)
            for line in Lijstregel.objects.filter(lijst=lijst)
        }
        assert outcomes == {kept.dossier_id: "aangehouden", gone.dossier_id: "vernietigd"}
        assert Dossier.objects.get(pk=kept.dossier_id).vernietigen_op == later
        assert vault.open_dossier(kept.dossier_id)


def test_it_comes_on_a_new_list_when_its_new_day_is_there(dossier, prepare, actor, now):
    kept = dossier()
    (lijst,) = prepare()
    later = now.date() + timedelta(days=90)
    with context(actor("sietse.denkbeeldig")) as sietse:
        actions.hold(lijst.id, kept.dossier_id, reden="verzoek", tot=later, by=sietse, at=now)

    assert prepare(on=later - timedelta(days=1)) == []
    assert len(prepare(on=later)) == 1


@pytest.mark.parametrize(("reden", "dagen"), [("zomaar", 90), ("procedure", 0), ("", 90)])
def test_without_a_known_reason_and_a_coming_day_nothing_is_held_back(
    dossier, prepare, actor, now, reden, dagen
):
    kept = dossier()
    (lijst,) = prepare()
    until = now.date() + timedelta(days=dagen)

    with context(actor("sietse.denkbeeldig")) as sietse, pytest.raises(ValueError, match="reden"):
        actions.hold(lijst.id, kept.dossier_id, reden=reden, tot=until, by=sietse, at=now)


@pytest.mark.parametrize("wie", ["noor.voorbeeld", "faye.toezicht", "otto.elders"])
def test_without_the_right_nobody_may_hold_it_back(dossier, prepare, actor, now, wie):
    kept = dossier()
    (lijst,) = prepare()
    until = now.date() + timedelta(days=90)

    with context(actor(wie)) as by, pytest.raises(Geweigerd):
        actions.hold(lijst.id, kept.dossier_id, reden="procedure", tot=until, by=by, at=now)


def test_a_dossier_whose_day_moved_after_the_list_was_made_is_left_alone(dossier, confirmed, house):
    reopened = dossier()
    lijst = confirmed()

    with context(house):
        vault.plan_destruction(
            reopened.dossier_id, op=TODAY + timedelta(days=365), bewaarregel="melding-open"
        )
        line = Lijstregel.objects.get(lijst=lijst)
        assert actions.destroy_line(line.id, on=TODAY, by=house) == "verplaatst"
        assert vault.open_dossier(reopened.dossier_id)
