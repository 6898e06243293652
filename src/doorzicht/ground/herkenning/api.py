"""The door of herkenning: index what can be recognised, record the release, ask "seen before?"."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from django.db import DatabaseError, connection, transaction

from doorzicht.engines.matching.kenmerk import Kenmerk as Herkenbaar
from doorzicht.engines.matching.kenmerk import Soort
from doorzicht.ground.access.api import Actor, GeenContext, Geweigerd, require
from doorzicht.ground.herkenning.models import Kenmerk, Regioafspraak, Regiokenmerk, Vrijgave
from doorzicht.ground.herkenning.regio import (
    STANDEN,
    AfspraakInvoer,
    GeenAfspraak,
    Gemeentestand,
    OngeldigeAfspraak,
    Regioantwoord,
    herken_regio,
    index_for_region,
    own_afspraken,
    record_afspraak,
    regiostanden,
    running_afspraak,
    withdraw_afspraak,
)
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault.api import DossierOnbekend, DossierSleutel, blind_index

__all__ = [
    "STANDEN",
    "VRIJGAVE_DUURT",
    "AfspraakInvoer",
    "Antwoord",
    "GeenAfspraak",
    "Gemeentestand",
    "OngeldigeAfspraak",
    "Regioafspraak",
    "Regioantwoord",
    "Soort",
    "ZelfdePersoon",
    "build_kenmerken",
    "herken",
    "herken_regio",
    "index_for_region",
    "index_kenmerken",
    "indexed",
    "own_afspraken",
    "record_afspraak",
    "record_vrijgave",
    "regiostanden",
    "running_afspraak",
    "withdraw_afspraak",
    "withdraw_kenmerken",
]

Antwoord = Literal["hit", "algemeen", "geen"]
"""Seen in another dossier; in so many that it says nothing; not seen."""

VRIJGAVE_DUURT = timedelta(days=30)
"""How long privacycheck 1 lets somebody ask; afterwards the question needs a new check."""


class ZelfdePersoon(Exception):
    """Whoever weighs may not release the question themselves: privacycheck 1 is done by somebody else."""

    def __init__(self) -> None:
        super().__init__("Privacycheck 1 doet iemand anders dan wie de melding weegt.")


def index_kenmerken(sleutel: DossierSleutel, kenmerken: Iterable[Herkenbaar]) -> None:
    """Make identifiers of a dossier recognisable. One statement; what is already there stays.

    The index is this municipality's own: the same number in another one has another value. Part of the caller's act,
    who logs it. Never for a reporter: their contact data is no `Kenmerk` of the dossier
    (product rule 7).
    """
    Kenmerk.objects.bulk_create(build_kenmerken(sleutel, kenmerken), ignore_conflicts=True)


def build_kenmerken(sleutel: DossierSleutel, kenmerken: Iterable[Herkenbaar]) -> list[Kenmerk]:
    """The rows that `index_kenmerken` stores."""
    return [
        Kenmerk(
            **sleutel.row(),
            soort=k.soort,
            indexwaarde=blind_index(k.soort, k.waarde, organisatie_id=sleutel.organisatie_id),
        )
        for k in dict.fromkeys(kenmerken)
    ]


def withdraw_kenmerken(dossier_id: UUID) -> None:
    """Take a dossier out of every later question (sealed, rejected, merged into another, or destroyed)."""
    Kenmerk.objects.filter(dossier_id=dossier_id).delete()
    Regiokenmerk.objects.filter(dossier_id=dossier_id).delete()


def indexed(dossier_ids: Iterable[UUID]) -> set[UUID]:
    """Which of these dossiers can be recognised in their own municipality now."""
    found = Kenmerk.objects.filter(dossier_id__in=list(dossier_ids))
    return set(found.values_list("dossier_id", flat=True))


def record_vrijgave(
    sleutel: DossierSleutel,
    *,
    soorten: Iterable[Soort],
    doel: str,
    weger_id: UUID,
    by: Actor,
    at: datetime,
    tot: datetime | None = None,
    regio: bool = False,
) -> Vrijgave:
    """Record that privacycheck 1 lets these kinds be asked, with `regio` of other municipalities too.

    `doel` is a code, never a sentence.

    Raises `Geweigerd` without the right and `ZelfdePersoon`; the database checks both once more.
    """
    require(by, "privacycheck.uitvoeren", dossier_id=sleutel.dossier_id)
    if by.medewerker_id is None or by.medewerker_id == weger_id:
        raise ZelfdePersoon
    released = sorted(set(soorten))
    row = Vrijgave.objects.create(
        **sleutel.row(),
        soorten=released,
        regio=regio,
        doel=doel,
        weger=weger_id,
        door=by.medewerker_id,
        op=at,
        tot=tot or at + VRIJGAVE_DUURT,
    )
    logboek.record(
        by,
        "maak",
        "vrijgave",
        [sleutel.dossier_id],
        recht="privacycheck.uitvoeren",
        doel=doel,
        bijzonderheden={"soorten": released, "regio": regio},
    )
    return row


def herken(dossier_id: UUID, *, by: Actor) -> dict[Soort, Antwoord]:
    """Ask for each released kind of identifier of a dossier whether it was seen before in this municipality.

    The database refuses and logs by itself. Raises `Geweigerd` (no right, or no running privacycheck 1 by somebody
    else), `DossierOnbekend`, `GeenContext`.
    """
    require(by, "herkenning.vragen", dossier_id=dossier_id)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT soort, antwoord FROM herkenning.herken(%s)", [dossier_id])
            return dict(cursor.fetchall())
    except DatabaseError as error:
        raise _refusal(error, dossier_id, by) from error


def _refusal(error: DatabaseError, dossier_id: UUID, by: Actor) -> Exception:
    match getattr(error.__cause__, "sqlstate", None):
        case "DZ001":
            return GeenContext("herken: no actor in this transaction")
        case "DZ002":
            return DossierOnbekend(dossier_id)
        case "DZ003":
            return Geweigerd(
                by, "herkenning.vragen", dossier_id=dossier_id, uitleg="Dit kan pas na privacycheck 1."
            )
        case _:
            return error
