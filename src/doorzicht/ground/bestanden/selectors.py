"""Questions: which files a dossier has, and whether rows and disk agree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import connection

from doorzicht.ground.access.api import Actor
from doorzicht.ground.bestanden import opslag
from doorzicht.ground.bestanden.models import Bestand
from doorzicht.ground.vault.api import DossierSleutel, destroyed
from doorzicht.ground.vault.stroom import size_on_disk


@dataclass(frozen=True, slots=True)
class Bijlage:
    """A file as a screen shows it: its name, its kind, the day it came.

    It is `hooguit` bytes long: the exact length is kept nowhere.
    """

    id: UUID
    dossier_id: UUID
    naam: str = field(repr=False)
    soort: str
    dag: date
    hoort_bij: UUID | None
    hooguit: int


def attachments(sleutels: Mapping[UUID, DossierSleutel]) -> list[Bijlage]:
    """The files of dossiers whose key the caller has opened (and whose reading it logged), by name. One statement."""
    found = [
        Bijlage(
            row.id,
            row.dossier_id,
            sleutels[row.dossier_id].decrypt(row, "naam"),
            row.soort,
            row.dag,
            row.hoort_bij,
            row.lengteklasse,
        )
        for row in Bestand.objects.filter(dossier_id__in=list(sleutels))
    ]
    return sorted(found, key=lambda b: (b.naam.casefold(), b.id))


def without_row(file_ids: list[UUID]) -> set[UUID]:
    """Which of these files on the disk have no row, of whatever organisation."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM bestanden.zonder_rij(%s)", [file_ids])
        return {number for (number,) in cursor.fetchall()}


def damage(*, of: Actor, read: bool) -> Iterator[tuple[UUID, str]]:
    """Rows of an organisation of which the file is not what it was: "kwijt", "lengte" or, when it is `read`, "inhoud".

    A dossier that was destroyed has no files: an older dump may still have its rows.
    """
    rows = Bestand.objects.filter(organisatie_id=of.organisatie_id).order_by("id")
    for row in rows.iterator(chunk_size=1_000):
        try:
            if read:
                digest, size = opslag.digest_of(row.id)
            else:
                handle, size = opslag.open_file(row.id)
                handle.close()
                digest = bytes(row.controlegetal)
        except opslag.BestandKwijt:
            if not destroyed([row.dossier_id]):
                yield row.id, "kwijt"
            continue
        if size != size_on_disk(row.lengteklasse):
            yield row.id, "lengte"
        elif digest != bytes(row.controlegetal):
            yield row.id, "inhoud"
