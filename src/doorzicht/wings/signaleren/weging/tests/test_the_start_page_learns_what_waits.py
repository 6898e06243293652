"""What waits for somebody in this room, in words and without content; nothing waits for who may not do it."""

import os
from datetime import timedelta

from django.utils import timezone

from doorzicht.ground.access.api import context
from doorzicht.wings.signaleren import api
from doorzicht.wings.signaleren.melding.invoer import MeldingInvoer
from doorzicht.wings.signaleren.melding.ontvangen import receive
from doorzicht.wings.signaleren.weging import actions, wachtend
from doorzicht.wings.signaleren.weging.tests.conftest import besluit


def waits(who, cast, *, days: int = 0) -> dict[str, str]:
    with context(cast(who)) as actor:
        today = timezone.localdate() + timedelta(days=days)
        return {line.naam: line.tekst for line in api.waiting_for(by=actor, today=today)}


def test_each_sees_what_is_theirs_to_do(melding, cast, now):
    melding()
    to_riec, to_check = melding(), melding()
    with context(cast("noor")) as noor:
        actions.record(to_riec, besluit("riec"), by=noor, at=now)
        actions.record(to_check, besluit("vervolganalyse"), by=noor, at=now)

    assert waits("noor", cast) == {"Te wegen": "1 open"}
    assert waits("bram", cast) == {"Te wegen": "1 open", "Tweede mens": "1 open"}
    assert waits("sietse", cast) == {"Privacychecks": "1 open"}


def test_what_nobody_opened_yet_waits_for_who_weighs(cast, now):
    with context(cast("fenna")) as fenna:
        receive(MeldingInvoer("medewerker", os.urandom(32), "Label", "Verhaal."), by=fenna, at=now)
    assert waits("noor", cast) == {"Ongelezen meldingen": "1 open"}
    assert waits("merel", cast) == waits("sietse", cast) == {}


def test_nothing_waits_for_others(melding, cast):
    melding()
    for who in ("merel", "fenna", "jet", "otto"):
        assert waits(who, cast) == {}


def test_what_is_late_says_by_how_many_days(melding, cast):
    melding()
    assert "dagen te laat" in waits("noor", cast, days=30)["Te wegen"]


def test_a_great_many_are_not_counted_to_the_last(melding, cast, monkeypatch):
    monkeypatch.setattr(wachtend, "MEER", 2)
    for _ in range(2):
        melding()
    assert waits("noor", cast)["Te wegen"] == "2 open"

    melding()
    assert waits("noor", cast)["Te wegen"] == "2 of meer open"
