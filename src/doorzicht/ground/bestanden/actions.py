"""The verbs: look at what was sent, keep it, open it again. Nothing is half kept."""

import logging
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from doorzicht.engines.cleaning import MAX_IN, Onbruikbaar, Schoon, Soort, clean
from doorzicht.ground.access import api as access
from doorzicht.ground.access.api import Actor
from doorzicht.ground.bestanden import namen, opslag, scanner
from doorzicht.ground.bestanden.models import Bestand
from doorzicht.ground.bestanden.redenen import sentence
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.ground.vault.api import DossierSleutel
from doorzicht.ground.vault.stroom import Stroom, length_class

log = logging.getLogger(__name__)

MAX_AANTAL: Final = 5
"""Files in one form."""
SECONDEN: Final = 18
"""How long the files of one form may take together: the transaction they are part of lasts at most 30 s."""


class BestandGeweigerd(Exception):
    """This file is not taken in. The message is fit for the screen; what else was sent is kept."""

    def __init__(self, reden: str) -> None:
        super().__init__(sentence(reden))
        self.reden = reden


@dataclass(frozen=True, slots=True)
class Aangeboden:
    """A file as it was sent: a name nobody has to believe, and its bytes up to one more than are allowed."""

    naam: str = field(repr=False)
    inhoud: bytes = field(repr=False)
    te_veel: bool = False


@dataclass(frozen=True, slots=True)
class Klaar:
    """A file that can be kept: clean, with the name it will have."""

    naam: str = field(repr=False)
    schoon: Schoon


@dataclass(frozen=True, slots=True)
class Weigering:
    """A file that was not kept: the name as it was sent, and why."""

    naam: str = field(repr=False)
    reden: str

    def zin(self, taal: str = "nl") -> str:
        """Why, in a sentence."""
        return sentence(self.reden, taal)


@dataclass(frozen=True, slots=True)
class Bekeken:
    """The files of one form after they were looked at, before any is kept."""

    klaar: tuple[Klaar, ...] = ()
    geweigerd: tuple[Weigering, ...] = ()


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """What became of the files of one form."""

    bewaard: tuple[Bestand, ...] = ()
    geweigerd: tuple[Weigering, ...] = ()


@dataclass(frozen=True, slots=True)
class Geopend:
    """A file on its way to a reader."""

    naam: str = field(repr=False)
    soort: Soort
    stroom: Stroom


def examine(aangeboden: Aangeboden, *, seconds: float = SECONDEN) -> Klaar:
    """Scan and clean; keeps nothing. Raises `BestandGeweigerd`."""
    if aangeboden.te_veel:
        raise BestandGeweigerd("te_veel")
    if len(aangeboden.inhoud) > MAX_IN:
        raise BestandGeweigerd("te_groot")
    try:
        if scanner.is_infected(aangeboden.inhoud):
            raise BestandGeweigerd("virus")
        schoon = clean(aangeboden.inhoud, seconds=seconds)
    except scanner.GeenScanner as error:
        log.error("a file was refused: %s", error)
        raise BestandGeweigerd("geen_scanner") from error
    except Onbruikbaar as error:
        raise BestandGeweigerd(error.reden) from error
    if namen.lies(aangeboden.naam, schoon.soort):
        raise BestandGeweigerd("liegt")
    return Klaar(namen.tidy(aangeboden.naam, schoon.soort), schoon)


def keep(
    klaar: Klaar,
    sleutel: DossierSleutel,
    *,
    recht: str,
    by: Actor,
    at: datetime,
    hoort_bij: UUID | None = None,
) -> Bestand:
    """Encrypt and store a clean file, then its row. Raises `Geweigerd`, or `BestandGeweigerd` on a full disk.

    The file is durable before the row can commit; a file whose row never commits is removed by the night.
    """
    access.require(by, recht, dossier_id=sleutel.dossier_id)
    inhoud = klaar.schoon.inhoud
    row = Bestand(
        **sleutel.row(),
        soort=klaar.schoon.soort,
        lengteklasse=length_class(len(inhoud)),
        hoort_bij=hoort_bij,
        dag=local_day(at),
    )
    sleutel.encrypt(row, "naam", klaar.naam)
    try:
        row.controlegetal = opslag.write(row.id, sleutel.encrypt_file(row.id, inhoud), day=row.dag)
    except OSError as error:
        log.error("a file could not be written: error %s", error.errno)
        raise BestandGeweigerd("geen_ruimte") from error
    row.save(force_insert=True)
    logboek.record(
        by, "maak", "bestand", [sleutel.dossier_id, row.id], recht=recht,
        bijzonderheden={"soort": row.soort},
    )  # fmt: skip
    return row


