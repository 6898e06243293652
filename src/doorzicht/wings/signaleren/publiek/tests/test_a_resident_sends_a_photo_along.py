"""A resident adds a photo on the last step, or later with the receipt. A file that cannot be taken in loses nothing."""

import io
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image
from tests.support.bestanden import MAKER, photo

from doorzicht.ground.bestanden.api import Aangeboden, Bestand, examine_all
from doorzicht.ground.logboek.models import AnoniemeRegel
from doorzicht.wings.signaleren.melding import berichten, bijlagen
from doorzicht.wings.signaleren.melding.models import Bericht

TERUG, ERBIJ = "/m/heerde/code/", "/m/heerde/code/toevoegen/"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path) -> Path:
    settings.DOORZICHT_BESTANDEN = tmp_path / "bestanden"
    return settings.DOORZICHT_BESTANDEN


def file(naam: str = "foto.jpg", inhoud: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, photo() if inhoud is None else inhoud)


def send(bewoner, *files: SimpleUploadedFile) -> str:
    bewoner.vul_in()
    return bewoner.druk("verstuur", bestanden=list(files))


def stored(acting_as, meldingen) -> list[tuple[str, bytes]]:
    """The files of the only melding, as the Meldpunt opens them."""
    [melding] = meldingen()
    with acting_as("noor.voorbeeld") as noor:
        found = []
        for row in Bestand.objects.filter(dossier_id=melding.id):
            geopend = bijlagen.open_attachment(melding.id, row.id, by=noor)
            found.append((geopend.naam, b"".join(geopend.stroom)))
            geopend.stroom.close()
    return found


def test_it_arrives_without_the_place_where_it_was_taken(bewoner, acting_as, meldingen):
    page = send(bewoner, file("loods.jpg"))

    assert "Je melding is binnen" in page
    [(naam, content)] = stored(acting_as, meldingen)
    assert naam == "loods.jpg"
    assert dict(Image.open(io.BytesIO(content)).getexif()) == {}
    assert MAKER.encode() not in content


def test_a_file_that_is_refused_is_told_and_the_report_is_kept(bewoner, acting_as, meldingen):
    page = send(bewoner, file("film.mp4", b"\0\0\0\x18ftypmp42"), file("loods.jpg"))

    assert "Je melding is binnen" in page
    assert "Een bestand kon niet mee" in page
    assert "film.mp4" in page
    assert "Dit soort bestand nemen we niet aan" in page
    assert len(bewoner.code.split()) == 5
    assert [naam for naam, _ in stored(acting_as, meldingen)] == ["loods.jpg"]


def test_in_english_it_is_told_in_english(bewoner):
    bewoner.adres = "/m/heerde/en/melden/"
    page = send(bewoner, file("film.mp4", b"\0\0\0\x18ftypmp42"))

    assert "We do not accept this kind of file" in page


def test_without_a_virus_scanner_that_answers_the_report_is_kept_all_the_same(
    bewoner, meldingen, acting_as, settings
):
    settings.DOORZICHT_SCANNER = "unix:/bestaat/niet"
    page = send(bewoner, file())

    assert "De viruscontrole werkt nu niet" in page
    assert stored(acting_as, meldingen) == []


def test_nothing_is_kept_before_the_last_button(bewoner, folder, db):
    bewoner.vul_in()
    page = bewoner.druk("terug", bestanden=file())

    assert "Kies je bestanden opnieuw" in page
    assert not folder.exists()


def test_nothing_is_kept_of_a_report_that_is_not_right_yet(bewoner, folder, meldingen):
    bewoner.vul_in()
    page = bewoner.druk("verstuur", bestanden=file(), mijn_email="geen adres")

    assert "Kies je bestanden opnieuw" in page
    assert meldingen() == []
    assert not folder.exists()


def test_sent_twice_is_one_melding_with_its_file_once(bewoner, acting_as, meldingen):
    bewoner.vul_in()
    form = bewoner.verborgen() | {"naar": "verstuur"}
    for _ in range(2):
        bewoner.post(bewoner.adres, form | {"bestanden": file()})

    assert "Deze melding was al binnen" in bewoner.pagina
    assert len(stored(acting_as, meldingen)) == 1


def test_what_is_remembered_of_it_is_the_day(bewoner, acting_as, meldingen):
    send(bewoner, file())

    with acting_as("noor.voorbeeld"):
        row = AnoniemeRegel.objects.get(object_soort="bestand")
    assert (row.handeling, row.dag) == ("maak", timezone.localdate())


