"""What is due in an organisation comes on its list, once; what is not, does not."""

from datetime import date, timedelta

import pytest

from doorzicht.ground.access.api import Actor, Geweigerd, context
from doorzicht.ground.bewaren import actions, api
from doorzicht.ground.bewaren.models import Lijstregel, Vernietigingslijst
from doorzicht.ground.vault.models import Dossier

from .conftest import TODAY


def test_a_rule_of_the_catalogue_sets_the_day(dossier, house):
    sleutel = dossier(op=None)

    with context(house):
        day = api.plan(sleutel.dossier_id, bewaarregel="melding-niets", from_day=date(2026, 11, 24))
        planned = Dossier.objects.get(pk=sleutel.dossier_id)

    assert day == planned.vernietigen_op == date(2027, 11, 24)
    assert planned.bewaarregel == "melding-niets"


@pytest.mark.parametrize("code", ["bestaat-niet", "met het dossier"])
def test_a_rule_that_is_unknown_or_has_no_term_plans_nothing(dossier, house, code):
    sleutel = dossier(op=None)

    with context(house):
        with pytest.raises(api.OnbekendeBewaarregel):
            api.plan(sleutel.dossier_id, bewaarregel=code, from_day=TODAY)
        assert Dossier.objects.get(pk=sleutel.dossier_id).vernietigen_op is None


def test_what_is_due_today_or_before_comes_on_the_list(dossier, prepare, house):
    due = {dossier().dossier_id, dossier(op=TODAY - timedelta(days=400)).dossier_id}
    dossier(op=TODAY + timedelta(days=1))
    dossier(op=None)

    (lijst,) = prepare()

    with context(house):
        lines = Lijstregel.objects.filter(lijst=lijst)
        assert set(lines.values_list("dossier_id", flat=True)) == due
    assert lijst.status == "open"


def test_a_list_holds_no_content(dossier, prepare, house):
    dossier()
    (lijst,) = prepare()

    with context(house):
        shown = str(list(Lijstregel.objects.filter(lijst=lijst).values()))
    assert "zin" not in shown


def test_what_waits_on_a_list_does_not_come_on_a_second_one(dossier, prepare):
    dossier()

    assert len(prepare()) == 1
    assert prepare() == []


def test_sealed_compartments_are_listed_too(dossier, prepare, house):
    sealed = {dossier(compartiment=c).dossier_id for c in ("zorg", "bibob", "wpg", "laa")}

    (lijst,) = prepare()
    with context(house):
        assert set(Lijstregel.objects.filter(lijst=lijst).values_list("dossier_id", flat=True)) == sealed


def test_the_list_of_another_municipality_does_not_hold_ours(dossier):
    dossier()
    epe = Actor.systeem("0232")

    with context(epe):
        assert actions.prepare(on=TODAY, by=epe) == []


def test_where_the_catalogue_asks_no_people_the_list_is_confirmed_at_once(dossier, prepare, house):
    dossier(bewaarregel="bijdrage-politie", compartiment="wpg")
    dossier()

    lists = prepare()

    assert {(lijst.twee_personen, lijst.status) for lijst in lists} == {(True, "open"), (False, "bevestigd")}


def test_a_rule_that_left_the_catalogue_still_asks_two_people(dossier, prepare):
    dossier(bewaarregel="uit-een-oude-versie")

    assert [lijst.twee_personen for lijst in prepare()] == [True]


def test_people_may_not_make_a_list(dossier, actor):
    dossier()

    with context(actor("sietse.denkbeeldig")) as sietse, pytest.raises(Geweigerd):
        actions.prepare(on=TODAY, by=sietse)


@pytest.mark.parametrize("wie", ["sietse.denkbeeldig", "bram.testman", "faye.toezicht"])
def test_who_confirms_and_the_fg_see_the_list(dossier, prepare, actor, wie):
    dossier()
    (lijst,) = prepare()

    with context(actor(wie)) as by:
        (seen,) = api.lists(by=by, status="open")
        assert (seen.id, seen.aantal, seen.wachtend, seen.bevestigd_door) == (lijst.id, 1, 1, ())
        assert [line.soort for line in api.lines(lijst.id, by=by)] == ["melding"]


@pytest.mark.parametrize("wie", ["noor.voorbeeld", "merel.meldpost", "bert.knoppen"])
def test_others_may_not_see_the_list(dossier, prepare, actor, wie):
    dossier()
    (lijst,) = prepare()

    with context(actor(wie)) as by:
        with pytest.raises(Geweigerd):
            api.lists(by=by)
        with pytest.raises(Geweigerd):
            api.lines(lijst.id, by=by)


def test_another_municipality_may_not_see_the_list(dossier, prepare, actor):
    dossier()
    (lijst,) = prepare()

    with context(actor("otto.elders")) as otto:
        assert api.lists(by=otto) == []
        assert not Vernietigingslijst.objects.exists()
        with pytest.raises(Geweigerd):
            api.lines(lijst.id, by=otto)
