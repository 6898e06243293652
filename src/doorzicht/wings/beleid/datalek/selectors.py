"""Questions about the register: what runs, one breach as a whole, who must know of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties import api as organisaties
from doorzicht.ground.organisaties.api import Medewerker, Organisatie
from doorzicht.ground.vault import api as vault
from doorzicht.ground.vault.api import DossierSleutel
from doorzicht.wings.beleid.datalek import klok
from doorzicht.wings.beleid.datalek.klok import Klokstand
from doorzicht.wings.beleid.datalek.models import Datalek, Datalekbesluit, Datalekklok

ZIEN = "datalek.zien"
ROLLEN = ("fg", "privacyfunctionaris")
MEEST = 200
"""Lines of the register on one page; a municipality has a few dozen in five years."""
FEITEN = ("feiten", "betreft_wie", "betreft_wat", "gevolgen", "maatregelen")
TEKSTEN = ("omschrijving", *FEITEN, "ap_kenmerk", "ap_laat_reden", "ingelicht_hoe")


@dataclass(frozen=True, slots=True)
class Besluitblad:
    """A decision, decrypted."""

    rij: Datalekbesluit
    ap_reden: str
    betrokkenen_reden: str


@dataclass(frozen=True, slots=True)
class Klokblad:
    """A beginning of the clock that the FG recorded, decrypted."""

    rij: Datalekklok
    reden: str


@dataclass(frozen=True, slots=True)
class Datalekblad:
    """A breach, decrypted: its row, its texts by name, its decisions and its clocks with the newest last, names of
    colleagues."""

    rij: Datalek
    tekst: dict[str, str]
    besluiten: list[Besluitblad]
    klokken: list[Klokblad]
    namen: dict[Any, str]

    @property
    def besluit(self) -> Besluitblad | None:
        """The decision that holds."""
        return self.besluiten[-1] if self.besluiten else None

    def klok(self, *, now: datetime) -> Klokstand:
        """How its clock stands."""
        return clock_of(self.rij, [b.rij for b in self.besluiten], now=now)


@dataclass(frozen=True, slots=True)
class Regel:
    """A line of the register: the number, the state, the clock. No content."""

    rij: Datalek
    klok: Klokstand


def register(*, by: Actor, now: datetime) -> list[Regel]:
    """The breaches of this municipality: running clocks first, the one that ends first on top. Logged."""
    require(by, ZIEN)
    rows = list(_own(by).order_by("-gemeld_op")[:MEEST])
    logboek.record(by, "lees", "datalekregister", [row.id for row in rows], recht=ZIEN)
    decided = _decided([row.id for row in rows])
    lines = [Regel(row, clock_of(row, decided[row.id], now=now)) for row in rows]
    closed = [r for r in lines if r.rij.status == "afgesloten"]
    return sorted((r for r in lines if r.rij.status != "afgesloten"), key=_urgency) + closed


def clocks(*, by: Actor, now: datetime) -> list[Regel]:
    """The breaches on which something is still to be done, running clocks first; for the start page."""
    require(by, ZIEN)
    rows = list(_own(by).exclude(status="afgesloten"))
    decided = _decided([row.id for row in rows])
    return sorted((Regel(row, clock_of(row, decided[row.id], now=now)) for row in rows), key=_urgency)


def _urgency(line: Regel) -> tuple[bool, datetime]:
    return not line.klok.loopt, line.rij.klok_vanaf


def clock_of(row: Datalek, besluiten: Sequence[Datalekbesluit], *, now: datetime) -> Klokstand:
    """It runs until the AP was told, or until somebody decided that it need not be. `besluiten`: the newest last.

    Deciding that once more does not move the moment: what counts is the first of the decisions not to tell that
    stand together at the end.
    """
    if row.ap_gemeld_op is not None:
        return klok.stopped(row.klok_vanaf, op=row.ap_gemeld_op, wat="Gemeld")
    silent = list(takewhile(lambda besluit: not besluit.ap, reversed(besluiten)))
    if silent:
        return klok.stopped(row.klok_vanaf, op=silent[-1].op, wat="Besloten niet te melden")
    return klok.running(row.klok_vanaf, now=now)


def read_datalek(datalek_id: UUID, *, by: Actor) -> Datalekblad:
    """One breach as a whole. Logged. Raises `Geweigerd`, `Datalek.DoesNotExist` and `SleutelVernietigd`."""
    require(by, ZIEN, dossier_id=datalek_id)
    row = _own(by).get(pk=datalek_id)
    logboek.record(by, "lees", "datalek", [row.id], recht=ZIEN)
    return _sheet(row, vault.open_dossier(row.id))


def read_all(*, by: Actor, doel: str) -> list[Datalekblad]:
    """The whole register with its content, oldest first, for an export. Logged with every number; what was destroyed
    meanwhile is not in it."""
    require(by, ZIEN)
    rows = list(_own(by).order_by("gemeld_op"))
    logboek.record(by, "lees", "datalekregister", [row.id for row in rows], recht=ZIEN, doel=doel)
    keys = vault.open_dossiers(row.id for row in rows)
    return [_sheet(row, keys[row.id]) for row in rows if row.id in keys]


def locked(datalek_id: UUID, *, by: Actor) -> tuple[Datalek, DossierSleutel]:
    """The row, locked, and its key, for a verb."""
    row = _own(by).select_for_update().get(pk=datalek_id)
    return row, vault.open_dossier(row.id)


def latest_besluit(datalek_id: UUID) -> Datalekbesluit | None:
    """The decision that holds."""
    return Datalekbesluit.objects.filter(datalek_id=datalek_id).order_by("op", "id").last()


def who_must_know(organisatie_id: str, *, on: date) -> list[Medewerker]:
    """The FG and the privacyfunctionarissen of a municipality, deputies too: a breach does not wait."""
    found = organisaties.aangesteld(organisatie_id, ROLLEN, on=on)
    return list({a.medewerker_id: a.medewerker for a in found}.values())


def municipalities() -> list[tuple[str, str]]:
    """Where somebody who works for no municipality may report."""
    rows = Organisatie.objects.filter(soort="gemeente", in_gebruik=True).order_by("naam")
    return list(rows.values_list("code", "naam"))


def works_for_municipality(actor: Actor) -> bool:
    """Whether the actor's own organisation keeps a register here."""
    return Organisatie.objects.filter(code=actor.organisatie_id, soort="gemeente").exists()