def test_a_page_without_the_last_step_asks_for_no_file(bewoner):
    bewoner.get(bewoner.adres)
    assert 'type="file"' not in bewoner.pagina
    bewoner.vul_in()
    assert 'type="file"' in bewoner.pagina
    assert 'enctype="multipart/form-data"' in bewoner.pagina


@pytest.fixture
def terug(bewoner):
    """The reporter, back with the receipt."""
    bewoner.verstuur()
    bewoner.bewaarde_code = bewoner.code
    bewoner.post(TERUG, {"code": bewoner.bewaarde_code})
    return bewoner


def test_a_photo_comes_with_a_message_later(terug, acting_as, meldingen):
    page = terug.post(ERBIJ, terug.verborgen() | {"bericht": "Kijk maar.", "bestanden": file("busje.jpg")})

    assert "Je bericht is binnen" in page
    assert "Meegestuurd: busje.jpg" in page
    with acting_as("noor.voorbeeld"):
        assert Bestand.objects.get().hoort_bij == Bericht.objects.get().id
    assert [naam for naam, _ in stored(acting_as, meldingen)] == ["busje.jpg"]


def test_pressed_twice_the_photo_is_there_once(terug, acting_as, meldingen):
    form = terug.verborgen() | {"bericht": "Kijk maar."}
    for _ in range(2):
        terug.post(ERBIJ, form | {"bestanden": file()})

    assert len(stored(acting_as, meldingen)) == 1


def test_a_refused_photo_leaves_the_message(terug, acting_as):
    page = terug.post(ERBIJ, terug.verborgen() | {"bericht": "Kijk maar.", "bestanden": file("x.jpg", b"x")})

    assert "Je bericht is binnen" in page
    assert "Een bestand kon niet mee" in page
    with acting_as("noor.voorbeeld"):
        assert Bericht.objects.count() == 1
        assert not Bestand.objects.exists()


@pytest.fixture
def van_noor(terug, acting_as, meldingen):
    """Noor answered with a document; the page of the reporter shows it."""
    [melding] = meldingen()
    with acting_as("noor.voorbeeld") as noor:
        at = timezone.now()
        bericht = berichten.answer(melding.id, "Lees dit eens.", by=noor, at=at)
        seen = examine_all([Aangeboden("hulp.jpg", photo())])
        kept = bijlagen.keep_with_message(bericht, seen, recht="melding.antwoorden", by=noor, at=at)
    terug.post(TERUG, {"code": terug.bewaarde_code})
    return kept.bewaard[0]


def test_the_reporter_opens_what_the_meldpunt_sent(terug, van_noor):
    assert "Bekijk hulp.jpg" in terug.pagina
    assert "daarna staat het bij de downloads van dit apparaat" in terug.pagina
    answer = terug.client.post(ERBIJ, terug.verborgen() | {"bestand": str(van_noor.id)})

    assert answer["Content-Disposition"] == 'attachment; filename="hulp.jpg"'
    assert Image.open(io.BytesIO(b"".join(answer.streaming_content))).size == (120, 90)


def test_without_the_receipt_its_number_opens_nothing(terug, van_noor):
    answer = terug.client.post(ERBIJ, {"bestand": str(van_noor.id), "gesprek": "verzonnen"})

    assert "attachment" not in answer.get("Content-Disposition", "")
    assert "Je ontvangstcode" in answer.content.decode()


@pytest.mark.parametrize("number", ["geen-nummer", "00000000-0000-0000-0000-000000000000"])
def test_another_number_is_told_in_a_sentence(terug, number):
    page = terug.post(ERBIJ, terug.verborgen() | {"bestand": number})

    assert "Dit bestand kunnen we niet laten zien" in page


def test_what_the_reporter_sent_is_not_handed_back(terug, acting_as):
    """Whoever finds the receipt on a shared phone gets no photo of it."""
    terug.post(ERBIJ, terug.verborgen() | {"bericht": "Kijk maar.", "bestanden": file()})
    with acting_as("noor.voorbeeld"):
        mine = Bestand.objects.get()

    page = terug.post(ERBIJ, terug.verborgen() | {"bestand": str(mine.id)})
    assert "Dit bestand kunnen we niet laten zien" in page
