"""Before the day, when it has passed, and then once a week: a mail that says that something waits. Not every day."""

from datetime import date, datetime, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from doorzicht.ground.access.api import Actor, Geweigerd, context
from doorzicht.ground.lib.datums import AMSTERDAM
from doorzicht.ground.lib.mail import TEKST, start_link
from doorzicht.wings.regie.overleg import actions, jobs
from doorzicht.wings.regie.overleg.herinneren import whom_to_remind
from doorzicht.wings.regie.overleg.invoer import ActieInvoer
from doorzicht.wings.regie.overleg.models import Actie
from doorzicht.wings.regie.overleg.tests.test_mail_says_that_something_waits_and_nothing_else import (
    waiting_jobs,
)

HOUSE = Actor.systeem("0246")
FRIDAY = date(2027, 1, 15)


@pytest.fixture
def task(meeting, mila, bram, now):
    """`task(day)`: what Mila has to do before a day."""
    _, (punt,) = meeting("Loods", gasten={0: [mila]})

    def make(uiterlijk):
        with context(bram):
            return actions.add_actie(
                punt.id,
                ActieInvoer(wat="Geheim", eigenaar=mila.medewerker_id, uiterlijk=uiterlijk),
                by=bram,
                at=now,
            )

    return make


def reminded(day):
    with context(HOUSE):
        return whom_to_remind(by=HOUSE, today=day)


def test_before_the_day_after_it_and_then_once_a_week(task, mila):
    task(FRIDAY)
    days = [FRIDAY + timedelta(days=n) for n in range(-10, 32)]
    heard = [day for day in days if reminded(day)]
    # Thursday; Monday (the Saturday after fell in the weekend); then every Monday after a Saturday.
    assert heard == [date(2027, 1, 14), date(2027, 1, 18), date(2027, 1, 25), date(2027, 2, 1),
                     date(2027, 2, 8), date(2027, 2, 15)]  # fmt: skip
    assert reminded(date(2027, 1, 14)) == [mila.medewerker_id]


def test_after_a_holiday_the_round_looks_back(task):
    task(date(2027, 3, 25))  # Thursday before Easter; Friday and Monday are holidays
    assert [day for day in (date(2027, 3, 26), date(2027, 3, 29)) if reminded(day)] == []
    assert reminded(date(2027, 3, 30))


def test_two_actions_are_one_mail_and_what_is_done_none(task, bram, now):
    rows = [task(FRIDAY), task(FRIDAY)]
    assert len(reminded(FRIDAY - timedelta(days=1))) == 1
    with context(bram):
        for row in rows:
            actions.finish_actie(row.id, "Gedaan.", by=bram, at=now)
    assert reminded(FRIDAY - timedelta(days=1)) == []


def test_who_can_no_longer_see_the_action_is_not_asked_for_it(task):
    task(FRIDAY)
    assert reminded(date(2027, 4, 12))
    assert not any(reminded(date(2027, 4, 16) + timedelta(days=n)) for n in range(30))


def test_a_human_being_does_not_ask_it(bram):
    with context(bram), pytest.raises(Geweigerd):
        whom_to_remind(by=bram, today=FRIDAY)


def test_the_round_mails_that_something_waits_and_nothing_else(task, mila, monkeypatch):
    row = task(FRIDAY)
    morning = datetime(2027, 1, 14, 6, 45, tzinfo=AMSTERDAM)
    monkeypatch.setattr(timezone, "localdate", lambda: morning.date())
    before = len(waiting_jobs())
    jobs.remind(0)
    jobs.remind(0)
    assert (
        len(waiting_jobs()) == before
    )  # the mail that said so when it was agreed on did not go yet: one is enough
    jobs.notify("0246", str(mila.medewerker_id))
    (sent,) = mail.outbox
    assert sent.body == TEKST.format(link=start_link())
    assert Actie.objects.filter(pk=row.id).exists() is False  # nobody looks without a context
