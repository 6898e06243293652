"""Meldingen with a past, ready to be stored by the thousand: what `doorzicht bench seed` fills a bench database with.

The rows are built by the same functions as those of a melding that comes in, and encrypted with its own key. Nothing
is stored here, no right is asked and nothing is logged: the caller owns a database that holds no real melding.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final
from uuid import UUID

from django.db.models import Model
from django.utils import timezone

from doorzicht.ground.access.api import Actor
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.organisaties.kanalen import KANALEN
from doorzicht.ground.vault import bulk
from doorzicht.ground.vault.api import DossierSleutel
from doorzicht.wings.signaleren.melding.invoer import MeldingInvoer
from doorzicht.wings.signaleren.melding.models import Melding, Samenvoeging
from doorzicht.wings.signaleren.melding.ontvangen import build_rows, new_melding, retention_rule
from doorzicht.wings.signaleren.weging.models import Privacycheck, Weging

GEWOGEN: Final = {
    "tweede_mens": "riec",
    "privacycheck_1": "vervolganalyse",
    "vervolganalyse": "vervolganalyse",
    "privacycheck_2a": "vervolganalyse",
    "aangeboden": "vervolganalyse",
    "in_overleg": "vervolganalyse",
    "besloten": "vervolganalyse",
    "overgedragen": "afdeling",
    "niets": "niets",
    "afgerond": "vervolganalyse",
}
"""The outcome of the weighing that a melding in this state has behind it."""


@dataclass(frozen=True, slots=True)
class Verleden:
    """What happened since it came in. `weger` weighed, `toetser` did the check; never the same person."""

    nummer: str
    dag: date
    status: str
    weger: UUID
    toetser: UUID
    onder: UUID | None = None
    nieuw_bericht: date | None = None


@dataclass(frozen=True, slots=True)
class Geladen:
    """A melding that is stored nowhere yet: its dossier, and every row of it."""

    dossier: bulk.NieuwDossier
    rijen: list[Model]


def build_with_past(
    invoer: MeldingInvoer, verleden: Verleden, *, id: UUID, hoofdsleutel: tuple[int, bytes], by: Actor
) -> Geladen:
    """All rows of one melding in the state it came to. `by` received it; `hoofdsleutel` wraps its key."""
    moment = datetime.combine(verleden.dag, time(12), tzinfo=timezone.get_current_timezone())
    rule = retention_rule(invoer)
    dossier = bulk.draw_dossier(
        id,
        hoofdsleutel=hoofdsleutel,
        soort="melding",
        organisatie_id=by.organisatie_id,
        compartiment="algemeen",
        bewaarregel=rule,
        vernietigen_op=bewaren.destruction_day(rule, from_day=verleden.dag),
    )
    melding = new_melding(
        invoer,
        by=by,
        day=verleden.dag,
        at=None if KANALEN[invoer.kanaal].anoniem else moment,
        submission=invoer.inzending,
    )
    melding.id = melding.dossier_id = id
    melding.nummer, melding.status = verleden.nummer, verleden.status
    melding.nieuw_bericht, melding.verzegeld = verleden.nieuw_bericht, verleden.status == "niets"
    rows = build_rows(melding, invoer, sleutel=dossier.sleutel, by=by, day=verleden.dag)
    stored: list[Model] = [melding, *rows.personen, *rows.rollen, *rows.gegevens, *rows.waarnemingen]
    if rows.melder is not None:
        stored.append(rows.melder)
    return Geladen(dossier, stored + _past(melding, verleden, dossier.sleutel, moment))


def _past(melding: Melding, verleden: Verleden, sleutel: DossierSleutel, moment: datetime) -> list[Model]:
    rows: list[Model] = []
    if verleden.onder is not None:
        rows.append(_merge(verleden.onder, verleden.weger, sleutel, moment))
    if melding.status in GEWOGEN:
        weging = _weging(melding, verleden, sleutel, moment)
        rows.append(weging)
        if weging.uitkomst == "vervolganalyse":
            rows.append(_check(melding, weging, verleden, sleutel))
    return rows


def _merge(onder: UUID, door: UUID, sleutel: DossierSleutel, moment: datetime) -> Samenvoeging:
    row = Samenvoeging(
        **sleutel.row(),
        in_melding_id=onder,
        status_ervoor="nieuw",
        door=door,
        op=moment,
    )
    sleutel.encrypt(row, "reden", "Hetzelfde adres en dezelfde avond.")
    return row


def _weging(melding: Melding, verleden: Verleden, sleutel: DossierSleutel, moment: datetime) -> Weging:
    row = Weging(
        **sleutel.row(),
        volgnummer=1,
        concept=False,
        catalogusversie=catalogus.current_version(),
        taak="openbare-orde",
        gebied="ja",
        concreet=True,
        recent=True,
        uitkomst=GEWOGEN[melding.status],
        door=verleden.weger,
        op=moment,
        tweede_nodig=melding.status == "tweede_mens",
    )
    sleutel.encrypt(row, "concreet_uitleg", "Er is een adres en een kenteken.")
    sleutel.encrypt(row, "recent_uitleg", "Afgelopen week.")
    sleutel.encrypt(row, "reden", "Wat gezien is past bij wat eerder van deze plek is gemeld.")
    return row


def _check(melding: Melding, weging: Weging, verleden: Verleden, sleutel: DossierSleutel) -> Privacycheck:
    """Privacycheck 1 or 2A, open where the melding waits for it, given everywhere else."""
    waits = melding.status in {"privacycheck_1", "privacycheck_2a"}
    row = Privacycheck(
        **sleutel.row(),
        soort="2A" if melding.status == "privacycheck_2a" else "1",
        weging_id=weging.id,
        gevraagd_door=verleden.weger,
        gevraagd_op=weging.op,
        gericht_aan=verleden.toetser,
        uiterlijk=melding.uiterlijk,
        besluit="" if waits else "akkoord",
        door=None if waits else verleden.toetser,
        op=None if waits else weging.op,
    )
    sleutel.encrypt(row, "vraag", "Is dit nummer eerder gezien?")
    if not waits:
        sleutel.encrypt(row, "reden", "De vraag past bij de taak.")
    return row
