"""The name of a file is text of a stranger: shown, shortened, and never a path or a kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorzicht.ground.bestanden.namen import lies, tidy


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("foto.JPG", "foto.jpg"),
        ("foto.jpeg", "foto.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\Users\\Kareltje\\foto.png", "foto.jpg"),
        ("", "bestand.jpg"),
        ("...", "bestand.jpg"),
        ("a\u202egpj.exe", "agpj.exe.jpg"),
        ("regel\r\nSet-Cookie: x", "regelSet-Cookie x.jpg"),
        ("café \u0301.jpg", "café \u0301.jpg"),
        ("verslag v2.0", "verslag v2.0.jpg"),
    ],
)
def test_it_is_tidied(sent, kept):
    assert tidy(sent, "jpg") == kept


@given(st.text(max_size=300))
def test_whatever_was_sent_the_name_is_short_visible_and_no_path(sent):
    name = tidy(sent, "pdf")

    assert name.endswith(".pdf")
    assert 5 <= len(name) <= 104
    assert not set(name) & set('/\\<>:"|?*\r\n\0')


@pytest.mark.parametrize("name", ["foto.pdf", "foto.exe", "foto.docm", "foto.html", "foto.svg", "foto.zip"])
def test_a_name_of_another_kind_is_a_lie(name):
    assert lies(name, "jpg")


@pytest.mark.parametrize(
    "name", ["foto.png", "foto", "foto van 3.12", "foto.v2", "IMG_2031", "foto.WEBP", ""]
)
def test_a_name_of_the_same_family_or_of_no_kind_is_no_lie(name):
    assert not lies(name, "jpg")
