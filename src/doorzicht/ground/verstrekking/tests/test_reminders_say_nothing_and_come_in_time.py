"""Before its end both sides hear that something waits; after it the receiver, weekly, until they confirm."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core import mail

from doorzicht.ground.access.api import Actor, Geweigerd, context
from doorzicht.ground.verstrekking import api, jobs
from doorzicht.ground.verstrekking.api import Ontvanger

POLITIE = {"aan": Ontvanger("politie-on", "partner"), "kader": "politie"}
HOUSE = Actor.systeem("0246")


def _reminded(at) -> set[str]:
    with context(HOUSE):
        return {person.gebruikersnaam for person in api.to_remind(by=HOUSE, at=at)}


@pytest.fixture
def ended(offered, noor, now):
    row = offered(**POLITIE)
    with context(noor):
        api.revoke(row.id, reden="klaar", by=noor, at=now)
    return row


def test_a_week_before_its_end_both_sides_hear_of_it_once(offered, now):
    row = offered(**POLITIE)

    assert _reminded(now) == set()
    assert _reminded(row.vervalt_op - timedelta(days=6)) == {"noor.voorbeeld", "joris.bedacht"}
    assert _reminded(row.vervalt_op - timedelta(days=5)) == set()


def test_what_ended_by_refusal_reminds_nobody(offered, actor, now):
    row, joris = offered(**POLITIE), actor("joris.bedacht")
    with context(joris):
        api.refuse(row.id, reden="geen taak", by=joris, at=now)

    assert _reminded(row.vervalt_op - timedelta(days=6)) == set()


def test_the_receiver_is_asked_the_next_morning_and_then_every_week(ended, now):
    days = [d for d in range(16) if _reminded(now + timedelta(days=d)) == {"joris.bedacht"}]

    assert days == [0, 7, 14]


def test_who_confirmed_is_left_in_peace(ended, actor, now):
    joris = actor("joris.bedacht")
    with context(joris):
        api.confirm_destroyed(ended.id, by=joris, at=now)

    assert _reminded(now + timedelta(days=8)) == set()


def test_the_mail_says_nothing_of_it(ended, settings, now):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    with patch.object(jobs.timezone, "now", return_value=now):
        jobs.remind(timestamp=0)

    (sent,) = mail.outbox
    text = f"{sent.subject} {sent.body}"
    assert ended.nummer not in text
    assert "verstrek" not in text.lower()
    assert "politie" not in text.lower()


def test_only_the_house_reminds(noor, now):
    with context(noor), pytest.raises(Geweigerd):
        api.to_remind(by=noor, at=now)
