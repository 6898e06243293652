"""Put a backup back: into a database beside the old one, looked at, and then in its place."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO
from uuid import UUID

from django.conf import settings
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from doorzicht.doors.cli.kopie import archief, database, kluis, plaats, proef, programmas
from doorzicht.doors.cli.kopie.archief import Kop
from doorzicht.doors.cli.kopie.fouten import KopieFout, of_disk
from doorzicht.doors.cli.meter import Tellers
from doorzicht.doors.cli.postgres import prepare_database
from doorzicht.doors.cli.seal import default_anchor
from doorzicht.doors.cli.sleutelproef import plaats as keys_here
from doorzicht.ground.bestanden import opslag
from doorzicht.ground.logboek.incarnatie import start_incarnation
from doorzicht.ground.logboek.keten import Sleutels
from doorzicht.ground.vault import age, merken
from doorzicht.ground.vault.geheimen import replace_durably
from doorzicht.ground.vault.herstel import BACKUP
from doorzicht.ground.vault.kluiskopie import contents
from doorzicht.ground.vault.sleutelkluis import SqliteKluis

_NIEUW = "_terugzetten"


def restore_store(copy: Path | None, *, vervang: str) -> str:
    """Make the key store of its copy; a sentence about what was done. Raises `KopieFout`."""
    path = copy or kluis.folder() / kluis.KOPIE
    if not path.exists():
        raise KopieFout(f"there is no copy of the key store at {path}: name it.")
    inhoud, gone = kluis.put_store_back(path, identity=_identity(), vervang=vervang == database.own_name())
    return f"The key store is back: {len(inhoud.delen) - gone} keys; {gone} that were destroyed since were left out."


def restore_backup(path: Path, *, vervang: str) -> Iterator[str]:
    """All of it; yields sentences about what was done. Raises `KopieFout`, before anything was changed."""
    naam, identity = database.own_name(), _identity()
    kop = _peek(path, identity)
    prepare_database()
    database.finish_swap(naam)
    _refuse_other(kop)
    _refuse_full(naam, vervang=vervang)
    _refuse_guests(naam)
    if not kluis.store().exists():
        yield restore_store(_copy_beside(path), vervang="")
    nieuw = f"{naam}{_NIEUW}"
    try:
        database.create(nieuw)
        found = _load(path, nieuw, identity=identity)
        again = kluis.destroy_listed()
        seen = _look(nieuw, found)
        incarnatie = _go_on(nieuw, kop, found)
        database.take_place(nieuw, naam)
    except OSError as error:
        raise of_disk(error, where=opslag_folder()) from None
    finally:
        database.drop(nieuw)
    yield (
        f"{path.name} of {kop.gemaakt} is in place: {seen.logboek.regels} sealed rows whole, {seen.sleutels} keys "
        f"open, {seen.bestanden} files. The logboek goes on in incarnation {incarnatie}."
    )
    yield from _remarks(again, seen)


def _remarks(again: int, seen: proef.Proef) -> Iterator[str]:
    """What whoever restores should know, when there is anything."""
    if again or seen.verloren:
        yield (
            f"{again} keys that a list calls destroyed were destroyed in the key store; {seen.verloren} dossiers have "
            "no part there: nobody can read them."
        )
    if seen.zonder_bestand:
        yield f"{seen.zonder_bestand} files were not in the backup: `doorzicht verify-bestanden` names them."


def opslag_folder() -> Path:
    """Where files are put back."""
    return Path(settings.DOORZICHT_BESTANDEN)


def _identity() -> str:
    path = Path(settings.GEHEIMEN_DIR) / BACKUP
    if not path.exists():
        raise KopieFout(
            f"{path} is missing, the key of this installation's backups: `doorzicht herstelsleutel gebruik BACKUP` "
            "puts it back, with the other secrets."
        )
    return age.read_identity(path)


def _peek(path: Path, identity: str) -> Kop:
    try:
        with path.open("rb") as source, age.decrypting(source, identity=identity) as plain:
            return archief.read_kop(plain)
    except (age.VerkeerdeSleutel, age.Beschadigd) as error:
        raise proef.of_age(error, path) from None


def _refuse_other(kop: Kop) -> None:
    """A backup of other roles, a newer server or a newer Doorzicht cannot go here."""
    if kop.rollen != database.prefix():
        raise KopieFout(
            f"this backup has the roles of {kop.rollen}, and this database has those of {database.prefix()}: the "
            "database must bear the same name."
        )
    with database.connect("postgres") as db:
        theirs, ours = kop.server // 10_000, db.info.server_version // 10_000
    if theirs > ours:
        raise KopieFout(
            f"this backup is of PostgreSQL {theirs}, and this server is {ours}: it must not be older."
        )
    loader = MigrationLoader(None, ignore_no_migrations=True)
    known = {f"{app}.{name}" for app, name in loader.disk_migrations}
    if unknown := sorted(set(kop.migraties) - known):
        raise KopieFout(
            f"this backup was made by a newer Doorzicht ({kop.doorzicht}): install that first. Unknown here: "
            f"{unknown[0]}."
        )


def _refuse_full(naam: str, *, vervang: str) -> None:
    if vervang == naam:
        return
    if vervang:
        raise KopieFout(f"--vervang {vervang}: the database here is called {naam}. Nothing was changed.")
    if any(True for _ in opslag.all_files()) or not _is_empty(naam):
        raise KopieFout(
            f"this installation is in use: database {naam} or its files are not empty. Nothing was changed. Make a "
            f"backup of it if you can, and say --vervang {naam} to replace it."
        )


def _is_empty(naam: str) -> bool:
    if not database.exists(naam):
        return True
    with database.connect(naam) as db:
        return not merken.is_prepared(db) or bool(database.value(db, "leeg"))


def _refuse_guests(naam: str) -> None:
    if database.exists(naam) and (number := database.guests(naam)):
        raise KopieFout(f"{number} programs are connected to {naam}: stop Doorzicht first.")


def _copy_beside(path: Path) -> Path | None:
    """The copy of the key store that lies with this backup, or where copies go."""
    beside = path.parent / "sleutelkluis" / kluis.KOPIE
    return beside if beside.exists() else None


def _load(path: Path, nieuw: str, *, identity: str) -> proef.Uitgepakt:
    counts = Tellers("restoring")

    def keep(file_id: UUID, seconds: int, content: IO[bytes]) -> None:
        opslag.put_back(file_id, content, seconds=seconds)

    with database.connect("postgres") as db:
        tools = programmas.for_server(db)
    found = proef.unpack(
        path,
        identity=identity,
        mac_identity=identity,
        programmas=tools,
        into=nieuw,
        keep=keep,
        progress=counts.add,
    )
    counts.end()
    database.hand_over(nieuw, found.kop.functies)
    return found


def _look(nieuw: str, found: proef.Uitgepakt) -> proef.Proef:
    with database.connect(nieuw) as db:
        if wrong := merken.problems(db, keys_here()):
            raise KopieFout("this backup does not belong to the keys that are here.\n  " + "\n  ".join(wrong))
    with plaats.half_made(plaats.folder() / "anker.jsonl") as heads:
        heads.write_bytes(found.anker)
        inhoud = contents(SqliteKluis(kluis.store()))
        return proef.examine(nieuw, found, kluis=inhoud, logboeksleutel=_seal_key(), anker=heads)


def _go_on(nieuw: str, kop: Kop, found: proef.Uitgepakt) -> int:
    """A new incarnation of the logboek, the versions of the master key that were made since, and no open sessions."""
    if not default_anchor().exists():
        replace_durably(default_anchor(), found.anker)
    with database.connect(nieuw) as db:
        stand = start_incarnation(
            db, sleutels=Sleutels.of(_seal_key()), reden=f"back-up van {kop.gemaakt} teruggezet",
            at=timezone.now(), ankerbestand=default_anchor(),
        )  # fmt: skip
        merken.register(db, keys_here())
        db.execute("DELETE FROM django_session")
    return stand.incarnatie


def _seal_key() -> bytes:
    key: bytes = settings.DOORZICHT_LOGBOEKSLEUTEL
    return key
