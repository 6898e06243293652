"""The vault's door: make, open and destroy dossiers; encrypt, decrypt and index values."""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID, uuid4

from django.conf import settings
from django.db.models import Model, QuerySet

from doorzicht.ground.lib.padding import pad, unpad
from doorzicht.ground.vault import crypto
from doorzicht.ground.vault.geheimtekst import decrypt_secret, encrypt_secret, secret_version
from doorzicht.ground.vault.hoofdsleutels import HoofdsleutelOntbreekt, master, newest_master
from doorzicht.ground.vault.models import Dossier
from doorzicht.ground.vault.sleutelkluis import Sleutelkluis, SqliteKluis
from doorzicht.ground.vault.stroom import Stroom, encrypt_stream, file_key, place_of_file
from doorzicht.ground.vault.vernietigd import write_down

__all__ = [
    "DossierOnbekend",
    "DossierSleutel",
    "HoofdsleutelOntbreekt",
    "SleutelVernietigd",
    "blind_index",
    "create_dossier",
    "decrypt_secret",
    "destroy_dossier",
    "destroyed",
    "encrypt_secret",
    "kluis",
    "open_dossier",
    "open_dossiers",
    "plan_destruction",
    "secret_version",
]


class SleutelVernietigd(Exception):
    """The dossier's key no longer exists: what it held cannot be read any more, by anybody, for ever."""

    def __init__(self, dossier_id: UUID) -> None:
        super().__init__(f"The key of dossier {dossier_id} was destroyed; its contents are gone for good.")
        self.dossier_id = dossier_id


class DossierOnbekend(LookupError):
    """No such dossier for this reader: it does not exist, or the wall hides it."""


@dataclass(frozen=True, slots=True)
class DossierSleutel:
    """An opened dossier: encrypts and decrypts the fields of its rows for as long as the request lasts."""

    dossier_id: UUID
    organisatie_id: str
    compartiment: str
    _key: bytes

    def __repr__(self) -> str:
        return f"DossierSleutel({self.dossier_id})"

    def row(self) -> dict[str, object]:
        """The three columns every row of this dossier carries."""
        return {
            "dossier_id": self.dossier_id,
            "organisatie_id": self.organisatie_id,
            "compartiment": self.compartiment,
        }

    def encrypt(self, row: Model, veld: str, text: str) -> None:
        """Put `text`, padded and encrypted, in column `veld` of `row`. Empty text becomes NULL."""
        setattr(
            row, veld, crypto.encrypt(self._key, pad(text.encode()), self._place(row, veld)) if text else None
        )

    def decrypt(self, row: Model, veld: str) -> str:
        """The text of column `veld`; empty for NULL. Raises `InvalidTag` when the bytes were moved or changed."""
        cipher = getattr(row, veld)
        if cipher is None:
            return ""
        return unpad(crypto.decrypt(self._key, bytes(cipher), self._place(row, veld))).decode()

    def encrypt_json(self, row: Model, veld: str, value: object) -> None:
        """As `encrypt`, for a small structure (an address, a list); an empty one becomes NULL."""
        self.encrypt(row, veld, json.dumps(value, ensure_ascii=False) if value else "")

    def decrypt_json(self, row: Model, veld: str) -> Any:
        """The structure of column `veld`, or None."""
        text = self.decrypt(row, veld)
        return json.loads(text) if text else None

    def encrypt_file(self, file_id: UUID, content: bytes) -> Iterator[bytes]:
        """The content of a file of this dossier as encrypted chunks, for outside the database."""
        return encrypt_stream(file_key(self._key, file_id), place_of_file(file_id, self.dossier_id), content)

    def decrypt_file(self, file_id: UUID, source: BinaryIO, size: int) -> Stroom:
        """The content back, chunk by chunk, out of `size` encrypted bytes. Raises `InvalidTag`, also while read."""
        return Stroom(file_key(self._key, file_id), place_of_file(file_id, self.dossier_id), source, size)

    def _place(self, row: Model, veld: str) -> bytes:
        """Where a ciphertext belongs: moved to another row, column or dossier it no longer opens."""
        return f"{row._meta.db_table}.{veld}|{row.pk}|{self.dossier_id}".encode()


@lru_cache(maxsize=8)
def _kluis_at(path: Path) -> Sleutelkluis:
    return SqliteKluis(path)


