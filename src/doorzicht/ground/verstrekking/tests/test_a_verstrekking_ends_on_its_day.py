"""At its end a verstrekking cannot be read, whether or not the job has come by; the job then closes it."""

from datetime import timedelta
from unittest.mock import patch

import pytest

from doorzicht.ground.access.api import Actor, Geweigerd, context
from doorzicht.ground.access.models import Toegang
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.lib.terms import last_day, parse_term
from doorzicht.ground.vault.models import Dossier
from doorzicht.ground.verstrekking import api, jobs
from doorzicht.ground.verstrekking.api import Ontvanger
from doorzicht.ground.verstrekking.models import Verstrekking, VrijgegevenVeld


def test_the_last_moment_before_its_end_it_can_be_read(offered, bram, now):
    row = offered()

    with context(bram):
        assert api.read(row.id, by=bram, at=row.vervalt_op - timedelta(seconds=1)).velden


def test_from_its_end_on_it_cannot_be_read_though_no_job_ran(offered, bram):
    row = offered()

    with context(bram), pytest.raises(Geweigerd, match="verlopen"):
        api.read(row.id, by=bram, at=row.vervalt_op)


def test_the_access_of_another_organisation_ends_with_it(offered):
    row = offered(aan=Ontvanger("politie-on", "partner"), kader="politie")

    with context(Actor.systeem("0246")):
        assert Toegang.objects.get(dossier_id=row.id).tot == row.vervalt_op


def test_the_job_closes_what_is_due_and_leaves_the_rest(offered, now):
    due, later = offered(vervalt_op=now + timedelta(days=1)), offered()
    house = Actor.systeem("0246")

    with context(house):
        assert api.expire_due(by=house, at=now + timedelta(days=2)) == 1
        assert api.expire_due(by=house, at=now + timedelta(days=2)) == 0
        status = dict(Verstrekking.objects.values_list("id", "status"))
        filled = VrijgegevenVeld.objects.filter(inhoud__isnull=False).values_list("dossier_id", flat=True)
        assert set(filled) == {later.id}

    assert status == {due.id: "verlopen", later.id: "aangeboden"}


def test_the_job_of_another_municipality_leaves_ours_alone(offered, now):
    row, other = offered(), Actor.systeem("0232")
    with context(other):
        assert api.expire_due(by=other, at=now + timedelta(days=90)) == 0

    with context(Actor.systeem("0246")):
        assert Verstrekking.objects.get(pk=row.id).status == "aangeboden"


def test_the_job_goes_by_every_organisation(offered, now):
    row = offered()
    with context(Actor.systeem("0246")):
        assert Verstrekking.objects.get(pk=row.id).status == "aangeboden"

    with patch.object(jobs.timezone, "now", return_value=row.vervalt_op):
        jobs.expire(timestamp=0)
    with context(Actor.systeem("0246")):
        assert Verstrekking.objects.get(pk=row.id).status == "verlopen"


def test_a_year_after_its_end_the_copy_must_be_gone(offered):
    row = offered()

    with context(Actor.systeem("0246")):
        dossier = Dossier.objects.get(pk=row.id)
    assert dossier.bewaarregel == "verstrekking"
    assert dossier.vernietigen_op == _a_year_after(row.vervalt_op)


def test_what_ends_earlier_must_be_gone_earlier(offered, noor, now):
    row = offered()

    with context(noor):
        api.revoke(row.id, reden="vergissing", by=noor, at=now)
        assert Dossier.objects.get(pk=row.id).vernietigen_op == _a_year_after(now)


def _a_year_after(moment):
    return last_day(parse_term("1 jaar"), begin=local_day(moment))


def test_nobody_but_the_house_lets_things_expire(offered, noor, now):
    offered()

    with context(noor), pytest.raises(Geweigerd):
        api.expire_due(by=noor, at=now + timedelta(days=90))
