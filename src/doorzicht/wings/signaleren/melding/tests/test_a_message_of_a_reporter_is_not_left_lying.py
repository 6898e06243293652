"""What a reporter adds later stands on the worklist, the start page and in the morning round until it is opened."""

import os
from datetime import timedelta
from uuid import UUID

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from doorzicht.ground.access.api import Actor, Geweigerd, context
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.wings.signaleren import api
from doorzicht.wings.signaleren.melding import actions, berichten, jobs, werklijst
from doorzicht.wings.signaleren.melding.invoer import MeldingInvoer
from doorzicht.wings.signaleren.melding.models import Bericht, Melding
from doorzicht.wings.signaleren.melding.ontvangen import receive
from doorzicht.wings.signaleren.melding.tests.post import receivers

CANARY = "ze vertrekken vanavond"


@pytest.fixture
def melding(actor) -> UUID:
    """A resident's report that Noor has read."""
    with context(Actor.melder("0246")) as melder:
        invoer = MeldingInvoer("bewoner", os.urandom(32), "Bewoner: werk", "Zes bedden op een rij.")
        melding_id = receive(invoer, by=melder, at=timezone.now()).melding_id
    with context(actor("noor.voorbeeld")) as noor:
        actions.open_melding(melding_id, by=noor, at=timezone.now())
    return melding_id


def _come_back(melding_id: UUID, text: str = CANARY, *, days_ago: int = 0) -> None:
    with context(Actor.melder("0246")) as melder:
        at = timezone.now() - timedelta(days=days_ago)
        berichten.add_from_reporter(melding_id, text, by=melder, at=at)


def _lines(by: Actor, filter_naam: str = "") -> list[UUID]:
    page = werklijst.worklist(by=by, today=timezone.localdate(), filter_naam=filter_naam)
    return [line.id for line in page.regels]


def _browser(who: str) -> Client:
    client = Client()
    backend = "allauth.account.auth_backends.AuthenticationBackend"
    client.force_login(Medewerker.objects.get(gebruikersnaam=who), backend=backend)
    return client


def test_the_worklist_marks_it_and_can_show_only_those(melding, actor):
    with context(actor("noor.voorbeeld")) as noor:
        assert _lines(noor, "bericht") == []
    _come_back(melding)
    with context(actor("noor.voorbeeld")) as noor:
        assert _lines(noor, "bericht") == [melding]
    assert "Nieuw bericht</span>" in _browser("noor.voorbeeld").get("/signaleren/meldingen/").content.decode()


def test_a_melding_that_was_done_comes_back_on_the_worklist(melding, actor):
    with context(actor("noor.voorbeeld")) as noor:
        Melding.objects.filter(pk=melding).update(status="afgerond")
        assert _lines(noor) == []
    _come_back(melding)
    with context(actor("noor.voorbeeld")) as noor:
        assert _lines(noor) == [melding]


def test_the_start_page_says_how_many_wait_to_whoever_may_answer(melding, actor):
    _come_back(melding)
    for who, waits in (("noor.voorbeeld", True), ("fenna.verzonnen", False), ("otto.elders", False)):
        with context(actor(who)) as by:
            lines = {w.naam: w.tekst for w in api.waiting_for(by=by, today=timezone.localdate())}
        assert (lines.get("Nieuwe berichten van melders") == "1 ongelezen") is waits, who


def test_opening_the_page_shows_it_as_new_once_and_then_it_is_read(melding, actor):
    _come_back(melding)
    noor = _browser("noor.voorbeeld")
    first = noor.get(f"/signaleren/meldingen/{melding}/").content.decode()
    again = noor.get(f"/signaleren/meldingen/{melding}/").content.decode()
    banner = "De melder schreef nog iets"
    assert [words in first for words in (CANARY, ">Nieuw</span>", banner)] == [True, True, True]
    assert [words in again for words in (CANARY, ">Nieuw</span>", banner)] == [True, False, False]
    with context(actor("noor.voorbeeld")) as by:
        assert _lines(by, "bericht") == []
        assert Bericht.objects.get().gelezen_dag == timezone.localdate()


def test_looking_at_the_weighing_does_not_count_as_reading_it(melding, actor):
    _come_back(melding)
    _browser("noor.voorbeeld").get(f"/signaleren/meldingen/{melding}/weging/")
    with context(actor("noor.voorbeeld")) as noor:
        assert _lines(noor, "bericht") == [melding]


def test_the_morning_round_tells_the_functionary_and_says_nothing_of_it(melding):
    _come_back(melding)
    jobs.morning(timestamp=0)
    assert receivers() == {"noor.voorbeeld"}
    assert CANARY not in mail.outbox[0].subject + mail.outbox[0].body


def test_a_message_that_lies_too_long_also_goes_to_the_deputy_and_the_coordinator(melding):
    _come_back(melding, days_ago=10)
    jobs.morning(timestamp=0)
    assert receivers() == {"noor.voorbeeld", "bram.testman"}


def test_a_message_that_was_opened_wakes_nobody(melding, actor):
    _come_back(melding)
    with context(actor("noor.voorbeeld")) as noor:
        berichten.mark_read(Melding.objects.get(pk=melding), by=noor, at=timezone.now())
    jobs.morning(timestamp=0)
    assert receivers() == set()


def test_the_oldest_unread_message_counts(melding, actor):
    _come_back(melding, days_ago=3)
    _come_back(melding, "en nog iets")
    with context(actor("noor.voorbeeld")):
        assert Melding.objects.get().nieuw_bericht == timezone.localdate() - timedelta(days=3)


def test_the_button_pressed_twice_makes_one_answer(melding, actor):
    with context(actor("noor.voorbeeld")) as noor:
        for text in ("Dank je.", "Dank je.", "Zag je nog iets?", "Dank je."):
            berichten.answer(melding, text, by=noor, at=timezone.now())
        assert [b.volgnummer for b in Bericht.objects.order_by("volgnummer")] == [1, 2, 3]


def test_who_may_not_answer_cannot(melding, actor):
    with context(actor("fenna.verzonnen")) as fenna, pytest.raises(Geweigerd):
        berichten.answer(melding, "Dank je.", by=fenna, at=timezone.now())


def test_an_answer_in_the_same_words_as_the_reporter_is_an_answer(melding, actor):
    _come_back(melding, "Ja.")
    with context(actor("noor.voorbeeld")) as noor:
        berichten.answer(melding, "Ja.", by=noor, at=timezone.now())
        assert [b.van_melder for b in Bericht.objects.order_by("volgnummer")] == [True, False]


def test_it_stays_unread_when_somebody_opens_it_who_may_not_answer(melding, actor):
    _come_back(melding)
    with context(actor("sietse.denkbeeldig")) as sietse:
        berichten.mark_read(Melding.objects.get(pk=melding), by=sietse, at=timezone.now())
        assert Melding.objects.get(pk=melding).nieuw_bericht == timezone.localdate()
