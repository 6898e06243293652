"""The copy of the key store: the latest one only, and beside it the list of what was destroyed since."""

import os
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from django.conf import settings

from doorzicht.doors.cli.kopie.fouten import KopieBeschadigd, KopieFout
from doorzicht.ground.vault import age
from doorzicht.ground.vault.geheimen import replace_durably
from doorzicht.ground.vault.kluiskopie import GeenKopie, Inhoud, contents, make_store, number_of, pack, unpack
from doorzicht.ground.vault.sleutelkluis import SqliteKluis
from doorzicht.ground.vault.vernietigd import NAAM, Vernietigdlijst

KOPIE = "sleutelkluis.age"


def folder() -> Path:
    """Where the copy and its list lie."""
    return Path(settings.DOORZICHT_BACKUP) / "sleutelkluis"


def store() -> Path:
    """The key store of this installation."""
    return Path(settings.DOORZICHT_SLEUTELKLUIS)


def copy_store(*, recipients: list[str], identity: str) -> Inhoud:
    """Write the copy anew, read it back, and only then let it take the place of the one before; that one is erased.

    An older copy would bring destroyed keys back to life. Raises `KopieFout`.
    """
    if number_of(store()) is None:
        raise KopieFout(f"the key store {store()} is missing or damaged: see docs/beheer/sleutels.md.")
    inhoud = contents(SqliteKluis(store()))
    lijst(folder() / NAAM).add(inhoud.vernietigd)
    sealed = age.encrypt(pack(inhoud), recipients=recipients)
    if read_copy(sealed, identity=identity) != inhoud:
        raise KopieFout("the copy of the key store cannot be read back; the one before it was kept.")
    _replace_and_erase(folder() / KOPIE, sealed)
    return inhoud


def read_copy(sealed: bytes, *, identity: str) -> Inhoud:
    """What a copy holds. Raises `KopieFout`."""
    try:
        return unpack(age.decrypt(sealed, identity=identity))
    except age.VerkeerdeSleutel:
        raise KopieFout(
            "the copy of the key store is not for the keys of this installation: put those back first, with "
            "`doorzicht herstelsleutel gebruik`."
        ) from None
    except (age.Beschadigd, GeenKopie) as error:
        raise KopieBeschadigd(f"the copy of the key store cannot be read: {error}.") from None


def lijst(path: Path) -> Vernietigdlijst:
    """A list of destroyed dossiers, made with the secret of this installation."""
    return Vernietigdlijst(path, root=(Path(settings.GEHEIMEN_DIR) / "index").read_bytes())


def destroyed_by_list(extra: Iterable[Path] = ()) -> set[UUID]:
    """All dossiers that any list within reach calls destroyed: beside the store, beside its copy, and `extra`.

    Raises `KopieFout` for lines that are not of this installation: somebody wrote them, or the disk did.
    """
    found: set[UUID] = set()
    for path in {store().with_suffix(".vernietigd"), folder() / NAAM, *extra}:
        gelezen = lijst(path).read()
        if gelezen.vreemd:
            raise KopieFout(
                f"{path} has {gelezen.vreemd} lines that this installation did not write. Look at it, take another "
                "copy of it, or remove those lines."
            )
        found |= gelezen.dossiers
    return found


def put_store_back(copy: Path, *, identity: str, vervang: bool) -> tuple[Inhoud, int]:
    """Make the key store of its copy, without what the lists call destroyed; answers it and how many those were.

    A store that is whole and is the one of the copy is never replaced: the copy is older.
    """
    inhoud = read_copy(copy.read_bytes(), identity=identity)
    here = number_of(store())
    if here == inhoud.nummer:
        raise KopieFout(
            f"the key store {store()} is there and whole. A copy is older: it would lose new dossiers and bring "
            "destroyed ones back. Nothing was changed."
        )
    gone = destroyed_by_list([copy.parent / NAAM])
    if store().exists():
        if not vervang:
            raise KopieFout(
                f"another key store, or a damaged one, stands at {store()}. Nothing was changed; --vervang with the "
                "name of the database puts it aside."
            )
        _put_aside(store())
    store().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    make_store(store(), inhoud.without(gone))
    lijst(store().with_suffix(".vernietigd")).add(inhoud.vernietigd | gone)
    return inhoud, len(gone & inhoud.delen.keys())


def destroy_listed() -> int:
    """Destroy in the key store that is here what the lists call destroyed and it still holds; answers how many."""
    gone, kluis = destroyed_by_list(), SqliteKluis(store())
    alive = sorted(gone & contents(kluis).delen.keys())
    for dossier in alive:
        kluis.destroy(dossier)
    return len(alive)


def _replace_and_erase(path: Path, content: bytes) -> None:
    """Put new bytes in place of old ones, and zeros over where the old ones stood."""
    try:
        fd = os.open(path, os.O_WRONLY)
    except FileNotFoundError:
        fd = -1
    try:
        replace_durably(path, content)
        if fd >= 0:
            size = os.fstat(fd).st_size
            for at in range(0, size, 1 << 20):
                os.pwrite(fd, bytes(min(1 << 20, size - at)), at)
            os.fsync(fd)
    finally:
        if fd >= 0:
            os.close(fd)


def _put_aside(path: Path) -> None:
    number = 1
    while (aside := path.with_name(f"{path.name}.opzij-{number}")).exists():
        number += 1
    for suffix in ("", "-wal", "-shm"):
        if Path(f"{path}{suffix}").exists():
            Path(f"{path}{suffix}").rename(f"{aside}{suffix}")
