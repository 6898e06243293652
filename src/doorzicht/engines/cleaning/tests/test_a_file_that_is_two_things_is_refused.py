"""A polyglot is one thing to a check and another to whoever opens it. It is refused, or the second thing is gone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.bestanden import docx, pdf, photo, png, webp, zipped

from doorzicht.engines.cleaning import Onbruikbaar, clean
from doorzicht.engines.cleaning.kinds import kind_of

MADE = {"jpg": photo, "png": png, "webp": webp, "pdf": pdf, "docx": docx}


def reason(data: bytes) -> str:
    with pytest.raises(Onbruikbaar) as refusal:
        clean(data)
    return refusal.value.reden


@pytest.mark.parametrize("soort", MADE)
def test_an_honest_file_is_what_its_bytes_say(soort):
    assert kind_of(MADE[soort]()) == soort


@pytest.mark.parametrize("soort", ["jpg", "png", "webp", "pdf"])
def test_with_an_archive_behind_it(soort):
    assert reason(MADE[soort]() + zipped({"kwaad.exe": b"MZ"})) == "dubbel"


@pytest.mark.parametrize("soort", ["jpg", "png", "webp", "pdf"])
def test_with_a_word_document_behind_it(soort):
    assert reason(MADE[soort]() + docx()) == "dubbel"


def test_a_photo_with_the_beginning_of_a_pdf_in_its_first_bytes():
    sent = photo()
    hidden = b"\xff\xfe" + (50).to_bytes(2, "big") + b"%PDF-1.4".ljust(48)

    assert reason(sent[:2] + hidden + sent[2:]) == "dubbel"


def test_a_word_document_with_the_beginning_of_a_pdf_in_its_first_bytes():
    assert reason(zipped({"%PDF-1.7": b"x"}) + b"") == "dubbel"


def test_a_word_document_behind_something_else():
    assert reason(b"GIF89a" + docx()) == "soort"
    assert reason(b"PK\x03\x04" + b"\0" * 40 + docx()) == "dubbel"


def test_a_word_document_with_something_in_the_remark_of_its_archive():
    remark = b"<html><script>alert(1)</script>"

    assert reason(docx()[:-2] + len(remark).to_bytes(2, "little") + remark) == "dubbel"


def test_a_pdf_that_begins_later_is_none():
    assert reason(b"\n\n" + pdf()) == "soort"


def test_a_page_of_a_website_in_a_photo_does_not_come_through():
    sent = photo()
    page = b"<html><script>alert(1)</script>"

    made = clean(sent[:2] + b"\xff\xfe" + (len(page) + 2).to_bytes(2, "big") + page + sent[2:] + page)

    assert b"script" not in made.inhoud


@pytest.mark.parametrize(
    ("start", "why"),
    [
        (b"GIF89a", "soort"),
        (b"MZ\x90\0", "soort"),
        (b"<html>", "soort"),
        (b"<svg xmlns='x'>", "soort"),
        (b"\0\0\0\x18ftypheic", "heic"),
        (b"\x7fELF", "soort"),
    ],
)
def test_another_kind_is_refused_whatever_it_is_called(start, why):
    assert reason(start + b"\0" * 100) == why


def test_nothing_is_nothing():
    assert reason(b"") == "leeg"


@given(st.binary(max_size=300))
def test_random_bytes_are_never_taken_for_a_file(data):
    with pytest.raises(Onbruikbaar):
        kind_of(b"\0" + data)
