"""What a file is, by its bytes; and that it is nothing else at the same time."""

import io
import zipfile
from typing import Final

from doorzicht.engines.cleaning.types import Onbruikbaar, Soort

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_HEIC: Final = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif", b"heim", b"heis")
_PDF_WINDOW: Final = 1024
"""PDF readers accept the header anywhere in the first bytes, so that is where a hidden PDF would begin."""


def kind_of(data: bytes) -> Soort:
    """The kind of a file. Raises `Onbruikbaar` for another kind, and for a file that is two things at once."""
    soort = _by_signature(data)
    if soort != "pdf" and b"%PDF-" in data[:_PDF_WINDOW]:
        raise Onbruikbaar("dubbel")
    if soort != "docx" and zipfile.is_zipfile(io.BytesIO(data)):
        raise Onbruikbaar("dubbel")
    return soort


def _by_signature(data: bytes) -> Soort:
    if data.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    raise Onbruikbaar(_why_not(data))


def _why_not(data: bytes) -> str:
    """The kinds that people send and that need a word of their own."""
    if not data:
        return "leeg"
    if data.startswith(_OLE):
        return "op_slot" if _OLE_ENCRYPTED in data else "oud_word"
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        return "heic"
    return "soort"
