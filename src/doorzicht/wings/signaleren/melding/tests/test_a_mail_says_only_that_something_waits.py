"""A new melding is announced without a word about it; one without account only by the round of the next morning."""

import os
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from doorzicht.ground.access.api import Actor, context
from doorzicht.wings.signaleren.melding import jobs
from doorzicht.wings.signaleren.melding.invoer import MeldingInvoer
from doorzicht.wings.signaleren.melding.ontvangen import receive
from doorzicht.wings.signaleren.melding.tests.post import receivers

CANARY = "kanarie in de kolenmijn"


def _report(actor: Actor, kanaal: str, *, days_ago: int = 0):
    invoer = MeldingInvoer(kanaal, os.urandom(32), CANARY, CANARY)
    return receive(invoer, by=actor, at=timezone.now() - timedelta(days=days_ago))


def test_an_employees_melding_defers_one_job_that_knows_the_municipality_and_nothing_else(actor):
    with context(actor("fenna.verzonnen")) as fenna:
        _report(fenna, "medewerker")
        assert [job.args for job in ProcrastinateJob.objects.all()] == [{"organisatie_id": "0246"}]


def test_the_functionary_is_told_and_nothing_of_it_is_said(actor):
    with context(actor("fenna.verzonnen")) as fenna:
        done = _report(fenna, "medewerker")
    jobs.notify(organisatie_id="0246")

    assert receivers() == {"noor.voorbeeld"}
    text = mail.outbox[0].subject + mail.outbox[0].body
    assert CANARY not in text
    assert done.nummer not in text


def test_a_melding_without_account_makes_no_job_and_no_mail(actor):
    with context(Actor.melder("0246")) as melder:
        _report(melder, "bewoner")
        assert not ProcrastinateJob.objects.exists()
    assert mail.outbox == []


def test_the_morning_round_tells_the_functionary_what_is_unread(actor):
    with context(Actor.melder("0246")) as melder:
        _report(melder, "bewoner")
    jobs.morning(timestamp=0)
    assert receivers() == {"noor.voorbeeld"}


def test_what_is_late_also_goes_to_the_deputy_and_the_coordinator(actor):
    with context(Actor.melder("0246")) as melder:
        _report(melder, "bewoner", days_ago=30)
    jobs.morning(timestamp=0)
    assert receivers() == {"noor.voorbeeld", "bram.testman"}


@pytest.mark.django_db
def test_a_quiet_morning_sends_nothing():
    jobs.morning(timestamp=0)
    assert receivers() == set()


def test_the_job_is_known_to_the_worker():
    app.perform_import_paths()
    assert {"signaleren.notify", "signaleren.morning"} <= set(app.tasks)