def _own(by: Actor) -> QuerySet[Datalek]:
    return Datalek.objects.filter(organisatie_id=by.organisatie_id)


def _decided(ids: list[UUID]) -> dict[UUID, list[Datalekbesluit]]:
    """The decisions of each, the newest last."""
    found: dict[UUID, list[Datalekbesluit]] = {datalek_id: [] for datalek_id in ids}
    for row in Datalekbesluit.objects.filter(datalek_id__in=ids).order_by("op", "id"):
        found[row.datalek_id].append(row)
    return found


def _sheet(row: Datalek, key: DossierSleutel) -> Datalekblad:
    besluiten = [
        Besluitblad(b, key.decrypt(b, "ap_reden"), key.decrypt(b, "betrokkenen_reden"))
        for b in Datalekbesluit.objects.filter(datalek_id=row.id).order_by("op", "id")
    ]
    klokken = [
        Klokblad(k, key.decrypt(k, "reden"))
        for k in Datalekklok.objects.filter(datalek_id=row.id).order_by("op", "id")
    ]
    acted = [b.rij.door for b in besluiten] + [k.rij.door for k in klokken]
    people = {p for p in (row.gemeld_door, row.afgesloten_door, *acted) if p}
    names = dict(Medewerker.objects.filter(pk__in=people).values_list("id", "naam"))
    texts = {veld: key.decrypt(row, veld) for veld in TEKSTEN}
    return Datalekblad(row, texts, besluiten, klokken, names)
