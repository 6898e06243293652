"""A mail is sent when everything about it is stored, by a job of its own for each person: not lost, not doubled."""

import pytest
from django.core import mail
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.wings.signaleren.melding import jobs

HOUSE = "0246"


def _waiting() -> list[dict[str, str]]:
    return [job.args for job in ProcrastinateJob.objects.filter(task_name="signaleren.mail").order_by("id")]


def broken_off_round() -> None:
    with context(Actor.systeem(HOUSE)) as house:
        jobs._tell(house, rollen=["aandachtsfunctionaris"], deputies=False)
        raise RuntimeError("broken off")


def test_telling_sends_nothing_itself_and_puts_one_job_ready_for_each(actor):
    noor, bram = actor("noor.voorbeeld").medewerker_id, actor("bram.testman").medewerker_id
    with context(Actor.systeem(HOUSE)) as house:
        jobs._tell(house, rollen=["aandachtsfunctionaris"], deputies=True)
    assert mail.outbox == []
    assert {args["medewerker_id"] for args in _waiting()} == {str(noor), str(bram)}
    assert {name for args in _waiting() for name in args} == {"organisatie_id", "medewerker_id"}


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
