"""An encrypted file is a row of chunks that know their place: changed, moved, repeated or cut off, it does not open."""

from io import BytesIO
from uuid import UUID, uuid4

import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given, settings
from hypothesis import strategies as st

from doorzicht.ground.vault.api import DossierSleutel
from doorzicht.ground.vault.stroom import STUK, length_class, size_on_disk

FILE, OTHER = uuid4(), uuid4()
KEY = DossierSleutel(uuid4(), "0246", "algemeen", bytes(range(32)))
CHUNK = STUK + 29


def sealed(content: bytes, file_id: UUID = FILE) -> bytes:
    return b"".join(KEY.encrypt_file(file_id, content))


def opened(cipher: bytes, file_id: UUID = FILE, key: DossierSleutel = KEY) -> bytes:
    return b"".join(key.decrypt_file(file_id, BytesIO(cipher), len(cipher)))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 4 * STUK), st.binary(min_size=1, max_size=16))
def test_whatever_went_in_comes_out(length, pattern):
    content = (pattern * (length // len(pattern) + 1))[:length]
    assert opened(sealed(content)) == content


@pytest.mark.parametrize("edge", [-9, -8, -7, -1, 0, 1])
def test_around_the_edge_of_a_chunk_too(edge):
    content = b"x" * (2 * STUK + edge)
    assert opened(sealed(content)) == content


def test_the_same_content_never_looks_the_same():
    assert sealed(b"x") != sealed(b"x")


def test_two_files_of_one_dossier_have_keys_of_their_own():
    with pytest.raises(InvalidTag):
        opened(sealed(b"x"), OTHER)


def test_another_dossier_does_not_open_it():
    other = DossierSleutel(uuid4(), "0246", "algemeen", bytes(range(32)))
    with pytest.raises(InvalidTag):
        opened(sealed(b"x"), key=other)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 3 * STUK - 1))
def test_a_changed_byte_is_noticed(where):
    cipher = bytearray(sealed(b"a" * (3 * STUK - 8)))
    cipher[where] ^= 1
    with pytest.raises(InvalidTag):
        opened(bytes(cipher))


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c[:-1],
        lambda c: c[:-CHUNK],
        lambda c: c[: 2 * CHUNK],
        lambda c: c + c[-CHUNK:],
        lambda c: c[CHUNK : 2 * CHUNK] + c[:CHUNK] + c[2 * CHUNK :],
        lambda c: c[:CHUNK] + c[:CHUNK] + c[2 * CHUNK :],
        lambda c: b"",
    ],
    ids=["a byte short", "the last chunk gone", "half gone", "one more", "two swapped", "one repeated", "all gone"],
)  # fmt: skip
def test_chunks_cannot_be_taken_away_added_or_moved(change):
    with pytest.raises(InvalidTag):
        opened(change(sealed(b"a" * (4 * STUK - 8))))


def test_a_file_of_one_dossier_key_cannot_be_passed_off_as_a_field():
    """Fields and files have different keys and different places; a chunk is no field."""
    assert sealed(b"x")[:1] == b"\x01"
    assert size_on_disk(length_class(1)) == len(sealed(b"x"))


@given(st.integers(0, 30 * 1024 * 1024))
def test_the_length_says_little(length):
    klasse = length_class(length)

    assert klasse >= length + 8
    assert klasse == STUK or klasse < 2 * (length + 8)
    assert klasse // STUK in {2**n for n in range(10)}
