"""Write one backup: dump first, then files, then the list of what is in it.

The order is what makes them fit (docs/decisions/0097). A file is durable before its row can commit, and never changes
afterwards: so every file of a row in the dump is there when the files are copied, unless its dossier was destroyed in
between. A file that came after the dump is one too many, which harms nobody.
"""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from doorzicht.doors.cli.kopie import archief, database
from doorzicht.doors.cli.kopie.archief import Kop, Schrijver
from doorzicht.doors.cli.kopie.fouten import KopieFout, of_disk
from doorzicht.doors.cli.kopie.programmas import Programmas
from doorzicht.ground.bestanden import opslag
from doorzicht.ground.vault import age


def describe(naam: str, *, at: datetime) -> Kop:
    """What a copy made now would be a copy of."""
    with database.connect(naam) as db:
        return Kop(
            formaat=archief.FORMAAT,
            gemaakt=at.isoformat(timespec="seconds"),
            doorzicht=version("doorzicht"),
            database=naam,
            rollen=database.prefix(),
            server=db.info.server_version,
            migraties=database.column(db, "migraties"),
            functies=database.functions(db),
        )


def write_backup(
    target: Path,
    kop: Kop,
    *,
    programmas: Programmas,
    anker: bytes,
    herstel: bytes | None,
    recipients: list[str],
    identity: str,
    progress: Callable[[str, int], None],
) -> Schrijver:
    """Write everything, encrypted, and wait until it is on the disk. Raises `KopieFout`."""
    try:
        with target.open("wb") as out:
            with age.encrypting(out, recipients=recipients) as pipe:
                schrijver = Schrijver(pipe, identity=identity)
                schrijver.add_kop(kop)
                schrijver.add(archief.ANKER, anker)
                if herstel is not None:
                    schrijver.add(archief.HERSTEL, herstel)
                with database.dumping(programmas, kop.database) as dump:
                    for size in schrijver.add_stream(archief.DATABASE, dump):
                        progress("database", size)
                for file_id in _file_ids():
                    progress("files", _add_file(schrijver, file_id))
                schrijver.finish()
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        raise of_disk(error, where=target.parent) from None
    return schrijver


def _file_ids() -> Iterator[UUID]:
    """Every stored file once; the night may move one while we walk, and then it is met twice."""
    seen: set[UUID] = set()
    for file_id, _day in opslag.all_files():
        if file_id not in seen:
            seen.add(file_id)
            yield file_id


def _add_file(schrijver: Schrijver, file_id: UUID) -> int:
    """One file as it lies there; nothing when its dossier was destroyed since we looked."""
    with ExitStack() as stack:
        try:
            source, size = opslag.open_file(file_id)
        except opslag.BestandKwijt:
            return 0
        stack.enter_context(source)
        day = int(os.fstat(source.fileno())[stat.ST_MTIME])
        _copy(schrijver, file_id, source, size, day)
    return 1


def _copy(schrijver: Schrijver, file_id: UUID, source: BinaryIO, size: int, day: int) -> None:
    try:
        schrijver.add_file(f"{archief.BESTANDEN}{file_id.hex}", source, size, mtime=day)
    except OSError as error:
        if error.errno is not None:
            raise
        raise KopieFout(f"file {file_id} became shorter while it was copied.") from None