def examine_all(aangeboden: Iterable[Aangeboden]) -> Bekeken:
    """Look at the files of a form; keeps nothing and stops at nothing.

    Done before anything is written, so that no transaction that others wait for lasts as long as this may.
    """
    end = time.monotonic() + SECONDEN
    klaar: list[Klaar] = []
    refused: list[Weigering] = []
    for one in aangeboden:
        left = end - time.monotonic()
        try:
            if left < 1:
                raise BestandGeweigerd("geen_tijd")
            klaar.append(examine(one, seconds=left))
        except BestandGeweigerd as refusal:
            refused.append(Weigering(one.naam, refusal.reden))
    return Bekeken(tuple(klaar), tuple(refused))


def keep_all(
    bekeken: Bekeken,
    sleutel: DossierSleutel,
    *,
    recht: str,
    by: Actor,
    at: datetime,
    hoort_bij: UUID | None = None,
) -> Ontvangst:
    """Keep what could be kept. What was refused stops nothing else, and is logged by its reason.

    Raises `Geweigerd` when the actor may not add to this dossier.
    """
    access.require(by, recht, dossier_id=sleutel.dossier_id)
    kept: list[Bestand] = []
    refused = list(bekeken.geweigerd)
    for klaar in bekeken.klaar:
        try:
            kept.append(keep(klaar, sleutel, recht=recht, by=by, at=at, hoort_bij=hoort_bij))
        except BestandGeweigerd as refusal:
            refused.append(Weigering(klaar.naam, refusal.reden))
    for weigering in refused:
        logboek.record(
            by, "weiger", "bestand", [sleutel.dossier_id], recht=recht, uitkomst="geweigerd",
            bijzonderheden={"reden": weigering.reden},
        )  # fmt: skip
    return Ontvangst(tuple(kept), tuple(refused))


def open_file(file_id: UUID, *, dossier_id: UUID, recht: str, by: Actor) -> Geopend:
    """Open one file of one dossier for reading, with a log row in the same transaction.

    The caller says in which dossier it must lie, and has seen that the actor may read that dossier with this right.
    Raises `Geweigerd`, `Bestand.DoesNotExist`, `SleutelVernietigd`, `BestandKwijt`, `InvalidTag`.
    """
    access.require(by, recht, dossier_id=dossier_id)
    row = Bestand.objects.get(pk=file_id, dossier_id=dossier_id)
    sleutel = vault.open_dossier(dossier_id)
    logboek.record(
        by, "lees", "bestand", [dossier_id, row.id], recht=recht, bijzonderheden={"soort": row.soort}
    )
    handle, size = opslag.open_file(row.id)
    try:
        stroom = sleutel.decrypt_file(row.id, handle, size)
    except BaseException:
        handle.close()
        raise
    soort: Soort = row.soort  # type: ignore[assignment]  # the database holds it to the five kinds
    return Geopend(sleutel.decrypt(row, "naam"), soort, stroom)


def destroy_files(dossier_id: UUID, *, organisatie_id: str) -> int:
    """Take the files of a dossier from the disk; their rows go with the dossier's rows. May run again.

    Overwriting is not promised: on today's disks it cannot be. What dies is the dossier's key; without it these bytes
    are noise, also where a copy of them is left.
    """
    ids = Bestand.objects.filter(dossier_id=dossier_id, organisatie_id=organisatie_id)
    return opslag.remove(ids.values_list("id", flat=True))
