"""The backup file: a tar of named parts inside one age file, with a signed list of what must be in it.

    kop.json            what this is a copy of, and which versions made it; first, to refuse early
    anker.jsonl         the heads of the logboek that were known before the copy began
    herstel.age         all secrets, for the recovery key only
    database/000000 ..  the dump of pg_dump (custom format) in pieces
    bestanden/<nummer>  every stored file, as it lies encrypted on the disk
    manifest.json       length and SHA-256 of each part above
    manifest.mac        HMAC-SHA256 of that, with a key only this installation has; last

Everything goes through pipes: no readable byte touches a disk. `age -d` and `tar x` open it without Doorzicht.
"""

import hashlib
import hmac
import io
import json
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import IO, BinaryIO, cast

from doorzicht.doors.cli.kopie.fouten import KopieBeschadigd
from doorzicht.ground.vault.crypto import derive

FORMAAT = 1
KOP, ANKER, HERSTEL, MANIFEST, MAC = "kop.json", "anker.jsonl", "herstel.age", "manifest.json", "manifest.mac"
DATABASE, BESTANDEN = "database/", "bestanden/"
_STUK = 8 << 20
_BLOK = 1 << 20


@dataclass(frozen=True, slots=True)
class Kop:
    """What the copy is of. `functies` are those that belong to another role than the owner; `migraties` by app."""

    formaat: int
    gemaakt: str
    doorzicht: str
    database: str
    rollen: str
    server: int
    migraties: list[str]
    functies: list[list[str]]

    @classmethod
    def read(cls, content: bytes) -> "Kop":
        """Out of a backup. Raises `KopieBeschadigd`."""
        try:
            fields = json.loads(content)
            if fields["formaat"] != FORMAAT:
                raise KopieBeschadigd(
                    f"this backup has format {fields['formaat']}; this Doorzicht reads {FORMAAT}: install a newer one."
                )
            return cls(**fields)
        except (ValueError, TypeError, KeyError) as error:
            raise KopieBeschadigd("this file is no backup of Doorzicht.") from error


@dataclass(frozen=True, slots=True)
class Deel:
    """One part: its length in bytes and the SHA-256 of them."""

    naam: str
    bytes: int
    sha256: str


class Schrijver:
    """Writes parts one after the other; `finish` adds the list of them."""

    def __init__(self, target: BinaryIO, *, identity: str) -> None:
        self._tar = tarfile.open(  # noqa: SIM115 - closed by `finish`, after the signature
            fileobj=target, mode="w|", format=tarfile.PAX_FORMAT, bufsize=_BLOK
        )
        self._key = manifest_key(identity)
        self.delen: list[Deel] = []

    def add(self, naam: str, content: bytes) -> None:
        """A part that is in memory."""
        self._write(naam, io.BytesIO(content), len(content))

    def add_kop(self, kop: Kop) -> None:
        """The first part."""
        self.add(KOP, json.dumps(asdict(kop)).encode())

    def add_stream(self, prefix: str, source: IO[bytes]) -> Iterator[int]:
        """A stream of unknown length as pieces; yields the length of each."""
        number = 0
        while piece := _read_fully(source, _STUK):
            self.add(f"{prefix}{number:06d}", piece)
            number += 1
            yield len(piece)

    def add_file(self, naam: str, source: IO[bytes], size: int, *, mtime: int) -> None:
        """A file of known length. Raises `OSError` when it is shorter by now."""
        self._write(naam, source, size, mtime=mtime)

    def finish(self) -> None:
        """The list of parts, its signature, and the end."""
        content = json.dumps({"delen": [asdict(deel) for deel in self.delen]}).encode()
        self._write(MANIFEST, io.BytesIO(content), len(content))
        mark = hmac.digest(self._key, content, "sha256").hex().encode()
        self._write(MAC, io.BytesIO(mark), len(mark))
        self._tar.close()

    def _write(self, naam: str, source: IO[bytes], size: int, *, mtime: int = 0) -> None:
        entry = tarfile.TarInfo(naam)
        entry.size, entry.mode, entry.mtime = size, 0o600, mtime
        hashing = Telt(source)
        self._tar.addfile(entry, cast(IO[bytes], hashing))
        self.delen.append(Deel(naam, size, hashing.digest.hexdigest()))


