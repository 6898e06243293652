"""Mails hold no name, number or content: the same lines for everybody. Jobs hold numbers, and start with the act."""

import json

import pytest
from django.core import mail
from django.db import connection, transaction

from doorzicht.ground.access.api import context
from doorzicht.ground.lib.mail import TEKST, send_waiting, start_link
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.wings.regie.overleg import actions
from doorzicht.wings.regie.overleg.jobs import notify

CANARY = "Kanarie Voorbeeldlaan 99"


def waiting_jobs():
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, args FROM procrastinate_jobs ORDER BY id")
        return cursor.fetchall()


@pytest.fixture
def invited(meeting, mila):
    return meeting(CANARY, gasten={0: [mila]}, geopend=False)


def test_an_invitation_mails_a_link_and_nothing_of_the_item(invited, mila):
    notify(organisatie_id="0246", medewerker_id=str(mila.medewerker_id))
    (sent,) = mail.outbox
    assert sent.subject == "Er staat iets voor je klaar in Doorzicht"
    assert sent.body == TEKST.format(link=start_link())
    assert sent.to == ["mila.fictief@omgevingsdienst.example"]
    whole = sent.message().as_string()
    for secret in (CANARY, "Kanarie", "Mila", "Heerde", "0246", "punt", "overleg", str(invited[0].id)):
        assert secret not in whole.replace(sent.to[0], "")


def test_the_job_carries_numbers_only(invited, mila):
    jobs = [json.loads(args) for name, args in waiting_jobs() if name == "regie.overleg.kalender"]
    numbers = {"organisatie_id": "0246", "medewerker_id": str(mila.medewerker_id)}
    assert jobs == [{**numbers, "overleg_id": str(invited[0].id)}]


def test_no_job_without_the_act(meeting, mila, bram, now):
    overleg, (punt,) = meeting()

    class Storing(Exception):
        pass

    def invite_and_fail() -> None:
        with transaction.atomic():
            actions.invite(overleg.id, mila.medewerker_id, [punt.id], by=bram, at=now)
            assert waiting_jobs()
            raise Storing

    with context(bram), pytest.raises(Storing):
        invite_and_fail()
    assert waiting_jobs() == []


def test_one_mail_is_enough_for_who_has_not_had_it_yet(invited, mila, bram, now):
    overleg, (punt,) = invited
    with context(bram):
        for _ in range(3):
            actions.invite(overleg.id, mila.medewerker_id, [punt.id], by=bram, at=now)
    assert len(waiting_jobs()) == 1


def test_nobody_who_left_gets_a_mail(invited, mila):
    Medewerker.objects.filter(pk=mila.medewerker_id).update(is_active=False)
    notify(organisatie_id="0246", medewerker_id=str(mila.medewerker_id))
    assert mail.outbox == []


def test_every_mail_of_the_house_is_the_same(mila, joris):
    for address in ("a@heerde.example", "b@politie.example"):
        send_waiting(address)
    assert len({(m.subject, m.body) for m in mail.outbox}) == 1
