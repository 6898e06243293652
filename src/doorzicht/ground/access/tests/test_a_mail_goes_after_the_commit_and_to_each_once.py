"""A mail is sent when everything about it is stored, by a job of its own for each person: not lost, not doubled."""

import pytest
from django.core import mail
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from doorzicht.ground.access import jobs
from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.organisaties.models import Medewerker

HOUSE = "0246"


def _people(*names: str) -> list[Medewerker]:
    return list(Medewerker.objects.filter(gebruikersnaam__in=names))


def _waiting() -> list[dict[str, str]]:
    return [job.args for job in ProcrastinateJob.objects.filter(task_name="access.mail").order_by("id")]


def broken_off_round() -> None:
    with context(Actor.systeem(HOUSE)) as house:
        jobs.tell(_people("noor.voorbeeld"), by=house)
        raise RuntimeError("broken off")


def test_telling_sends_nothing_itself_and_puts_one_job_ready_for_each(actor):
    noor, bram = actor("noor.voorbeeld").medewerker_id, actor("bram.testman").medewerker_id
    with context(Actor.systeem(HOUSE)) as house:
        jobs.tell([*_people("noor.voorbeeld", "bram.testman"), *_people("noor.voorbeeld")], by=house)
    assert mail.outbox == []
    assert sorted(args["medewerker_id"] for args in _waiting()) == sorted([str(noor), str(bram)])
    assert {name for args in _waiting() for name in args} == {"organisatie_id", "medewerker_id"}


def test_who_has_no_address_is_not_logged_as_told(actor):
    noor = actor("noor.voorbeeld")
    Medewerker.objects.filter(gebruikersnaam="bram.testman").update(email="")
    with context(Actor.systeem(HOUSE)) as house:
        jobs.tell(_people("noor.voorbeeld", "bram.testman"), by=house)
    with context(noor):
        assert Regel.objects.get(object_soort="mail").object_ids == [noor.medewerker_id]
    assert [args["medewerker_id"] for args in _waiting()] == [str(noor.medewerker_id)]


def test_a_round_that_breaks_off_sends_nothing_and_logged_nothing(actor):
    actor("noor.voorbeeld")
    with pytest.raises(RuntimeError, match="broken off"):
        broken_off_round()
    assert _waiting() == []
    with context(actor("noor.voorbeeld")):
        assert not Regel.objects.filter(object_soort="mail").exists()


def test_the_mail_is_sent_when_the_transaction_of_the_house_is_over(actor, monkeypatch):
    depth, during = len(connection.savepoint_ids), []
    monkeypatch.setattr(jobs, "send_waiting", lambda adres: during.append(len(connection.savepoint_ids)))
    jobs.mail(organisatie_id=HOUSE, medewerker_id=str(actor("noor.voorbeeld").medewerker_id))
    assert during == [depth]


def test_a_mail_server_that_refuses_lets_the_job_try_again(actor, monkeypatch):
    def refuse(adres: str) -> None:
        raise ConnectionError

    monkeypatch.setattr(jobs, "send_waiting", refuse)
    with pytest.raises(ConnectionError):
        jobs.mail(organisatie_id=HOUSE, medewerker_id=str(actor("noor.voorbeeld").medewerker_id))


def test_whoever_left_in_the_meantime_gets_none(actor):
    noor = actor("noor.voorbeeld").medewerker_id
    Medewerker.objects.filter(pk=noor).update(is_active=False)
    jobs.mail(organisatie_id=HOUSE, medewerker_id=str(noor))
    assert mail.outbox == []


def test_the_job_is_known_to_the_worker():
    app.perform_import_paths()
    assert "access.mail" in app.tasks
