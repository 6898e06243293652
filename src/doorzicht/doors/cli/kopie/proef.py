"""Try a backup: put it in a database of its own, read the logboek's seals there, open every key, count the files.

Only a backup that was restored once is one. The same steps, with another end, are the restore itself.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, cast
from uuid import UUID

import psycopg
from cryptography.exceptions import InvalidTag

from doorzicht.doors.cli.kopie import archief, database
from doorzicht.doors.cli.kopie.archief import Kop, Telt
from doorzicht.doors.cli.kopie.fouten import KopieAfgekeurd, KopieBeschadigd, KopieFout
from doorzicht.doors.cli.kopie.programmas import Programmas
from doorzicht.doors.cli.tweede_factoren import versions_of
from doorzicht.ground.logboek.gebroken import KetenGebroken
from doorzicht.ground.logboek.keten import Sleutels
from doorzicht.ground.logboek.verify import Uitslag, verify
from doorzicht.ground.vault import age, crypto
from doorzicht.ground.vault.hoofdsleutels import HoofdsleutelOntbreekt, master
from doorzicht.ground.vault.kluiskopie import Inhoud

_BLOK = 1 << 20


@dataclass(slots=True)
class Uitgepakt:
    """What came out of a backup: its first parts, and the SHA-256 of every file."""

    kop: Kop
    anker: bytes = b""
    herstel: bytes = b""
    bestanden: dict[UUID, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proef:
    """What was seen in the restored database. `verloren`: living dossiers whose part is in no key store;
    `zonder_bestand`: rows whose file is not in the backup, of dossiers that were not destroyed since."""

    logboek: Uitslag
    sleutels: int
    verloren: int
    bestanden: int
    zonder_bestand: int
    sleutelversies: list[int]


Bewaar = Callable[[UUID, int, IO[bytes]], None]
"""What to do with a file of the backup: its number, its day as seconds, its content."""


def unpack(
    path: Path,
    *,
    identity: str,
    mac_identity: str | None,
    programmas: Programmas,
    into: str,
    keep: Bewaar | None = None,
    progress: Callable[[str, int], None] = lambda what, number: None,
) -> Uitgepakt:
    """Put the dump of a backup into the empty database `into`, and give its files to `keep`.

    Everything is compared with the signed list; without `mac_identity` its signature is not. Raises `KopieFout`.
    """
    mac_key = archief.manifest_key(mac_identity) if mac_identity else None
    try:
        with (
            path.open("rb") as source,
            age.decrypting(source, identity=identity) as plain,
            archief.reading(plain, mac_key=mac_key) as parts,
        ):
            return _Uitpakker(programmas, into, keep, progress).run(parts)
    except (age.VerkeerdeSleutel, age.Beschadigd) as error:
        raise of_age(error, path) from None


def of_age(error: Exception, path: Path) -> KopieFout:
    """A sentence for what age said."""
    if isinstance(error, age.VerkeerdeSleutel):
        return KopieFout(
            f"{path} cannot be opened with the keys that are here: it is of another installation, is no backup, or its "
            "secrets must be put back first (`doorzicht herstelsleutel gebruik`)."
        )
    return KopieBeschadigd(f"{path} is damaged: it was changed or cut off. Take another copy.")


class _Uitpakker:
    """Goes along the parts of a backup in order."""

    def __init__(
        self, programmas: Programmas, into: str, keep: Bewaar | None, progress: Callable[[str, int], None]
    ) -> None:
        self._programmas, self._into, self._keep, self._progress = programmas, into, keep, progress
        self._found: Uitgepakt | None = None

    def run(self, parts: Any) -> Uitgepakt:
        """All of them; the dump in between is one stream."""
        dump_is_next = self._before(parts)
        with database.loading(self._programmas, self._into) as target:
            part = self._load(dump_is_next, parts, target)
        while part is not None:
            self._file(part)
            part = next(parts, None)
        return self._uitgepakt()

    def _before(self, parts: Any) -> archief.Stuk:
        for part in parts:
            if part.naam == archief.KOP:
                self._found = Uitgepakt(Kop.read(part.inhoud.read()))
            elif part.naam == archief.ANKER:
                self._uitgepakt().anker = part.inhoud.read()
            elif part.naam == archief.HERSTEL:
                self._uitgepakt().herstel = part.inhoud.read()
            elif part.naam.startswith(archief.DATABASE):
                found: archief.Stuk = part
                return found
            else:
                break
        raise KopieBeschadigd("the backup holds no database.")

    def _load(self, part: archief.Stuk | None, parts: Any, target: IO[bytes]) -> archief.Stuk | None:
        while part is not None and part.naam.startswith(archief.DATABASE):
            while block := part.inhoud.read(_BLOK):
                target.write(block)
            self._progress("database", part.lengte)
            part = next(parts, None)
        return part

    def _file(self, part: archief.Stuk) -> None:
        try:
            file_id = UUID(hex=part.naam.removeprefix(archief.BESTANDEN))
        except ValueError:
            raise KopieBeschadigd(f"the backup holds {part.naam}, which belongs to nothing.") from None
        digest = Telt(part.inhoud)
        if self._keep is not None:
            self._keep(file_id, part.mtime, cast(IO[bytes], digest))
        while digest.read(_BLOK):
            pass
        self._uitgepakt().bestanden[file_id] = digest.digest.digest()
        self._progress("files", 1)

    def _uitgepakt(self) -> Uitgepakt:
        if self._found is None:
            raise KopieBeschadigd("this file is no backup of Doorzicht.")
        return self._found


def examine(naam: str, found: Uitgepakt, *, kluis: Inhoud, logboeksleutel: bytes, anker: Path) -> Proef:
    """Look at a restored database: seals, keys, files. Raises `KopieAfgekeurd` with what is wrong in it."""
    with database.connect(naam) as db:
        try:
            uitslag = verify(db, sleutels=Sleutels.of(logboeksleutel), ankerbestand=anker)
        except KetenGebroken as broken:
            raise KopieAfgekeurd(f"the logboek in it is BROKEN: {broken}") from None
        opened, lost, versions = _open_keys(db, kluis)
        missing = _missing_files(db, found, kluis)
    return Proef(
        logboek=uitslag, sleutels=opened, verloren=lost, bestanden=len(found.bestanden), zonder_bestand=missing,
        sleutelversies=sorted(versions),
    )  # fmt: skip


def _open_keys(db: psycopg.Connection[Any], kluis: Inhoud) -> tuple[int, int, set[int]]:
    """Open every key with the copy of the key store; how many opened, how many have no part, and which versions."""
    opened, lost, versions = 0, 0, set()
    with db.transaction(), db.cursor(name="sleutels") as cursor:
        cursor.itersize = 5_000
        cursor.execute(database.QUERIES["sleutels"])
        for dossier, wrapped, versie in cursor:
            versions.add(versie)
            part = kluis.delen.get(dossier)
            if part is None:
                lost += dossier not in kluis.vernietigd
                continue
            try:
                crypto.unwrap(bytes(wrapped), master=master(versie), part=part, dossier_id=dossier)
            except InvalidTag:
                raise KopieAfgekeurd(f"the key of dossier {dossier} does not open: it is damaged.") from None
            except HoofdsleutelOntbreekt as error:
                raise KopieAfgekeurd(str(error)) from None
            opened += 1
    for data in database.column(db, "tweede_factoren"):
        versions |= versions_of(data)
    return opened, lost, versions


def _missing_files(db: psycopg.Connection[Any], found: Uitgepakt, kluis: Inhoud) -> int:
    """Rows whose file is not in the backup although their dossier lives. Raises `KopieAfgekeurd` for a changed one."""
    missing = 0
    for file_id, dossier, expected in db.execute(database.QUERIES["bestanden"]).fetchall():
        digest = found.bestanden.get(file_id)
        if digest is None:
            missing += dossier in kluis.delen
        elif digest != bytes(expected):
            raise KopieAfgekeurd(f"file {file_id} is not what its row says: it was changed on the disk.")
    return missing
