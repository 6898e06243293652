"""The parent's side: one child process a file, nothing on a disk, and an end to every wait."""

import os
import subprocess
import sys
from typing import Final, get_args

from doorzicht.engines.cleaning.types import MAX_IN, MAX_UIT, Onbruikbaar, Schoon, Soort

CHILD: Final = "doorzicht.engines.cleaning.child"
REFUSED: Final = 3
_LONGEST_REASON: Final = 32


def clean(data: bytes, *, seconds: float = 15) -> Schoon:
    """A clean copy of a file that somebody sent, made in a child process that is gone afterwards.

    `seconds` is how long the caller can wait. Raises `Onbruikbaar`: with the reason that the child gives, or
    "te_zwaar" when it needed more memory, time or output than it may have.
    """
    if not data:
        raise Onbruikbaar("leeg")
    if len(data) > MAX_IN:
        raise Onbruikbaar("te_groot")
    code, output = _run(data, seconds)
    if code == REFUSED:
        raise Onbruikbaar(_reason(output))
    soort, newline, inhoud = output.partition(b"\n")
    name = soort.decode("ascii", "replace")
    if code != 0 or not newline or name not in get_args(Soort):
        raise Onbruikbaar("te_zwaar")
    return Schoon(name, inhoud)  # type: ignore[arg-type]


def _run(data: bytes, seconds: float) -> tuple[int, bytes]:
    """Exit code and output. Input and output are files in memory: no pipe to fill, nothing that touches a disk."""
    with (
        os.fdopen(os.memfd_create("in"), "w+b") as given,
        os.fdopen(os.memfd_create("uit"), "w+b") as made,
    ):
        given.write(data)
        given.flush()
        given.seek(0)
        try:
            done = subprocess.run(  # noqa: S603 - our own module, no argument of anybody
                [sys.executable, "-I", "-B", "-m", CHILD],
                stdin=given,
                stdout=made,
                stderr=subprocess.DEVNULL,  # a parser's complaint quotes what it reads
                env={},  # no secret of this process reaches the child
                timeout=max(seconds, 0.1),
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise Onbruikbaar("te_zwaar") from error
        made.seek(0)
        return done.returncode, made.read(MAX_UIT + 64)


def _reason(output: bytes) -> str:
    word = output[:_LONGEST_REASON].decode("ascii", "replace")
    return word if word.replace("_", "").isalpha() else "te_zwaar"
