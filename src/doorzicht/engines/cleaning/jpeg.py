"""Pictures inside a PDF: what describes them is taken out, the compressed picture itself stays bit for bit.

JPEG segments: ITU-T T.81 annex B. JPEG 2000 boxes: ISO/IEC 15444-1 annex I.
"""

import struct
from typing import Final

from doorzicht.engines.cleaning.types import Onbruikbaar

_SOI, _EOI, _SOS, _COM = 0xD8, 0xD9, 0xDA, 0xFE
_APP0, _APP14, _APP15 = 0xE0, 0xEE, 0xEF
_RESTART: Final = range(0xD0, 0xD8)
_KEEP_BOXES: Final = (b"jP  ", b"ftyp", b"jp2h", b"jp2c", b"rreq")


def strip_jpeg(data: bytes) -> bytes:
    """A JPEG without Exif, XMP, IPTC, profile, thumbnail, comments, and whatever stands behind its end.

    Kept are the Adobe segment (how the colours were coded) and the bare JFIF one. Raises `Onbruikbaar`.
    """
    if data[:2] != b"\xff\xd8":
        raise Onbruikbaar("kapot")
    out, at = bytearray(b"\xff\xd8"), 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            raise Onbruikbaar("kapot")
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker == _EOI:
            break
        end = at + 2 + struct.unpack_from(">H", data, at + 2)[0]
        out += _segment(marker, data[at:end])
        at = end
        if marker == _SOS:
            end = _end_of_scan(data, at)
            out += data[at:end]
            at = end
    return bytes(out + b"\xff\xd9")


def _segment(marker: int, segment: bytes) -> bytes:
    if marker == _APP0:
        # Version, unit and density; then zero thumbnail.
        whole = segment[4:9] == b"JFIF\0" and len(segment) >= 16
        return b"\xff\xe0\x00\x10" + segment[4:16] + b"\0\0" if whole else b""
    if marker == _APP14:
        return segment[:16] if segment[4:9] == b"Adobe" and len(segment) == 16 else b""
    return b"" if _APP0 <= marker <= _APP15 or marker == _COM else segment


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the compressed data ends: at a marker that is no stuffed byte and no restart."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        if data[at + 1] == 0 or data[at + 1] in _RESTART:
            at += 2
        elif data[at + 1] == 0xFF:
            at += 1
        else:
            return at


def strip_jpeg2000(data: bytes) -> bytes:
    """A JPEG 2000 file without its XML, UUID and other describing boxes; a bare codestream stays as it is."""
    if data[4:8] != b"jP  ":
        return data
    out, at = bytearray(), 0
    while at + 8 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        if length == 1 and at + 16 <= len(data):
            length = struct.unpack_from(">Q", data, at + 8)[0]
        end = at + length if length else len(data)
        if end < at + 8:
            raise Onbruikbaar("kapot")
        if name in _KEEP_BOXES:
            out += data[at:end]
        at = end
    return bytes(out)
