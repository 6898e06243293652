"""A file as a stream of encrypted chunks: each knows its file, its dossier, its place, and whether it is the last.

Each chunk is one AES-256-GCM message of the library (`crypto.encrypt`), under a key of this file alone. A chunk that
was changed, moved, repeated or left out does not open, and neither does a stream that was cut off.

The length is brought to one of few classes (64 KiB times a power of two): on a disk it says little. The true length
stands encrypted at the start of the first chunk.
"""

import struct
from collections.abc import Iterator
from typing import BinaryIO, Final
from uuid import UUID

from cryptography.exceptions import InvalidTag

from doorzicht.ground.vault import crypto

STUK: Final = 64 * 1024
"""Bytes of plaintext in one chunk."""
_EXTRA: Final = len(crypto.FORMAT) + crypto.NONCE + 16
_LENGTE: Final = struct.Struct(">Q")


def length_class(length: int) -> int:
    """The length to which content of `length` bytes is filled up: the next of 64 KiB, 128 KiB, 256 KiB, ..."""
    needed = length + _LENGTE.size
    size = STUK
    while size < needed:
        size *= 2
    return size


def size_on_disk(klasse: int) -> int:
    """The bytes of the encrypted stream of this length class."""
    return klasse // STUK * (STUK + _EXTRA)


class Stroom:
    """The readable side of a stream: the true length is known at once, the content comes chunk by chunk.

    Raises `InvalidTag` when it is opened or read: another key or place, or a changed, moved or missing chunk.
    """

    def __init__(self, key: bytes, plaats: str, source: BinaryIO, size: int) -> None:
        self._key, self._plaats, self._source = key, plaats, source
        self._stukken, rest = divmod(size, STUK + _EXTRA)
        if rest or not self._stukken:
            raise InvalidTag
        first = self._chunk(0)
        (self.lengte,) = _LENGTE.unpack_from(first)
        if length_class(self.lengte) != self._stukken * STUK:
            raise InvalidTag
        self._first = first[_LENGTE.size :]

    def __iter__(self) -> Iterator[bytes]:
        """The content. The filling behind it is not read."""
        left, number, chunk = self.lengte, 0, self._first
        while left > 0:
            yield chunk[:left]
            left, number = left - len(chunk), number + 1
            if left > 0:
                chunk = self._chunk(number)

    def close(self) -> None:
        """Close what it reads from."""
        self._source.close()

    def _chunk(self, number: int) -> bytes:
        cipher = self._source.read(STUK + _EXTRA)
        if not cipher.startswith(crypto.FORMAT):
            raise InvalidTag
        return crypto.decrypt(self._key, cipher, _associated(self._plaats, number, self._stukken))


def encrypt_stream(key: bytes, plaats: str, content: bytes) -> Iterator[bytes]:
    """The chunks of the stream, all of one size."""
    filled = length_class(len(content))
    whole = memoryview(_LENGTE.pack(len(content)) + content)
    chunks = filled // STUK
    for number in range(chunks):
        plain = bytes(whole[number * STUK : (number + 1) * STUK]).ljust(STUK, b"\0")
        yield crypto.encrypt(key, plain, _associated(plaats, number, chunks))


def file_key(data_key: bytes, file_id: UUID) -> bytes:
    """The key of one file of a dossier."""
    return crypto.derive(data_key, b"doorzicht bestand " + file_id.bytes)


def place_of_file(file_id: UUID, dossier_id: UUID) -> str:
    """What every chunk is bound to."""
    return f"bestand|{file_id}|{dossier_id}"


def _associated(plaats: str, number: int, chunks: int) -> bytes:
    return f"{plaats}|{number}|{'laatste' if number == chunks - 1 else 'meer'}".encode()
