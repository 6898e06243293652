"""A virus scanner that speaks the clamd protocol, over a socket of this machine or over the network.

Thirty lines of protocol of our own and no library: docs/decisions/0092 says why. `man clamd`: INSTREAM is followed by
chunks, each after its length in four bytes, and ends with a length of zero.
"""

import socket
import struct
import time
from typing import Final

from django.conf import settings

_CHUNK: Final = 256 * 1024
_LONGEST_ANSWER: Final = 4096


class GeenScanner(Exception):
    """The scanner is set and does not answer, or answers something else than clean or found."""


def is_configured() -> bool:
    """Whether this installation has a scanner."""
    return bool(settings.DOORZICHT_SCANNER)


def is_infected(content: bytes) -> bool:
    """Ask the scanner. Without one nothing is known to be infected. Raises `GeenScanner`.

    What it found is not told to anybody: the name of a signature says what was in the file.
    """
    if not is_configured():
        return False
    end = time.monotonic() + settings.DOORZICHT_SCANNER_SECONDEN
    try:
        with _connect(end) as link:
            answer = _instream(link, content, end)
    except (OSError, ValueError) as error:
        raise GeenScanner("the virus scanner does not answer") from error
    if answer.endswith("FOUND"):
        return True
    if answer != "stream: OK":
        raise GeenScanner("the virus scanner could not look into the file")
    return False


def _connect(end: float) -> socket.socket:
    kind, _, where = settings.DOORZICHT_SCANNER.partition(":")
    if kind == "unix":
        link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            link.settimeout(_left(end))
            link.connect(where)
        except OSError:
            link.close()
            raise
        return link
    host, _, port = where.rpartition(":")
    if kind != "tcp":
        raise ValueError("DOORZICHT_SCANNER begins with unix: or tcp:")
    return socket.create_connection((host.strip("[]"), int(port)), timeout=_left(end))


def _instream(link: socket.socket, content: bytes, end: float) -> str:
    link.sendall(b"zINSTREAM\0")
    for begin in range(0, len(content), _CHUNK):
        chunk = content[begin : begin + _CHUNK]
        link.settimeout(_left(end))
        link.sendall(struct.pack("!L", len(chunk)) + chunk)
    link.sendall(struct.pack("!L", 0))
    answer = b""
    while b"\0" not in answer and len(answer) < _LONGEST_ANSWER:
        link.settimeout(_left(end))
        got = link.recv(_LONGEST_ANSWER)
        if not got:
            break
        answer += got
    return answer.split(b"\0")[0].decode("utf-8", "replace").strip()


def _left(end: float) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError("the virus scanner takes too long")
    return left
