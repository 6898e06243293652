"""A form that met a full disk or a database that is away comes back in the page that says so, and can be sent again."""

import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client

from doorzicht.doors.cli.meten.taken import KAART, _form
from doorzicht.doors.web import middleware
from doorzicht.wings.signaleren.melding import invoerviews
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.publiek import actions
from doorzicht.wings.signaleren.publiek.tests.conftest import Bewoner

VERHAAL = 'Zes bedden, en "niemand" mag <weg>.'


@pytest.fixture
def full():
    """No room on the disk, until it is called."""
    patch = pytest.MonkeyPatch()

    def refuse(*_, **__):
        raise OperationalError("could not extend file: No space left on device")

    patch.setattr(actions, "receive", refuse)
    patch.setattr(invoerviews, "receive", refuse)
    yield patch.undo
    patch.undo()


def _again(page: str) -> tuple[str, dict[str, list[str]]]:
    """What pressing the button sends, and where."""
    form = re.search(r'<form method="post" action="([^"]+)"[^>]*>(.*?)</form>', page, re.S)
    assert form, "there is no form to send again"
    fields: dict[str, list[str]] = {}
    for name, value in re.findall(r'name="([^"]+)" value="([^"]*)"', form[2], re.S):
        fields.setdefault(name, []).append(html.unescape(value))
    return form[1], fields


def test_a_resident_sends_the_same_form_once_more_and_it_is_one_melding(db, full, acting_as):
    bewoner = Bewoner(client=Client(enforce_csrf_checks=True, raise_request_exception=False))
    bewoner.vul_in(verhaal=VERHAAL)
    page = bewoner.druk("verstuur")
    assert bewoner.antwoord.status_code == 503
    assert "Er is niets opgeslagen. Wat je typte staat nog in deze pagina." in page
    assert bewoner.antwoord["Cache-Control"] == "no-store"

    full()
    for _ in range(2):
        bewoner.post(*_again(page))
        assert bewoner.code
    with acting_as("noor.voorbeeld"):
        assert Melding.objects.filter(organisatie_id="0246").count() == 1


def test_an_employee_too_and_files_are_said_to_be_gone(browser, full):
    fenna = browser("fenna.verzonnen")
    photo = SimpleUploadedFile("foto.jpg", b"x" * 2_000_000, "image/jpeg")
    answer = fenna.post(KAART, _form() | {"verhaal": VERHAAL, "bijlagen": photo})
    assert answer.status_code == 503
    assert "De bestanden die je meestuurde gaan niet mee." in answer.content.decode()

    full()
    assert fenna.post(*_again(answer.content.decode())).status_code == 302


@pytest.mark.parametrize("name", ["password", "code"])
def test_a_password_or_receipt_never_stands_in_the_page(browser, full, name):
    answer = browser("fenna.verzonnen").post(KAART, _form() | {name: "geheim-woord"})

    assert answer.status_code == 503
    assert "geheim-woord" not in answer.content.decode()
    assert "Ga terug met de knop van je browser." in answer.content.decode()


def test_also_when_the_database_was_away_before_the_page_was_known(browser, monkeypatch):
    """Then nobody said yet that this page takes files, and a form this big would not be read at all."""

    def away(request):
        raise OperationalError("the database system is in recovery mode")

    fenna = browser("fenna.verzonnen")
    monkeypatch.setattr(middleware, "find_login", away)
    photo = SimpleUploadedFile("foto.jpg", b"x" * 2_000_000, "image/jpeg")
    answer = fenna.post(KAART, _form() | {"verhaal": VERHAAL, "bijlagen": photo})

    assert answer.status_code == 503
    assert _again(answer.content.decode())[1]["verhaal"] == [VERHAAL]
