"""No form takes a file, so none is read: not into memory, and not onto a disk where it would lie unencrypted."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

MELDEN = "/m/heerde/melden/"


def test_a_body_too_big_to_be_a_form_is_refused_before_it_is_read(client, db):
    answer = client.post(MELDEN, {"foto": SimpleUploadedFile("foto.jpg", b"x" * 1_100_000)})

    assert answer.status_code == 400
    assert "Er is niets opgeslagen" in answer.content.decode()


@pytest.mark.parametrize("size", [10, 400_000])
def test_a_file_that_was_sent_along_is_dropped_and_the_form_goes_on(client, db, size):
    foto = SimpleUploadedFile("foto.jpg", b"x" * size)
    request = RequestFactory().post(MELDEN, {"foto": foto, "stap": "1"})

    assert request.POST["stap"] == "1"
    assert not request.FILES
    foto.seek(0)
    assert client.post(MELDEN, {"foto": foto}).status_code == 200
