"""Seen before in another municipality? Only between municipalities that both recorded that they may.

Ground, arrangement (art. 26 AVG) and DPIA are recorded per municipality by its privacyfunctionaris, and withdrawn at
once. Until both stand, the question is refused: here, and once more in the database (`sql/regio.sql`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, connection, transaction

from doorzicht.engines.matching.kenmerk import Kenmerk as Herkenbaar
from doorzicht.engines.matching.kenmerk import Soort
from doorzicht.ground.access.api import Actor, GeenContext, Geweigerd, context, require
from doorzicht.ground.herkenning.models import Regioafspraak, Regiokenmerk
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import crypto
from doorzicht.ground.vault.api import DossierOnbekend, DossierSleutel

VASTLEGGEN, ZIEN, VRAGEN = "regioafspraak.vastleggen", "regioafspraak.zien", "herkenning.vragen_regio"

Stand = Literal["loopt", "geen", "verlopen", "ingetrokken"]
STANDEN: Final[dict[Stand, str]] = {
    "loopt": "Afspraak loopt",
    "geen": "Nog geen afspraak",
    "verlopen": "Afspraak verlopen",
    "ingetrokken": "Afspraak ingetrokken",
}
LANGST: Final = 3
"""Years after which an arrangement must be made anew: a DPIA is looked at again (art. 35 lid 11 AVG)."""


class GeenAfspraak(Geweigerd):
    """The own municipality did not record a running arrangement: nothing is asked of anybody."""

    def __init__(self, actor: Actor, *, dossier_id: UUID) -> None:
        super().__init__(
            actor,
            VRAGEN,
            dossier_id=dossier_id,
            uitleg="Je gemeente heeft nog geen afspraak met de regio vastgelegd. De privacyfunctionaris doet dat.",
        )


class OngeldigeAfspraak(ValueError):
    """An arrangement cannot be recorded like this. `velden`: a Dutch sentence for each field."""

    def __init__(self, velden: dict[str, str]) -> None:
        super().__init__(" ".join(velden.values()))
        self.velden = velden


@dataclass(frozen=True, slots=True)
class AfspraakInvoer:
    """What is recorded: a code of the catalogus, two references to documents, and from when to when."""

    grondslag: str
    regeling: str
    dpia: str
    vastgesteld_op: date
    geldig_tot: date


@dataclass(frozen=True, slots=True)
class Gemeentestand:
    """Whether a municipality may be asked, and until when."""

    organisatie_id: str
    naam: str
    stand: Stand
    geldig_tot: date | None


@dataclass(frozen=True, slots=True)
class Regioantwoord:
    """One line of an answer. A hit: which municipality, which kind, whom to call. `geen`: nothing there.
    `algemeen`: a kind that is common in the region; no municipality is named."""

    organisatie_id: str
    soort: str
    antwoord: Literal["hit", "geen", "algemeen"]
    bellen: UUID | None


def regiostanden() -> list[Gemeentestand]:
    """All municipalities of the region, by name. Empty without an actor."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT organisatie, naam, stand, geldig_tot FROM herkenning.regiostand()")
        return [Gemeentestand(*row) for row in cursor.fetchall()]


def own_afspraken(*, by: Actor) -> list[Regioafspraak]:
    """Every arrangement the actor's municipality recorded, the newest first."""
    require(by, ZIEN)
    return list(Regioafspraak.objects.filter(organisatie_id=by.organisatie_id).order_by("-op", "-id"))


@transaction.atomic
def record_afspraak(invoer: AfspraakInvoer, *, by: Actor, at: datetime) -> Regioafspraak:
    """Record ground, arrangement and DPIA. One that ran until now ends. Existing dossiers are not indexed by this:
    the wing does that. Raises `Geweigerd` and `OngeldigeAfspraak`."""
    require(by, VASTLEGGEN)
    if gaps := _gaps(invoer, today=local_day(at)):
        raise OngeldigeAfspraak(gaps)
    _end_running(by=by, at=at)
    row = Regioafspraak.objects.create(
        organisatie_id=by.organisatie_id,
        grondslag=invoer.grondslag,
        regeling=invoer.regeling.strip(),
        dpia=invoer.dpia.strip(),
        vastgesteld_op=invoer.vastgesteld_op,
        geldig_tot=invoer.geldig_tot,
        door=by.mens,
        op=at,
    )
    logboek.record(by, "maak", "regioafspraak", [row.id], recht=VASTLEGGEN)
    return row


@transaction.atomic
def withdraw_afspraak(*, by: Actor, at: datetime) -> bool:
    """End the running arrangement now, and remove every regional index of this municipality.

    Answers whether one ran.
    """
    require(by, VASTLEGGEN)
    ended = _end_running(by=by, at=at)
    if ended:
        logboek.record(by, "wijzig", "regioafspraak", ended, recht=VASTLEGGEN, doel="intrekken")
    return bool(ended)


