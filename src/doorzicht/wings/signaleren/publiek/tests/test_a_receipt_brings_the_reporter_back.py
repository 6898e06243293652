"""Whoever holds the receipt reads the state and the messages and answers; any other code gets one same sentence."""

import os

import pytest
from django.utils import timezone

from doorzicht.ground.lib.receipt import receipt_from_bytes
from doorzicht.ground.vault import api as vault
from doorzicht.wings.signaleren.melding import actions, berichten, selectors
from doorzicht.wings.signaleren.melding.models import Bericht, Melding
from doorzicht.wings.signaleren.publiek.tests.conftest import Bewoner

TERUG, ERBIJ = "/m/heerde/code/", "/m/heerde/code/toevoegen/"
ONBEKEND = "Deze code kennen we niet. Kijk of je hem goed hebt overgenomen."


def some_receipt() -> str:
    """A receipt that nobody has."""
    return receipt_from_bytes(os.urandom(16)).woorden


@pytest.fixture
def code(bewoner) -> str:
    bewoner.verstuur(mijn_naam="Sam")
    return bewoner.code


def test_the_reporter_reads_the_state_and_what_the_meldpunt_asks(bewoner, code, meldingen, acting_as):
    page = bewoner.post(TERUG, {"code": code})
    assert "Je melding is binnen en nog niet gelezen." in page

    [melding] = meldingen()
    with acting_as("noor.voorbeeld") as noor:
        actions.open_melding(melding.id, by=noor, at=timezone.now())
        berichten.answer(melding.id, "Zag je ook een busje?", by=noor, at=timezone.now())
    page = bewoner.post(TERUG, {"code": code})
    assert "Je melding is gelezen." in page
    assert "Zag je ook een busje?" in page
    with acting_as("noor.voorbeeld"):
        assert Bericht.objects.get().gelezen_dag == timezone.localdate()


def test_the_reporter_answers_and_the_meldpunt_reads_it(bewoner, code, meldingen, acting_as):
    bewoner.post(TERUG, {"code": code})
    page = bewoner.post(ERBIJ, bewoner.verborgen() | {"bericht": "Ja, een wit busje."})

    assert "Je bericht is binnen" in page
    [melding] = meldingen()
    with acting_as("noor.voorbeeld") as noor:
        sheet = selectors.read_sheet(actions.open_melding(melding.id, by=noor, at=timezone.now()))
    assert [(b.van_melder, b.dag, text) for b, text in sheet.berichten] == [
        (True, timezone.localdate(), "Ja, een wit busje.")
    ]


def test_an_answer_that_is_sent_twice_is_one_message(bewoner, code, acting_as):
    bewoner.post(TERUG, {"code": code})
    form = bewoner.verborgen() | {"bericht": "Ja, een wit busje."}
    bewoner.post(ERBIJ, form)
    bewoner.post(ERBIJ, form)

    with acting_as("noor.voorbeeld"):
        assert Bericht.objects.count() == 1


def test_where_nobody_reads_any_more_nothing_is_taken_in_and_the_reporter_is_told(
    bewoner, code, meldingen, acting_as
):
    bewoner.post(TERUG, {"code": code})
    form = bewoner.verborgen() | {"bericht": "Nu is er gevaar."}
    with acting_as("noor.voorbeeld"):
        Melding.objects.update(verzegeld=True)

    page = bewoner.post(ERBIJ, form)
    assert "leest niemand meer" in page
    assert "Nu is er gevaar." in page
    assert "/m/heerde/melden/" in page
    assert "Je bericht is binnen" not in page
    assert "Bericht versturen" not in bewoner.post(TERUG, {"code": code})
    with acting_as("noor.voorbeeld"):
        assert not Bericht.objects.exists()


def test_too_long_or_empty_an_answer_is_kept_and_explained(bewoner, code):
    bewoner.post(TERUG, {"code": code})
    assert "Schrijf eerst iets op." in bewoner.post(ERBIJ, bewoner.verborgen() | {"bericht": " "})
    page = bewoner.post(ERBIJ, bewoner.verborgen() | {"bericht": "b" * 5002})
    assert "Je tekst is 2 tekens te lang." in page
    assert "b" * 5002 in page


def test_wrong_destroyed_and_elsewhere_get_the_same_page(bewoner, code, meldingen, acting_as):
    other = some_receipt()
    pages = [bewoner.post(TERUG, {"code": other}), bewoner.post(TERUG, {"code": "dit is geen code"})]
    pages.append(
        bewoner.post("/m/epe/code/", {"code": code}).replace("/m/epe/", "/m/heerde/").replace("Epe", "Heerde")
    )
    with acting_as("noor.voorbeeld"):
        vault.destroy_dossier(meldingen()[0].id, at=timezone.localdate())
    pages.append(bewoner.post(TERUG, {"code": code}))

    assert all(ONBEKEND in page for page in pages)
    typed = (other, "dit is geen code", code, code)
    assert len({page.replace(text, "…") for page, text in zip(pages, typed, strict=True)}) == 1


def test_six_wrong_codes_cost_the_next_reporter_nothing(bewoner, code, monkeypatch):
    hashes = []
    slow = selectors.hash_receipt
    monkeypatch.setattr(selectors, "hash_receipt", lambda *a, **k: hashes.append(1) or slow(*a, **k))
    assert "Hoe staat het ervoor?" in bewoner.post(TERUG, {"code": code})
    before = len(hashes)

    for _ in range(6):
        assert ONBEKEND in Bewoner().post(TERUG, {"code": some_receipt()})
    hashes.clear()
    answer = Bewoner()
    assert "Hoe staat het ervoor?" in answer.post(TERUG, {"code": code})
    assert len(hashes) == before == 1
    assert answer.antwoord.status_code == 200


def test_a_text_that_cannot_be_a_code_is_not_even_hashed(bewoner, monkeypatch):
    monkeypatch.setattr(selectors, "hash_receipt", lambda *a, **k: pytest.fail("hashed"))

    assert ONBEKEND in bewoner.post(TERUG, {"code": "x" * 150})


def test_the_page_that_the_code_opened_cannot_be_used_for_another_municipality(bewoner, code, acting_as):
    bewoner.post(TERUG, {"code": code})
    page = bewoner.post("/m/epe/code/toevoegen/", bewoner.verborgen() | {"bericht": "Verkeerde deur."})

    assert "Vul je code nog eens in" in page
    assert "Verkeerde deur." in page
    with acting_as("noor.voorbeeld"):
        assert Bericht.objects.count() == 0


def test_a_page_that_was_open_for_days_asks_the_code_again_and_keeps_the_text(bewoner, code):
    page = bewoner.post(ERBIJ, {"gesprek": "2026-01-01.0246/x:oud", "bericht": "Mijn hele verhaal."})
    assert "Mijn hele verhaal." in page

    assert "Mijn hele verhaal." in bewoner.post(TERUG, {"code": code, "bericht": "Mijn hele verhaal."})


def test_the_receipt_is_not_in_the_page_that_it_opens(bewoner, code):
    page = bewoner.post(TERUG, {"code": code})

    assert code not in page
    assert not set(code.split()) <= set(page.split())
    assert bewoner.antwoord.headers["Cache-Control"] == "no-store"