def kluis() -> Sleutelkluis:
    """The key store of this installation."""
    return _kluis_at(Path(settings.DOORZICHT_SLEUTELKLUIS))


def create_dossier(
    *,
    soort: str,
    organisatie_id: str,
    compartiment: str,
    bewaarregel: str,
    id: UUID | None = None,
    vernietigen_op: date | None = None,
) -> DossierSleutel:
    """Make a dossier with its own key. The store part is durable before the row can commit.

    `vernietigen_op` is the day on which it must be gone if nobody ever touches it again.
    """
    dossier_id, data_key, part = id or uuid4(), os.urandom(32), os.urandom(32)
    kluis().put(dossier_id, part)
    # Last, so that hardly anything is still wrapped with the version before it when a rotation begins.
    version, key = newest_master()
    Dossier.objects.create(
        id=dossier_id,
        organisatie_id=organisatie_id,
        compartiment=compartiment,
        soort=soort,
        ingepakt=crypto.wrap(data_key, master=key, part=part, dossier_id=dossier_id),
        sleutelversie=version,
        bewaarregel=bewaarregel,
        vernietigen_op=vernietigen_op,
    )
    return DossierSleutel(dossier_id, organisatie_id, compartiment, data_key)


def open_dossier(dossier_id: UUID) -> DossierSleutel:
    """The key of one dossier. Raises `DossierOnbekend` or `SleutelVernietigd`."""
    keys = dict(_open(Dossier.objects.filter(pk=dossier_id)))
    if dossier_id not in keys:
        if Dossier.objects.filter(pk=dossier_id).exists():
            raise SleutelVernietigd(dossier_id)
        raise DossierOnbekend(dossier_id)
    return keys[dossier_id]


def open_dossiers(dossier_ids: Iterable[UUID]) -> dict[UUID, DossierSleutel]:
    """The keys of many dossiers in two look-ups; destroyed and invisible ones are absent."""
    return dict(_open(Dossier.objects.filter(pk__in=list(dossier_ids))))


def plan_destruction(dossier_id: UUID, *, op: date, bewaarregel: str) -> None:
    """Set (or move) the day on which the dossier must be gone, and the rule that says so."""
    Dossier.objects.filter(pk=dossier_id).update(vernietigen_op=op, bewaarregel=bewaarregel)


def destroy_dossier(dossier_id: UUID, *, at: date) -> None:
    """Destroy the key. The store goes first: after a crash in between the dossier is unreadable, not revived.

    Before that its number goes on the list beside the store, so that no older copy of the store brings it back.
    """
    store = Path(settings.DOORZICHT_SLEUTELKLUIS)
    write_down(
        dossier_id,
        root=settings.DOORZICHT_INDEXSLEUTEL,
        beside=store.with_suffix(".vernietigd"),
        copies=Path(settings.DOORZICHT_BACKUP) / "sleutelkluis",
    )
    kluis().destroy(dossier_id)
    Dossier.objects.filter(pk=dossier_id).update(ingepakt=None, vernietigd_op=at)


def destroyed(dossier_ids: Iterable[UUID]) -> set[UUID]:
    """Which of these dossiers the key store remembers as destroyed, whatever an older dump says of them."""
    return kluis().destroyed(dossier_ids)


def blind_index(soort: str, value: str, *, organisatie_id: str = "") -> bytes:
    """16 bytes standing for a normalised value. Without an organisation the index is the region's, so that
    municipalities can ask each other hit/no-hit; with one it is that municipality's own."""
    return crypto.blind(settings.DOORZICHT_INDEXSLEUTEL, f"{soort}|{organisatie_id}", value)


def _open(dossiers: QuerySet[Dossier]) -> Iterator[tuple[UUID, DossierSleutel]]:
    """The keys that can still be opened. Plain columns and each master key once: a page opens a hundred."""
    found = list(dossiers.values_list("id", "organisatie_id", "compartiment", "ingepakt", "sleutelversie"))
    parts = kluis().get_many(row[0] for row in found) if found else {}
    masters: dict[int, bytes] = {}
    for dossier_id, organisatie_id, compartiment, wrapped, version in found:
        part = parts.get(dossier_id)
        if part is None or wrapped is None:
            continue
        if version not in masters:
            masters[version] = master(version)
        key = crypto.unwrap(bytes(wrapped), master=masters[version], part=part, dossier_id=dossier_id)
        yield dossier_id, DossierSleutel(dossier_id, organisatie_id, compartiment, key)
