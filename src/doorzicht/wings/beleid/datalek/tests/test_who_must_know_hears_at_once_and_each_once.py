"""FG and privacyfunctionaris, deputies too, hear at once that something waits: each by a job of their own."""

import pytest
from django.core import mail
from procrastinate.contrib.django.models import ProcrastinateJob

from doorzicht.ground.access import jobs as post
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.wings.beleid.datalek import jobs
from doorzicht.wings.beleid.datalek.tests.conftest import FG, PRIVACY

EACH = [
    "faye.toezicht@heerde.example",
    "pleun.plaatsvervang@heerde.example",
    "sietse.denkbeeldig@heerde.example",
]


@pytest.fixture
def told(reported) -> list[dict[str, str]]:
    """The jobs of a breach that was reported."""
    reported()
    jobs.notify("0246")
    assert mail.outbox == []
    return [job.args for job in ProcrastinateJob.objects.filter(task_name="access.mail").order_by("id")]


def test_everybody_who_must_know_gets_one_and_it_says_nothing(told):
    for args in told:
        post.mail(**args)
    assert sorted(to for message in mail.outbox for to in message.to) == EACH
    for message in mail.outbox:
        text = (message.subject + message.body).lower()
        assert not [word for word in ("datalek", "lijst", "d-2") if word in text]


def test_what_goes_wrong_with_one_is_tried_again_for_that_one_only(told, monkeypatch):
    send, refused = post.send_waiting, []

    def send_or_refuse(adres: str) -> None:
        if adres == EACH[1] and not refused:
            refused.append(adres)
            raise ConnectionError
        send(adres)

    monkeypatch.setattr(post, "send_waiting", send_or_refuse)
    again = []
    for args in told:
        try:
            post.mail(**args)
        except ConnectionError:
            again.append(args)
    for args in again:
        post.mail(**args)
    assert sorted(to for message in mail.outbox for to in message.to) == EACH


def test_who_has_no_address_is_not_logged_as_told(reported, acting_as):
    sietse = Medewerker.objects.get(gebruikersnaam=PRIVACY)
    Medewerker.objects.filter(pk=sietse.pk).update(email="")
    reported()
    jobs.notify("0246")
    with acting_as(FG):
        (line,) = Regel.objects.filter(handeling="verstrek", object_soort="mail")
    assert len(line.object_ids) == 2
    assert sietse.id not in line.object_ids
