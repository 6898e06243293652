"""Encrypting to a key pair with age (`pyrage`): who can make a backup need not be able to read it.

age v1 (X25519, ChaCha20-Poly1305 in chunks) is a format with several implementations: what is written here opens with
the `age` command too. See docs/decisions/0097.
"""

import contextlib
import io
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

import pyrage
from pyrage import x25519

_BLOK = 1 << 20


class VerkeerdeSleutel(Exception):
    """What is encrypted is not for this key, or is not an age file at all."""


class Beschadigd(Exception):
    """What is encrypted was changed or cut off."""


def new_identity() -> str:
    """A new private key, as age writes it."""
    return str(x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """The public key that belongs to a private one. Raises `VerkeerdeSleutel` for what is no key."""
    try:
        return str(x25519.Identity.from_str(identity).to_public())
    except pyrage.IdentityError as error:
        raise VerkeerdeSleutel("this is not a private key of age") from error


def encrypt(content: bytes, *, recipients: list[str]) -> bytes:
    """Encrypt something small to public keys."""
    return pyrage.encrypt(content, [x25519.Recipient.from_str(r) for r in recipients])


def decrypt(cipher: bytes, *, identity: str) -> bytes:
    """The content back. Raises `VerkeerdeSleutel` or `Beschadigd`."""
    out = io.BytesIO()
    _decrypt_io(io.BytesIO(cipher), out, identity)
    return out.getvalue()


@contextmanager
def encrypting(target: BinaryIO, *, recipients: list[str]) -> Iterator[BinaryIO]:
    """Yields a pipe: what is written to it comes out encrypted in `target`. Nothing readable touches the disk.

    Raises `OSError` when `target` cannot be written (a full disk). After any error `target` may look whole and is
    not: throw it away.
    """
    keys = [x25519.Recipient.from_str(r) for r in recipients]

    def work(source: BinaryIO) -> None:
        out = _Onthoudt(target)
        try:
            pyrage.encrypt_io(source, out, keys)
        except pyrage.EncryptError:
            raise (out.error or OSError("age could not encrypt")) from None

    with _pipe(work, reading=False) as pipe:
        yield pipe


@contextmanager
def decrypting(source: BinaryIO, *, identity: str) -> Iterator[BinaryIO]:
    """Yields a pipe from which the content of `source` can be read. Read it to its end: only then is it known to
    be whole. Raises `VerkeerdeSleutel` or `Beschadigd`, at the latest when the block ends."""
    with _pipe(lambda out: _decrypt_io(source, out, identity), reading=True) as pipe:
        yield pipe


def read_identity(path: Path) -> str:
    """A private key from its file."""
    return path.read_text(encoding="ascii").strip()


def _decrypt_io(source: BinaryIO, out: IO[bytes], identity: str) -> None:
    remembers = _Onthoudt(out)
    try:
        pyrage.decrypt_io(source, remembers, [x25519.Identity.from_str(identity)])
    except pyrage.IdentityError as error:
        raise VerkeerdeSleutel("this is not a private key of age") from error
    except pyrage.DecryptError as error:
        raise VerkeerdeSleutel("it was not encrypted to this key, or is no age file") from error
    except OSError as error:
        if remembers.error is not None:
            raise remembers.error from None
        raise Beschadigd("it was changed or cut off") from error


class _Onthoudt(io.RawIOBase):
    """Passes on what is written and remembers why that failed: pyrage tells it as text only."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self.error: OSError | None = None

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, block: Any) -> int:
        """All of it."""
        try:
            self._out.write(block)
        except OSError as error:
            self.error = error
            raise
        return len(block)

    def flush(self) -> None:
        """The file below decides."""
        if not self.closed and self.error is None:
            self._out.flush()


class _Werk(threading.Thread):
    """The other end of the pipe, in a thread; what goes wrong there is kept in `error`."""

    def __init__(self, work: Callable[[BinaryIO], None], end: BinaryIO) -> None:
        super().__init__(daemon=True)
        self._work, self._end = work, end
        self.error: BaseException | None = None

    def run(self) -> None:
        """Work until the pipe ends."""
        try:
            with self._end:
                self._work(self._end)
        except BrokenPipeError:
            pass  # whoever read has stopped; why is theirs to say
        except BaseException as error:
            self.error = error


@contextmanager
def _pipe(work: Callable[[BinaryIO], None], *, reading: bool) -> Iterator[BinaryIO]:
    """A pipe with `work` at the other end. Its error comes before ours: ours is usually what follows from it."""
    read_end, write_end = os.pipe()
    theirs, ours = (write_end, read_end) if reading else (read_end, write_end)
    modes = ("wb", "rb") if reading else ("rb", "wb")
    worker = _Werk(work, _buffered(theirs, modes[0]))
    worker.start()
    mine = _buffered(ours, modes[1])
    try:
        yield mine
        mine.close()
    except BaseException as error:
        with contextlib.suppress(BrokenPipeError):
            mine.close()
        worker.join()
        if worker.error is not None:
            raise worker.error from error
        raise
    worker.join()
    if worker.error is not None:
        raise worker.error


def _buffered(fd: int, mode: str) -> BinaryIO:
    return cast(BinaryIO, os.fdopen(fd, mode, buffering=_BLOK))
