"""The worklist of the Meldpunt: one page of open meldingen, labels without names, a fixed number of statements."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.fields.tuple_lookups import TupleGreaterThan

from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.lib.datums import days_late
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.wings.signaleren.melding import workflow
from doorzicht.wings.signaleren.melding.models import OP_DE_LIJST, Melding
from doorzicht.wings.signaleren.melding.selectors import visible

PAGE = 100


@dataclass(frozen=True, slots=True)
class Regel:
    """A line of the worklist: a short label without names, and what a person needs to choose."""

    id: UUID
    nummer: str
    label: str
    melding: Melding
    stap: str
    aan_zet: str
    dagen_te_laat: int

    @property
    def zorg_eerst(self) -> bool:
        """Acute danger, or a new melding about a minor; with haste also about somebody of unknown age, who may be one
        (product rule 10)."""
        young = {"minderjarig"} if self.melding.spoed == "gewoon" else {"minderjarig", "onbekend"}
        return self.melding.spoed == "acuut" or (
            self.melding.leeftijd in young and self.melding.status in {"nieuw", "gelezen"}
        )


@dataclass(frozen=True, slots=True)
class Werklijst:
    """One page of open meldingen, urgent first, then by last day; `na` is the key of the next page."""

    regels: tuple[Regel, ...]
    na: str


FILTERS = {
    "": "Alle open",
    "te-laat": "Te laat",
    "ongelezen": "Ongelezen",
    "bericht": "Nieuw bericht",
    "wacht": "Wacht op een ander",
}


def worklist(*, by: Actor, today: date, filter_naam: str = "", na: str = "", limit: int = PAGE) -> Werklijst:
    """Open meldingen of the actor's organisation, and those with an unread message. Four statements, whatever their
    number; no totals."""
    require(by, "melding.lijst")
    found = _filtered(visible(by=by).filter(verzegeld=False), filter_naam, by=by, today=today)
    if after := _read_key(na):
        found = found.filter(TupleGreaterThan(("uiterlijk", "id"), after))
    rows = list(found.defer("verhaal", "plaats", "wanneer").order_by("uiterlijk", "id")[: limit + 1])
    page, more = rows[:limit], len(rows) > limit
    keys = vault.open_dossiers(m.id for m in page)
    lines = [_line(m, keys.get(m.id), today) for m in page]
    logboek.record(
        by, "lees", "werklijst", [m.id for m in page], recht="melding.lijst", doel=filter_naam or "open"
    )
    lines.sort(key=_haste)
    return Werklijst(tuple(lines), f"{page[-1].uiterlijk}~{page[-1].id}" if more else "")


def _haste(regel: Regel) -> tuple[bool, bool, bool, bool, date]:
    """Danger first, then care, then other haste, then where the reporter wrote something that nobody read, then by
    last day."""
    melding = regel.melding
    return (
        melding.spoed != "acuut",
        not regel.zorg_eerst,
        melding.spoed == "gewoon" or melding.status not in {"nieuw", "gelezen"},
        melding.nieuw_bericht is None,
        melding.uiterlijk,
    )


def _read_key(na: str) -> tuple[date, UUID] | None:
    """The key of a page out of its address; an address that somebody changed gives the first page."""
    day, _, last_id = na.partition("~")
    try:
        return date.fromisoformat(day), UUID(last_id)
    except ValueError:
        return None


def _filtered(here: QuerySet[Melding], naam: str, *, by: Actor, today: date) -> QuerySet[Melding]:
    """What a filter shows. Unread ones and those with a message are on the list by what they are: saying so once more
    would keep the database from walking their own index in order."""
    if naam == "ongelezen":
        return here.filter(status="nieuw")
    if naam == "bericht":
        return here.filter(nieuw_bericht__isnull=False)
    listed = here.filter(OP_DE_LIJST)
    if naam == "te-laat":
        return listed.filter(uiterlijk__lt=today)
    if naam == "wacht":
        mine = [status for status, rol in workflow.AAN_ZET.items() if rol in by.rollen]
        return listed.exclude(status__in=mine)
    return listed


def _line(melding: Melding, sleutel: vault.DossierSleutel | None, today: date) -> Regel:
    return Regel(
        id=melding.id,
        nummer=melding.nummer,
        label=sleutel.decrypt(melding, "label") if sleutel else "(vernietigd)",
        melding=melding,
        stap=workflow.STATUSSEN[melding.status],
        aan_zet=workflow.AAN_ZET.get(melding.status, ""),
        dagen_te_laat=days_late(melding.uiterlijk, vandaag=today),
    )