def _gaps(invoer: AfspraakInvoer, *, today: date) -> dict[str, str]:
    gaps = {
        name: sentence
        for name, sentence in (
            ("grondslag", "Kies de wettelijke grond."),
            ("regeling", "Schrijf op waar de regeling tussen de gemeenten te vinden is."),
            ("dpia", "Schrijf op waar de DPIA te vinden is."),
        )
        if not getattr(invoer, name).strip()
    }
    if invoer.vastgesteld_op > today:
        gaps["vastgesteld_op"] = "Leg de afspraak vast als die er is, niet eerder."
    if invoer.geldig_tot < today:
        gaps["geldig_tot"] = "Kies een dag die nog komt."
    elif invoer.geldig_tot > _longest(invoer.vastgesteld_op):
        gaps["geldig_tot"] = f"Hooguit {LANGST} jaar. Daarna kijk je opnieuw naar de DPIA."
    return gaps


def _longest(begin: date) -> date:
    try:
        return begin.replace(year=begin.year + LANGST)
    except ValueError:
        return date(begin.year + LANGST, 3, 1)


def _end_running(*, by: Actor, at: datetime) -> list[UUID]:
    open_ones = Regioafspraak.objects.filter(organisatie_id=by.organisatie_id, ingetrokken_op__isnull=True)
    ids = list(open_ones.values_list("id", flat=True))
    if ids:
        open_ones.update(ingetrokken_op=at, ingetrokken_door=by.mens)
        clear_region(by.organisatie_id)
    return ids


def clear_region(organisatie_id: str, *, keep: UUID | None = None) -> int:
    """Remove the regional indexes of a municipality (all but those under `keep`), whoever is shut out of what: the
    house does it. Answers how many."""
    with context(Actor.systeem(organisatie_id)):
        rows = Regiokenmerk.objects.filter(organisatie_id=organisatie_id)
        if keep is not None:
            rows = rows.exclude(afspraak_id=keep)
        return rows.delete()[0]


def running_afspraak(organisatie_id: str, *, on: date) -> UUID | None:
    """The arrangement of a municipality that runs on a day, seen from inside it."""
    found = Regioafspraak.objects.filter(
        organisatie_id=organisatie_id, ingetrokken_op__isnull=True, vastgesteld_op__lte=on, geldig_tot__gte=on
    )
    return found.values_list("id", flat=True).first()


def regional_index(soort: Soort, value: str) -> bytes:
    """16 bytes for a normalised value, the same in every municipality and in no municipality's own index."""
    return crypto.blind(settings.DOORZICHT_REGIOSLEUTEL, f"regio|{soort}", value)


def index_for_region(sleutel: DossierSleutel, kenmerken: Iterable[Herkenbaar], *, on: date) -> bool:
    """Make identifiers of a dossier recognisable for the region; nothing happens without a running arrangement.

    Part of the caller's act, who logs it; called only where privacycheck 1 let these kinds go to the region.
    """
    afspraak_id = running_afspraak(sleutel.organisatie_id, on=on)
    if afspraak_id is None:
        return False
    Regiokenmerk.objects.bulk_create(
        (
            Regiokenmerk(
                **sleutel.row(),
                afspraak_id=afspraak_id,
                soort=k.soort,
                indexwaarde=regional_index(k.soort, k.waarde),
            )
            for k in dict.fromkeys(kenmerken)
        ),
        ignore_conflicts=True,
    )
    return True


def herken_regio(dossier_id: UUID, *, by: Actor) -> list[Regioantwoord]:
    """Ask the municipalities that may be asked. The database refuses and logs by itself, on both sides.

    Raises `Geweigerd` (no right, or no running release for the region), `GeenAfspraak`, `DossierOnbekend`,
    `GeenContext`.
    """
    require(by, VRAGEN, dossier_id=dossier_id)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT organisatie, soort, antwoord, bellen FROM herkenning.herken_regio(%s)", [dossier_id]
            )
            return [Regioantwoord(*row) for row in cursor.fetchall()]
    except DatabaseError as error:
        raise _refusal(error, dossier_id, by) from error


def _refusal(error: DatabaseError, dossier_id: UUID, by: Actor) -> Exception:
    match getattr(error.__cause__, "sqlstate", None):
        case "DZ001":
            return GeenContext("herken_regio: no actor in this transaction")
        case "DZ002":
            return DossierOnbekend(dossier_id)
        case "DZ003":
            return Geweigerd(
                by,
                VRAGEN,
                dossier_id=dossier_id,
                uitleg="Dit kan pas als privacycheck 1 de vraag aan de regio vrijgaf.",
            )
        case "DZ004":
            return GeenAfspraak(by, dossier_id=dossier_id)
        case _:
            return error
