"""Product rule 11: nothing is destroyed before two different people said yes."""

import json

import pytest
from django.db import DatabaseError, connection, transaction

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.bewaren import actions
from doorzicht.ground.bewaren.actions import AlBevestigd
from doorzicht.ground.bewaren.models import Bevestiging, Lijstregel, Vernietigingslijst


def _jobs() -> list[dict]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT args FROM procrastinate_jobs WHERE task_name = 'bewaren.execute'")
        return [json.loads(row[0]) for row in cursor.fetchall()]


@pytest.fixture
def lijst(dossier, prepare) -> Vernietigingslijst:
    dossier()
    return prepare()[0]


def _line(lijst):
    return Lijstregel.objects.get(lijst=lijst)


def test_the_second_person_starts_the_destruction(lijst, actor, now):
    with context(actor("sietse.denkbeeldig")) as sietse:
        assert actions.confirm(lijst.id, by=sietse, at=now) is False
        assert _jobs() == []
    with context(actor("bram.testman")) as bram:
        assert actions.confirm(lijst.id, by=bram, at=now) is True
        assert Vernietigingslijst.objects.get(pk=lijst.id).status == "bevestigd"

    assert _jobs() == [{"organisatie_id": "0246", "lijst_id": str(lijst.id)}]


def test_the_same_person_may_not_confirm_twice(lijst, actor, now):
    with context(actor("sietse.denkbeeldig")) as sietse:
        actions.confirm(lijst.id, by=sietse, at=now)
        with pytest.raises(AlBevestigd):
            actions.confirm(lijst.id, by=sietse, at=now)
        assert Bevestiging.objects.count() == 1


def test_nobody_confirms_in_the_name_of_another(lijst, actor, now):
    bram = actor("bram.testman").medewerker_id
    with (
        context(actor("sietse.denkbeeldig")),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        Bevestiging.objects.create(lijst=lijst, organisatie_id="0246", medewerker_id=bram, op=now)


def test_a_confirmation_may_not_be_taken_back(lijst, actor, now):
    with context(actor("sietse.denkbeeldig")) as sietse:
        actions.confirm(lijst.id, by=sietse, at=now)
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Bevestiging.objects.all().delete()


@pytest.mark.parametrize("wie", ["noor.voorbeeld", "faye.toezicht", "bert.knoppen", "otto.elders"])
def test_without_the_right_or_in_another_municipality_nobody_may_confirm(lijst, actor, now, wie):
    with context(actor(wie)) as other, pytest.raises(Geweigerd):
        actions.confirm(lijst.id, by=other, at=now)


def test_a_confirmed_list_may_not_be_confirmed_by_a_third(lijst, actor, now):
    for wie in ("sietse.denkbeeldig", "bram.testman"):
        with context(actor(wie)) as by:
            actions.confirm(lijst.id, by=by, at=now)

    with context(actor("pleun.plaatsvervang")) as pleun, pytest.raises(AlBevestigd):
        actions.confirm(lijst.id, by=pleun, at=now)


def test_the_house_may_not_destroy_what_one_person_confirmed(lijst, house, actor, now):
    with context(actor("sietse.denkbeeldig")) as sietse:
        actions.confirm(lijst.id, by=sietse, at=now)

    with context(house), pytest.raises(Geweigerd):
        actions.destroy_line(_line(lijst).id, on=now.date(), by=house)


def test_the_house_may_not_destroy_a_list_that_only_claims_to_be_confirmed(lijst, house, now):
    with context(house):
        Vernietigingslijst.objects.filter(pk=lijst.id).update(status="bevestigd")
        with pytest.raises(Geweigerd):
            actions.destroy_line(_line(lijst).id, on=now.date(), by=house)


def test_people_may_not_destroy(lijst, actor, now):
    with context(actor("sietse.denkbeeldig")) as sietse, pytest.raises(Geweigerd):
        actions.destroy_line(_line(lijst).id, on=now.date(), by=sietse)
