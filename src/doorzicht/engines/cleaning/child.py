"""The child process in which hostile bytes are parsed: bounded before it reads the first of them.

Reads a file from standard input; writes the kind, a line end and the clean file to standard output. Its exit code is
0, or `REFUSED` with a code of one word as output. Anything else (killed, crashed) means: too heavy to look into.
After its imports it can open nothing any more: no file, no socket.
"""

import encodings.cp437  # noqa: F401 - names in a zip: must be there before files can no longer be opened
import resource
import signal
import sys

from doorzicht.engines.cleaning import docx, image, pdf
from doorzicht.engines.cleaning.kinds import kind_of
from doorzicht.engines.cleaning.types import BEELDEN, MAX_UIT, Onbruikbaar, Schoon

REFUSED = 3
CPU_SECONDS = 10
WALL_SECONDS = 15
MEMORY = 1024 * 1024 * 1024
"""Address space of the child, libraries included: enough for 50 million pixels and their copy."""


def main() -> None:
    """Bound the process, clean what comes in, say what came out."""
    set_limits()
    data = sys.stdin.buffer.read()
    try:
        clean = clean_here(data)
    except Onbruikbaar as refusal:
        sys.stdout.buffer.write(refusal.reden.encode())
        sys.stdout.flush()
        raise SystemExit(REFUSED) from None
    except MemoryError:
        sys.stdout.buffer.write(b"te_zwaar")
        sys.stdout.flush()
        raise SystemExit(REFUSED) from None
    sys.stdout.buffer.write(clean.soort.encode() + b"\n" + clean.inhoud)
    sys.stdout.flush()


def clean_here(data: bytes) -> Schoon:
    """Clean in this process, without limits of its own. Raises `Onbruikbaar`."""
    soort = kind_of(data)
    if soort in BEELDEN:
        inhoud = image.clean_image(data, soort)
    else:
        inhoud = pdf.clean_pdf(data) if soort == "pdf" else docx.clean_docx(data)
    if len(inhoud) > MAX_UIT:
        raise Onbruikbaar("te_groot")
    return Schoon(soort, inhoud)


def set_limits() -> None:
    """Memory, processor time, wall clock, output; no core dump (it would be plaintext on a disk), no new process."""
    image.Image.init()  # loads its decoders now: later there is no file that could be opened
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, MAX_UIT + 64),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, 3),
    ):
        resource.setrlimit(what, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    signal.alarm(WALL_SECONDS)


if __name__ == "__main__":
    main()
