"""A file that cannot be taken in is told about in a sentence, and nothing of it stays; what else was sent does."""

import errno
import logging
import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.support.bestanden import docx, pdf, photo, zipped

from doorzicht.engines import cleaning
from doorzicht.ground.bestanden import actions, opslag
from doorzicht.ground.bestanden.api import MAX_IN, Aangeboden, Bestand, BestandenVeld, BestandGeweigerd
from doorzicht.ground.bestanden.redenen import ZINNEN, sentence
from doorzicht.ground.bestanden.tests.conftest import RECHT, store_all
from doorzicht.ground.logboek.models import Regel

BAD = [
    ("", b"", "leeg"),
    ("film.mp4", b"\0\0\0\x18ftypmp42", "soort"),
    ("groot.jpg", photo() + b"\0" * (10 * 1024 * 1024), "te_groot"),
    ("verslag.pdf", photo(), "liegt"),
    ("foto.jpg", pdf(), "liegt"),
    ("foto.jpg.exe", photo(), "liegt"),
    ("macro.docm", docx(), "liegt"),
    ("foto.jpg", photo() + zipped({"a": b"a"}), "dubbel"),
    ("half.jpg", photo()[:400], "kapot"),
]


@pytest.mark.parametrize(("naam", "inhoud", "reden"), BAD, ids=[f"{n}-{r}" for n, _, r in BAD])
def test_it_is_refused_with_its_reason_and_nothing_is_kept(
    sleutel, noor, nu, map_van_bestanden, naam, inhoud, reden
):
    answer = store_all([Aangeboden(naam, inhoud)], sleutel, recht=RECHT, by=noor, at=nu)

    assert [(w.naam, w.reden) for w in answer.geweigerd] == [(naam, reden)]
    assert answer.bewaard == ()
    assert not Bestand.objects.exists()
    assert not map_van_bestanden.exists()


def test_the_good_one_beside_it_is_kept(sleutel, noor, nu):
    files = [Aangeboden("film.mp4", b"geen"), Aangeboden("foto.jpg", photo())]

    answer = store_all(files, sleutel, recht=RECHT, by=noor, at=nu)

    assert (len(answer.bewaard), len(answer.geweigerd)) == (1, 1)


def test_the_sixth_file_of_a_form_is_refused(sleutel, noor, nu):
    (refusal,) = store_all(
        [Aangeboden("6.jpg", photo(), te_veel=True)], sleutel, recht=RECHT, by=noor, at=nu
    ).geweigerd

    assert "meer dan 5" in refusal.zin()


def test_the_form_marks_what_came_after_the_fifth_and_reads_no_more_than_it_may():
    sent = [SimpleUploadedFile(f"{number}.jpg", b"x" * (MAX_IN + 5)) for number in range(7)]

    offered = BestandenVeld().clean(sent)

    assert [one.te_veel for one in offered] == [False] * 5 + [True] * 2
    assert {len(one.inhoud) for one in offered} == {MAX_IN + 1}


def test_a_file_that_is_too_big_is_not_even_shown_to_the_scanner(monkeypatch):
    monkeypatch.setattr(actions.scanner, "is_infected", lambda content: pytest.fail("it was shown"))
    with pytest.raises(BestandGeweigerd) as refusal:
        actions.examine(Aangeboden("groot.jpg", photo() + b"\0" * MAX_IN))

    assert refusal.value.reden == "te_groot"


def test_a_refusal_is_logged_by_its_reason_and_without_the_name(sleutel, noor, nu):
    store_all([Aangeboden("Kareltje.mp4", b"geen")], sleutel, recht=RECHT, by=noor, at=nu)

    row = Regel.objects.filter(handeling="weiger", object_soort="bestand").latest("id")
    assert (row.object_ids, row.bijzonderheden) == ([sleutel.dossier_id], {"reden": "soort"})


def test_a_full_disk_refuses_the_file_and_leaves_nothing(
    sleutel, noor, nu, monkeypatch, caplog, map_van_bestanden
):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "vol")

    monkeypatch.setattr(opslag, "_finish", full)
    answer = store_all([Aangeboden("foto.jpg", photo())], sleutel, recht=RECHT, by=noor, at=nu)

    assert [w.reden for w in answer.geweigerd] == ["geen_ruimte"]
    assert [path for path in map_van_bestanden.rglob("*") if path.is_file()] == []
    assert not Bestand.objects.exists()
    assert "foto" not in caplog.text


def test_files_that_take_too_long_together_are_refused_and_not_waited_for(sleutel, noor, nu, monkeypatch):
    monkeypatch.setattr(actions, "SECONDEN", 0)

    (refusal,) = store_all([Aangeboden("foto.jpg", photo())], sleutel, recht=RECHT, by=noor, at=nu).geweigerd

    assert refusal.reden == "geen_tijd"


def test_a_picture_called_by_the_name_of_another_picture_is_no_lie(bewaar):
    """Message programs do so all the time; the name it is kept under tells the truth."""
    assert bewaar(photo(), "IMG_1.png").soort == "jpg"


def test_nothing_of_the_file_is_in_a_log_or_a_repr(sleutel, noor, nu, caplog):
    sent = Aangeboden("Kareltje.jpg", b"geheim")
    with caplog.at_level(logging.DEBUG):
        store_all([sent], sleutel, recht=RECHT, by=noor, at=nu)

    assert "Kareltje" not in caplog.text + repr(sent)
    assert "geheim" not in caplog.text + repr(sent)


def reasons() -> set[str]:
    folders = [Path(cleaning.__file__).parent, Path(actions.__file__).parent]
    source = "\n".join(path.read_text() for folder in folders for path in folder.glob("*.py"))
    return (
        set(re.findall(r'(?:Onbruikbaar|BestandGeweigerd)\(\s*"(\w+)"', source))
        | {word for pair in re.findall(r'"(\w+)" if [^\n]* else "(\w+)"\)', source) for word in pair}
        | set(re.findall(r'return "(leeg|heic|soort|oud_word|op_slot)"', source))
    )


def test_every_reason_has_a_sentence_of_its_own_in_two_languages():
    assert len(reasons()) > 15
    assert reasons() - ZINNEN.keys() - {"jpg", "pdf", "docx"} == set()
    assert all(len(sentence(reden, taal)) > 20 for reden in ZINNEN for taal in ("nl", "en"))
    assert len({sentence(reden) for reden in ZINNEN}) == len(ZINNEN)
