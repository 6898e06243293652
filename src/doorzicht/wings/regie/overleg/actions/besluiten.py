"""Decide an item, or put it off."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from doorzicht.ground.access.api import Actor
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.wings.regie.overleg import workflow
from doorzicht.wings.regie.overleg.actions.rijen import BEHEREN, locked_punt, person, report_back
from doorzicht.wings.regie.overleg.invoer import BesluitInvoer
from doorzicht.wings.regie.overleg.models import Agendapunt, Besluit, Overleg
from doorzicht.wings.regie.overleg.wacht import acts, require_free
from doorzicht.wings.regie.overleg.workflow import ZORGCHECK, OngeldigeStap


class AlBesloten(OngeldigeStap):
    """Somebody else was first: their decision stands, nothing was overwritten."""


class ZorgEerst(Exception):
    """Product rule 9: this decision hits a home, and care and shelter are not arranged yet."""


@transaction.atomic
def decide(punt_id: UUID, invoer: BesluitInvoer, *, by: Actor, at: datetime) -> Besluit:
    """Record what the meeting decided, once. Raises `AlBesloten`, `ZorgEerst`, `OngeldigeStap`, `KeyError`."""
    overleg, punt = locked_punt(punt_id, by=by)
    if punt.status == "besloten":
        raise AlBesloten(
            "Over dit punt is net al besloten. Dat besluit staat hieronder; het jouwe is niet bewaard."
        )
    _require_decidable(overleg, punt)
    workflow.check_punt(punt.status, "besloten", "besluiten")
    kind = catalogus.op_code("besluiten")[invoer.soort]
    require_free(punt, zorg=not acts(invoer.soort), at=at)
    care_first = bool(kind["zorg_eerst"])
    if care_first and not (invoer.zorgcheck in ZORGCHECK and invoer.zorg.strip()):
        raise ZorgEerst("Eerst zorg en onderdak. Schrijf op wie dat regelt, of waarom daar niemand woont.")
    if not invoer.motivering.strip():
        raise OngeldigeStap("Schrijf op waarom het overleg dit besluit.")
    sleutel = vault.open_dossier(punt.id)
    row = Besluit(
        **sleutel.row(),
        agendapunt_id=punt.id,
        soort=invoer.soort,
        versie=catalogus.current_version(),
        op=at,
        door=person(by),
        zorg_eerst=care_first,
        zorgcheck=invoer.zorgcheck if care_first else "",
    )
    for naam in ("motivering", "anders", "aan_melder"):
        sleutel.encrypt(row, naam, getattr(invoer, naam).strip())
    sleutel.encrypt(row, "zorg", invoer.zorg.strip() if care_first else "")
    row.save(force_insert=True)
    _finish(punt, "besloten", by=by, besluit=invoer.soort)
    report_back(punt, stand="besloten", tekst=invoer.aan_melder, by=by, at=at)
    return row


@transaction.atomic
def postpone(punt_id: UUID, *, by: Actor, at: datetime) -> None:
    """ "Volgende keer verder": the item comes back on the next agenda. Raises `AlBesloten` or `OngeldigeStap`."""
    overleg, punt = locked_punt(punt_id, by=by)
    if punt.status == "besloten":
        raise AlBesloten("Over dit punt is net al besloten. Dat besluit staat hieronder.")
    _require_decidable(overleg, punt)
    workflow.check_punt(punt.status, "doorgeschoven", "doorschuiven")
    _finish(punt, "doorgeschoven", by=by)
    report_back(punt, stand="doorgeschoven", by=by, at=at)


def _require_decidable(overleg: Overleg, punt: Agendapunt) -> None:
    if overleg.status != "bezig":
        raise OngeldigeStap("Besluiten kan alleen tijdens het overleg.")
    if punt.soort != "verstrekking":
        raise OngeldigeStap("Over dit punt is geen besluit nodig.")


def _finish(punt: Agendapunt, naar: str, *, by: Actor, besluit: str = "") -> None:
    punt.status = naar
    punt.save(update_fields=["status"])
    logboek.record(
        by,
        "wijzig",
        "agendapunt",
        [punt.id],
        recht=BEHEREN,
        bijzonderheden={"status": naar, "besluit": besluit},
    )
