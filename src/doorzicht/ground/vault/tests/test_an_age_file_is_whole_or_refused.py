"""Encrypting in a stream: what comes back is what went in, and anything less is refused with its reason."""

import errno
import io
import os

import pytest

from doorzicht.ground.vault import age

SIZES = (0, 1, 65_536, 3_000_001)


@pytest.fixture
def identity() -> str:
    return age.new_identity()


def _encrypted(content: bytes, *identities: str) -> bytes:
    out = io.BytesIO()
    with age.encrypting(out, recipients=[age.recipient_of(i) for i in identities]) as pipe:
        pipe.write(content)
    return out.getvalue()


def _read(cipher: bytes, identity: str) -> bytes:
    with age.decrypting(io.BytesIO(cipher), identity=identity) as pipe:
        return pipe.read()


@pytest.mark.parametrize("size", SIZES)
def test_it_comes_back_for_every_key_it_was_encrypted_to(identity, size):
    other, content = age.new_identity(), os.urandom(size)
    cipher = _encrypted(content, identity, other)

    assert [_read(cipher, who) for who in (identity, other)] == [content, content]
    if size > 16:
        assert content[:16] not in cipher


def test_it_is_the_format_that_others_read_too(identity):
    assert _encrypted(b"tekst", identity).startswith(b"age-encryption.org/v1\n-> X25519 ")


def test_another_key_opens_nothing(identity):
    cipher = _encrypted(b"tekst", identity)
    with pytest.raises(age.VerkeerdeSleutel):
        _read(cipher, age.new_identity())
    with pytest.raises(age.VerkeerdeSleutel):
        age.decrypt(cipher, identity=age.new_identity())


@pytest.mark.parametrize("size", [100, 200_000])
@pytest.mark.parametrize(
    "damage",
    [
        lambda c: c[:-1],
        lambda c: c[: len(c) // 2 + 100],
        lambda c: c + b"x",
        lambda c: c[:-50] + b"y" + c[-49:],
    ],
    ids=["last byte gone", "half gone", "a byte more", "a byte changed"],
)
def test_a_damaged_one_is_called_damaged(identity, size, damage):
    with pytest.raises((age.Beschadigd, age.VerkeerdeSleutel)):
        _read(damage(_encrypted(os.urandom(size), identity)), identity)


@pytest.mark.parametrize("what", [b"", b"geen age", b"age-encryption.org/v1\n"])
def test_what_is_no_age_file_is_refused(identity, what):
    with pytest.raises(age.VerkeerdeSleutel):
        _read(what, identity)


def test_a_full_disk_is_told_as_one(identity):
    class Full(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, block) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    def write() -> None:
        with age.encrypting(Full(), recipients=[age.recipient_of(identity)]) as pipe:
            for _ in range(100):
                pipe.write(os.urandom(100_000))

    with pytest.raises(OSError, match="No space left") as told:
        write()
    assert told.value.errno == errno.ENOSPC


def test_the_reason_of_the_one_who_writes_is_not_lost(identity):
    def write() -> None:
        with age.encrypting(io.BytesIO(), recipients=[age.recipient_of(identity)]):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()


def test_who_reads_no_further_is_not_kept_waiting(identity):
    cipher = _encrypted(os.urandom(5_000_000), identity)
    with age.decrypting(io.BytesIO(cipher), identity=identity) as pipe:
        assert len(pipe.read(10)) == 10


def test_a_text_that_is_no_key_is_refused():
    with pytest.raises(age.VerkeerdeSleutel, match="not a private key"):
        age.recipient_of("AGE-SECRET-KEY-1QQQQ")
