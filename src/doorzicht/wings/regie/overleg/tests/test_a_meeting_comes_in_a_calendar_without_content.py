"""A meeting for a calendar: "Overleg" and when. By mail without the place; changes reach who was invited."""

from datetime import timedelta

import pytest
from django.core import mail
from icalendar import Calendar

from doorzicht.ground.access.api import context
from doorzicht.ground.lib.datums import to_local
from doorzicht.wings.regie.overleg import actions
from doorzicht.wings.regie.overleg.invoer import Moment
from doorzicht.wings.regie.overleg.jobs import invite_by_mail
from doorzicht.wings.regie.overleg.tests.test_mail_says_that_something_waits_and_nothing_else import (
    waiting_jobs,
)

CANARY = "Kanarie Voorbeeldlaan 99"


@pytest.fixture
def invited(meeting, mila):
    return meeting(CANARY, gasten={0: [mila]}, geopend=False)


@pytest.fixture
def sent(mila):
    """`sent(overleg)`: the one entry of the mail that goes to Mila now, and what it wants."""

    def find(overleg):
        mail.outbox.clear()
        invite_by_mail("0246", str(mila.medewerker_id), str(overleg.id))
        (message,) = mail.outbox
        (part,) = [p for p in message.message().walk() if p.get_content_type() == "text/calendar"]
        calendar = Calendar.from_ical(part.get_payload(decode=True))
        assert part.get_param("method") == calendar["method"]
        (event,) = calendar.walk("VEVENT")
        return (
            calendar["method"],
            event,
            message.message().as_string() + part.get_payload(decode=True).decode(),
        )

    return find


def test_the_mail_holds_when_and_nothing_of_the_item_or_the_place(invited, sent, mila):
    overleg, (punt,) = invited
    methode, event, whole = sent(overleg)
    assert (methode, event["summary"], event["sequence"]) == ("REQUEST", "Overleg", 0)
    assert event.decoded("dtstart") == to_local(overleg.begin).replace(microsecond=0)
    assert event["dtstart"].params["TZID"] == "Europe/Amsterdam"
    assert "location" not in event
    assert event["attendee"] == "mailto:mila.fictief@omgevingsdienst.example"
    for secret in ("Kanarie", "Verzonnen Den", "Mila", "Heerde", "0246", str(overleg.id), str(punt.id)):
        assert secret not in whole.replace("mila.fictief@", "")


def test_who_logged_in_gets_the_place_too_and_the_same_number(invited, sent, client_of):
    overleg, _ = invited
    _, mailed, _ = sent(overleg)
    for wie in ("mila.fictief", "noor.voorbeeld"):
        answer = client_of(wie).get(f"/regie/overleg/{overleg.id}/overleg.ics")
        assert answer["Content-Type"].startswith("text/calendar")
        assert answer["Cache-Control"] == "no-store"
        calendar = Calendar.from_ical(answer.content)
        (event,) = calendar.walk("VEVENT")
        assert (calendar["method"], event["uid"]) == ("PUBLISH", mailed["uid"])
        assert event["location"] == "Kamer De Verzonnen Den"
        assert "attendee" not in event
        assert "Kanarie" not in answer.content.decode()
    for wie, status in (("joris.bedacht", 404), ("otto.elders", 404), ("fenna.verzonnen", 403)):
        assert client_of(wie).get(f"/regie/overleg/{overleg.id}/overleg.ics").status_code == status


def test_a_move_reaches_everybody_else_with_a_higher_number(invited, sent, bram, mila, noor, now):
    overleg, _ = invited
    later = now + timedelta(days=1)
    with context(bram):
        moment = Moment(begin=later, eind=later + timedelta(hours=1), plaats="Kamer 3")
        actions.reschedule(overleg.id, moment, by=bram, at=now)
    jobs = [args for name, args in waiting_jobs() if name == "regie.overleg.kalender"]
    assert any(str(mila.medewerker_id) in args for args in jobs)
    assert any(str(noor.medewerker_id) in args for args in jobs)
    assert not any(str(bram.medewerker_id) in args for args in jobs)
    methode, event, _ = sent(overleg)
    assert (methode, event["sequence"]) == ("REQUEST", 1)
    assert event.decoded("dtstart") == to_local(later).replace(microsecond=0)


@pytest.mark.parametrize("verb", ["cancel", "withdraw"])
def test_called_off_or_taken_back_it_leaves_the_calendar(invited, sent, bram, mila, now, verb):
    overleg, (punt,) = invited
    with context(bram):
        if verb == "cancel":
            actions.cancel_overleg(overleg.id, by=bram, at=now)
        else:
            actions.withdraw(overleg.id, mila.medewerker_id, punt.id, by=bram, at=now)
    methode, event, _ = sent(overleg)
    assert (methode, event["status"], event["sequence"]) == ("CANCEL", "CANCELLED", 1)


def test_nobody_who_left_is_mailed(invited, mila, django_user_model):
    overleg, _ = invited
    django_user_model.objects.filter(pk=mila.medewerker_id).update(is_active=False)
    invite_by_mail("0246", str(mila.medewerker_id), str(overleg.id))
    assert mail.outbox == []