@dataclass(frozen=True, slots=True)
class Stuk:
    """A part that is being read."""

    naam: str
    lengte: int
    mtime: int
    inhoud: IO[bytes]


@contextmanager
def reading(source: BinaryIO, *, mac_key: bytes | None) -> Iterator[Iterator[Stuk]]:
    """Yields the parts in order; read each before the next. When all were read, the list is compared with them.

    Without `mac_key` the signature is not looked at. Raises `KopieBeschadigd`.
    """
    try:
        with tarfile.open(fileobj=source, mode="r|", bufsize=_BLOK) as tar:
            yield _parts(tar, mac_key)
            while source.read(_BLOK):
                pass
    except tarfile.TarError as error:
        raise KopieBeschadigd("this file is no backup of Doorzicht, or was cut off.") from error


def read_kop(source: BinaryIO) -> Kop:
    """Only the first part: what this is a backup of. Raises `KopieBeschadigd`."""
    try:
        with tarfile.open(fileobj=source, mode="r|", bufsize=_BLOK) as tar:
            entry = tar.next()
            found = tar.extractfile(entry) if entry and entry.name == KOP else None
            if found is None:
                raise KopieBeschadigd("this file is no backup of Doorzicht.")
            return Kop.read(found.read())
    except tarfile.TarError as error:
        raise KopieBeschadigd("this file is no backup of Doorzicht, or was cut off.") from error


def read_recovery_file(source: BinaryIO) -> bytes:
    """The recovery file inside a backup. Raises `KopieBeschadigd` when there is none."""
    try:
        with tarfile.open(fileobj=source, mode="r|", bufsize=_BLOK) as tar:
            for entry in tar:
                found = tar.extractfile(entry)
                if entry.name == HERSTEL and found is not None:
                    return found.read()
                if entry.name.startswith(DATABASE):
                    break
    except tarfile.TarError:
        raise KopieBeschadigd("this file is neither a recovery file nor a backup.") from None
    raise KopieBeschadigd("this backup was made before there was a recovery key: it holds no secrets.")


def manifest_key(identity: str) -> bytes:
    """The key that signs the list: from the private key of this installation's backups."""
    return derive(identity.encode(), b"doorzicht back-up manifest")


def _parts(tar: tarfile.TarFile, mac_key: bytes | None) -> Iterator[Stuk]:
    seen: list[Deel] = []
    manifest = b""
    for entry in tar:
        source = tar.extractfile(entry)
        if source is None:
            raise KopieBeschadigd(f"the backup holds {entry.name}, which is no file.")
        if entry.name == MANIFEST:
            manifest = source.read()
        elif entry.name == MAC:
            _compare(manifest, source.read(), seen, mac_key)
            return
        else:
            hashing = Telt(source)
            yield Stuk(entry.name, entry.size, int(entry.mtime), cast(IO[bytes], hashing))
            while hashing.read(_BLOK):
                pass
            seen.append(Deel(entry.name, entry.size, hashing.digest.hexdigest()))
    raise KopieBeschadigd("the backup has no end: it was cut off while it was made.")


def _compare(manifest: bytes, mark: bytes, seen: list[Deel], mac_key: bytes | None) -> None:
    if mac_key is not None and not hmac.compare_digest(
        hmac.digest(mac_key, manifest, "sha256").hex().encode(), mark
    ):
        raise KopieBeschadigd("the backup was not made by this installation: its signature is another one.")
    expected = [Deel(**deel) for deel in json.loads(manifest)["delen"]]
    if expected != seen:
        wrong = next((e.naam for e, s in zip(expected, seen, strict=False) if e != s), "a part")
        raise KopieBeschadigd(f"{wrong} in the backup is not what was written.")


class Telt:
    """A reader that hashes what goes through it."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """As the reader below."""
        block = self._source.read(size)
        self.digest.update(block)
        return block


def _read_fully(source: IO[bytes], size: int) -> bytes:
    """Exactly `size` bytes, or what is left: a pipe gives less than one asks for."""
    blocks, left = [], size
    while left and (block := source.read(left)):
        blocks.append(block)
        left -= len(block)
    return b"".join(blocks)
