"""A page that takes no file reads none; one that does reads it into memory: never onto a disk in the clear."""

import os
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from tests.support.bestanden import photo

from doorzicht.ground.bestanden.api import MAX_AANTAL, MAX_IN, takes_files
from doorzicht.ground.bestanden.velden import BestandenVeld


def sent(*files: bytes, takes: bool = True):
    """What arrives at a page of a form with these files and one field."""
    given = [SimpleUploadedFile(f"foto{n}.jpg", content) for n, content in enumerate(files)]
    request = RequestFactory().post("/", {"foto": given, "verhaal": "typed"})
    request.resolver_match = SimpleNamespace(func=takes_files(lambda r: r) if takes else (lambda r: r))
    return request


def test_a_page_that_says_so_gets_the_file_whole():
    request = sent(photo())

    assert request.FILES["foto"].read() == photo()
    assert request.POST["verhaal"] == "typed"


def test_a_page_that_does_not_gets_nothing_and_the_form_goes_on():
    request = sent(photo(), takes=False)

    assert not request.FILES
    assert request.POST["verhaal"] == "typed"


def test_a_page_that_was_not_looked_up_yet_gets_nothing():
    """After a session ended the form is kept for its owner (0007): its files are not."""
    request = sent(photo())
    request.resolver_match = None

    assert not request.FILES


def test_of_a_file_that_is_too_big_one_byte_more_than_allowed_is_kept_so_that_it_can_be_told():
    request = sent(b"x" * (MAX_IN + 500_000))

    assert len(request.FILES["foto"].read()) == MAX_IN + 1
    assert request.POST["verhaal"] == "typed"


def test_of_files_beyond_the_fifth_only_the_name_is_kept():
    request = sent(*[b"x"] * (MAX_AANTAL + 2))
    files = BestandenVeld().clean(request.FILES.getlist("foto"))

    assert [(len(f.inhoud), f.te_veel) for f in files] == [(1, False)] * MAX_AANTAL + [(0, True)] * 2
    assert files[-1].naam == f"foto{MAX_AANTAL + 1}.jpg"


def test_nothing_is_written_to_a_disk(tmp_path, monkeypatch, settings):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    sent(b"x" * 5_000_000).FILES["foto"].read()

    assert os.listdir(tmp_path) == []


def test_a_body_too_big_to_be_a_form_is_refused_before_it_is_read(client, db):
    answer = client.post("/m/heerde/code/", {"foto": SimpleUploadedFile("foto.jpg", b"x" * 1_100_000)})

    assert answer.status_code == 400
    assert "Er is niets opgeslagen" in answer.content.decode()


@pytest.mark.parametrize("size", [10, 400_000])
def test_a_file_sent_to_a_page_that_takes_none_is_dropped_and_the_form_goes_on(client, db, size):
    foto = SimpleUploadedFile("foto.jpg", b"x" * size)

    assert client.post("/m/heerde/code/", {"foto": foto}).status_code == 200
