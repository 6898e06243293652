"""Staff send a photo with a melding; the Meldpunt opens it and sends one back; whoever may not read one opens none."""

from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.support.bestanden import photo
from tests.support.toneel import BACKEND

from doorzicht.ground.access.api import context
from doorzicht.ground.bestanden import opslag
from doorzicht.ground.bestanden.api import Bestand
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.wings.signaleren.melding import actions
from doorzicht.wings.signaleren.melding.models import Melding

KAART = "/signaleren/invoeren/baliemedewerker/"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path) -> Path:
    settings.DOORZICHT_BESTANDEN = tmp_path / "bestanden"
    return settings.DOORZICHT_BESTANDEN


@pytest.fixture
def login(db):
    def run(name: str) -> Client:
        client = Client()
        client.force_login(Medewerker.objects.get(gebruikersnaam=name), backend=BACKEND)
        return client

    return run


def file(naam: str = "loods.jpg", inhoud: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, photo() if inhoud is None else inhoud)


def fill_in(client: Client, *files: SimpleUploadedFile, **other: str):
    page = client.get(KAART).content.decode()
    inzending = page.split('name="inzending" value="')[1].split('"')[0]
    answers = {
        "inzending": inzending, "verhaal": "Zes bedden in een loods.", "label": "Slapen in een loods",
        "leeftijd": "onbekend", "spoed": "gewoon", "route": "meldpunt",
    }  # fmt: skip
    return client.post(KAART, answers | other | {"bijlagen": list(files)})


@pytest.fixture
def gemeld(login, acting_as) -> tuple[Melding, Bestand]:
    """Bas sent a melding with one photo."""
    assert fill_in(login("bas.balie"), file()).status_code == 302
    with acting_as("noor.voorbeeld"):
        return Melding.objects.get(), Bestand.objects.get()


def address(melding: Melding, bestand: Bestand) -> str:
    return f"/signaleren/meldingen/{melding.id}/bestanden/{bestand.id}/"


def test_a_photo_comes_with_the_card_and_stands_on_the_page_of_the_melding(gemeld, login):
    melding, bestand = gemeld
    page = login("noor.voorbeeld").get(f"/signaleren/meldingen/{melding.id}/").content.decode()

    assert "loods.jpg" in page
    assert address(melding, bestand) in page
    assert "bij de melding" in page


def test_the_meldpunt_opens_it_and_that_is_logged(gemeld, login, actor):
    melding, bestand = gemeld
    answer = login("noor.voorbeeld").get(address(melding, bestand))
    content = b"".join(answer.streaming_content)

    assert answer["Content-Disposition"] == 'attachment; filename="loods.jpg"'
    assert content.startswith(b"\xff\xd8")
    with context(actor("noor.voorbeeld")):
        row = Regel.objects.filter(object_soort="bestand", handeling="lees").get()
    assert row.object_ids == [melding.id, bestand.id]


@pytest.mark.parametrize("who", ["bas.balie", "sietse.denkbeeldig", "otto.elders", "mila.fictief"])
def test_whoever_may_not_read_the_melding_does_not_get_its_file(gemeld, login, who):
    answer = login(who).get(address(*gemeld))

    assert answer.status_code in (403, 404)
    assert not answer.streaming


def test_whoever_was_shut_out_of_the_melding_does_not_get_its_file(gemeld, login, actor, acting_as):
    melding, bestand = gemeld
    with acting_as("noor.voorbeeld") as noor:
        actions.recuse(melding.id, actor("bram.testman").mens, reden="familie", by=noor, at=timezone.now())

    assert login("bram.testman").get(address(melding, bestand)).status_code == 404


def test_a_file_of_a_sealed_melding_is_shut(gemeld, login, acting_as):
    melding, bestand = gemeld
    with acting_as("noor.voorbeeld"):
        Melding.objects.filter(pk=melding.id).update(verzegeld=True)

    assert login("noor.voorbeeld").get(address(melding, bestand)).status_code == 404


def test_a_file_of_another_melding_is_not_found_below_this_one(gemeld, login, acting_as):
    melding, bestand = gemeld
    fill_in(login("bas.balie"), file("tweede.jpg"))
    with acting_as("noor.voorbeeld"):
        other = Bestand.objects.exclude(pk=bestand.pk).get()

    assert login("noor.voorbeeld").get(address(melding, other)).status_code == 404


def test_a_refused_file_is_told_and_the_melding_is_kept(login, acting_as):
    answer = fill_in(login("bas.balie"), file("film.mp4", b"\0\0\0\x18ftypmp42"), file())

    page = answer.content.decode()
    assert "Je melding is binnen" in page
    assert "Niet alles ging mee" in page
    assert "film.mp4" in page
    with acting_as("noor.voorbeeld"):
        assert Melding.objects.count() == Bestand.objects.count() == 1


def test_the_name_of_a_refused_file_is_in_no_session(login):
    """Sessions lie in the database in the clear."""
    fill_in(login("bas.balie"), file("Kareltje.mp4", b"geen"))

    sessions = [session.get_decoded() for session in Session.objects.all()]
    assert sessions
    assert "Kareltje" not in str(sessions)


def test_a_card_that_is_not_right_yet_keeps_no_file(login, folder, acting_as):
    page = fill_in(login("bas.balie"), file(), verhaal="").content.decode()

    assert "Kies je bestanden opnieuw" in page
    assert not folder.exists()


def test_a_lost_file_is_told_on_the_page(gemeld, login):
    melding, bestand = gemeld
    opslag.remove([bestand.id])
    answer = login("noor.voorbeeld").get(address(melding, bestand), follow=True)

    assert "Dit bestand is kwijt of beschadigd" in answer.content.decode()


def answer_with(client: Client, melding: Melding, *files: SimpleUploadedFile):
    return client.post(
        f"/signaleren/meldingen/{melding.id}/antwoord/",
        {"tekst": "Dank je, lees dit eens.", "bijlagen": list(files)}, follow=True,
    )  # fmt: skip


def test_the_meldpunt_sends_a_document_back_and_the_employee_opens_it(gemeld, login, acting_as):
    melding, mine = gemeld
    answer_with(login("noor.voorbeeld"), melding, file("folder.jpg"))
    with acting_as("noor.voorbeeld"):
        back = Bestand.objects.exclude(pk=mine.pk).get()

    bas = login("bas.balie")
    url = f"/signaleren/mijn/{melding.id}/bestanden/{back.id}/"
    assert url in bas.get("/signaleren/mijn/").content.decode()
    assert b"".join(bas.get(url).streaming_content).startswith(b"\xff\xd8")


def test_an_employee_opens_what_came_back_and_nothing_else(gemeld, login, acting_as):
    melding, mine = gemeld
    answer_with(login("noor.voorbeeld"), melding, file("folder.jpg"))
    with acting_as("noor.voorbeeld"):
        back = Bestand.objects.exclude(pk=mine.pk).get()

    assert login("bas.balie").get(f"/signaleren/mijn/{melding.id}/bestanden/{mine.id}/").status_code == 404
    for colleague in ("fenna.verzonnen", "otto.elders"):
        assert login(colleague).get(f"/signaleren/mijn/{melding.id}/bestanden/{back.id}/").status_code == 404


def test_a_file_that_could_not_go_back_is_told_without_its_name_in_a_session(gemeld, login):
    melding, _ = gemeld
    page = answer_with(login("noor.voorbeeld"), melding, file("Kareltje.jpg", b"geen")).content.decode()

    assert "Een bestand ging niet mee. Dit soort bestand nemen we niet aan." in page
    assert "Kareltje" not in page
