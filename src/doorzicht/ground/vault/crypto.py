"""Deriving, wrapping and using keys. Only `cryptography`; nothing here is home-made.

AES-256-GCM (NIST SP 800-38D) with random 96-bit nonces; HKDF-SHA256 (RFC 5869); HMAC-SHA256 for blind indexes.
"""

import hashlib
import hmac
import os
from functools import lru_cache
from uuid import UUID

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE = 12
FORMAT = b"\x01"


def derive(material: bytes, info: bytes) -> bytes:
    """A 32-byte key for one use (`info`) out of key material."""
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=info).derive(material)


def wrap(data_key: bytes, *, master: bytes, part: bytes, dossier_id: UUID) -> bytes:
    """Encrypt a data key with the key that master and store part make together."""
    return encrypt(_wrapping_key(master, part, dossier_id), data_key, dossier_id.bytes)


def unwrap(wrapped: bytes, *, master: bytes, part: bytes, dossier_id: UUID) -> bytes:
    """The data key back. Raises `cryptography.exceptions.InvalidTag` when any of the three is not the right one."""
    return decrypt(_wrapping_key(master, part, dossier_id), wrapped, dossier_id.bytes)


def encrypt(key: bytes, plain: bytes, associated: bytes) -> bytes:
    """Format byte, nonce, ciphertext with tag; `associated` binds it to its place."""
    nonce = os.urandom(NONCE)
    return FORMAT + nonce + AESGCM(key).encrypt(nonce, plain, associated)


def decrypt(key: bytes, cipher: bytes, associated: bytes) -> bytes:
    """The plaintext. Raises `InvalidTag` for another key, another place or a changed byte."""
    return AESGCM(key).decrypt(cipher[1 : 1 + NONCE], cipher[1 + NONCE :], associated)


@lru_cache(maxsize=256)
def index_key(root: bytes, soort: str) -> bytes:
    """The key of one kind of blind index, so that a phone number and a plate never share a value."""
    return derive(root, b"doorzicht index " + soort.encode())


def blind(root: bytes, soort: str, value: str) -> bytes:
    """16 bytes that stand for `value`: equal values match, the value itself cannot be read back without the key."""
    return hmac.new(index_key(root, soort), value.encode(), hashlib.sha256).digest()[:16]


def _wrapping_key(master: bytes, part: bytes, dossier_id: UUID) -> bytes:
    return derive(master + part, b"doorzicht dossier " + dossier_id.bytes)
