"""Questions about the mark "wacht: lopend onderzoek", and what the police may see of items before the meeting."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from django.db import connection

from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.datums import format_date, local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties.api import Organisatie
from doorzicht.ground.vault import api as vault
from doorzicht.wings.regie.overleg.models import Agendapunt, Overleg
from doorzicht.wings.regie.overleg.vooruitblik import Vooruitblik
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap

ZETTEN: Final = "wacht.zetten"
ZORG: Final = "zorg"
"""The code of what never waits (product rule 9): the decision of the catalogus, and the setting of a verstrekking."""


def longest() -> str:
    """How far ahead the police can ask to wait, in the words of the catalogus."""
    return str(catalogus.op_code("termijnen")["wacht-onderzoek"]["termijn"])


class PolitieVraagtTeWachten(OngeldigeStap):
    """The police asked to wait with this item. Nothing was decided or released; care may go on."""


@dataclass(frozen=True, slots=True)
class Wacht:
    """An item waits; by whose wish and until which day, for who may know that."""

    organisatie_id: str | None
    tot: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VooruitblikBlad:
    """One item before the meeting: no more than its title and the labels of what will be released. `dicht`: no more
    than that this person asked to wait with it, of which meeting and until when."""

    id: UUID
    begin: datetime
    gemeente: str
    titel: str = field(repr=False)
    velden: tuple[str, ...] = field(repr=False)
    wacht_tot: date | None
    dicht: bool = False


@dataclass(frozen=True, slots=True)
class EigenWacht:
    """A mark of one's own: `zaak` are the look aheads of this person on the same case, `begin` is of the meeting."""

    id: UUID
    zaak: frozenset[UUID]
    organisatie_id: str
    begin: datetime
    voorzitter: UUID
    tot: date


def waiting(punt_ids: Iterable[UUID], *, at: datetime) -> dict[UUID, Wacht]:
    """Which of these items must wait today: one statement for a whole agenda."""
    ids = list(punt_ids)
    if not ids:
        return {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT punt, organisatie, tot FROM regie_wacht(%s, %s)", [ids, local_day(at)])
        return {punt: Wacht(organisatie, tot) for punt, organisatie, tot in cursor.fetchall()}


def mark(wacht: Wacht | None, *, vast_lid: bool, by: Actor, today: date) -> dict[str, str] | None:
    """The badge of an item that waits: for the municipality and for who asked it with why and until when."""
    if wacht is None:
        return None
    theirs = wacht.organisatie_id == by.organisatie_id
    if not (vast_lid or theirs) or wacht.tot is None or wacht.organisatie_id is None:
        return {"soort": "wacht", "tekst": "Wacht"}
    name = Organisatie.objects.values_list("naam", flat=True).get(code=wacht.organisatie_id)
    day = format_date(wacht.tot, vandaag=today)
    return {"soort": "wacht", "tekst": f"Wacht: lopend onderzoek ({name}), tot en met {day}"}


def marked(rows: list[dict[str, Any]], waits: list[bool]) -> list[dict[str, Any]]:
    """The agenda, with "wacht" beside who comes for an item that waits."""
    return [
        {**row, "wie": f"{row['wie']} · wacht"} if waiting_here else row
        for row, waiting_here in zip(rows, waits, strict=True)
    ]


def require_free(punt: Agendapunt, *, zorg: bool, at: datetime) -> None:
    """Go on only when nobody asked to wait with this item, or when it is care. Raises `PolitieVraagtTeWachten`."""
    found = {} if zorg else waiting([punt.id], at=at)
    if punt.id in found:
        tot = found[punt.id].tot
        until = f" tot en met {format_date(tot)}" if tot else ""
        raise PolitieVraagtTeWachten(
            f"De politie vraagt te wachten met dit punt{until}: lopend onderzoek. Zorg mag wel doorgaan. "
            "Kies ‘Volgende keer verder’ of overleg met de politie."
        )


def acts(soort: str) -> bool:
    """Whether a kind of decision sets something in motion outside the meeting, other than care."""
    return bool(catalogus.op_code("besluiten")[soort]["verstrekking"]) and soort != ZORG


def own_marks(*, by: Actor, at: datetime) -> list[EigenWacht]:
    """What this person asked to wait with and did not take back, also when they see nothing of the item any more."""
    require(by, ZETTEN)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vooruitblik, zaak, organisatie, wanneer, voorzitter, tot FROM regie_eigen_wacht(%s)",
            [local_day(at)],
        )
        return [EigenWacht(row[0], frozenset(row[1]), *row[2:]) for row in cursor.fetchall()]


def looking_ahead(*, by: Actor, at: datetime) -> list[VooruitblikBlad]:
    """What will be on the table for this person of the police, and what they asked to wait with before, the first
    meeting on top; logged."""
    marks = own_marks(by=by, at=at)
    rows = list(Vooruitblik.objects.filter(medewerker_id=by.mens))
    found = Overleg.objects.filter(pk__in={row.overleg_id for row in rows}, status__in=("gepland", "bezig"))
    coming = {overleg.id: overleg for overleg in found}
    keys = vault.open_dossiers(row.id for row in rows)
    codes = {r.organisatie_id for r in rows} | {m.organisatie_id for m in marks}
    names = dict(Organisatie.objects.filter(code__in=codes).values_list("code", "naam"))
    shown = {row.id for row in rows} | {mark.id for mark in marks}
    logboek.record(by, "lees", "vooruitblik", sorted(shown), recht=ZETTEN)
    sheets = [
        VooruitblikBlad(
            id=row.id,
            begin=coming[row.overleg_id].begin,
            gemeente=names.get(row.organisatie_id, row.organisatie_id),
            titel=keys[row.id].decrypt(row, "titel"),
            velden=tuple(keys[row.id].decrypt_json(row, "velden") or ()),
            wacht_tot=max((mark.tot for mark in marks if row.id in mark.zaak), default=None),
        )
        for row in rows
        if row.id in keys and row.overleg_id in coming
    ]
    seen = {sheet.id for sheet in sheets}
    sheets += [_shut(mark, gemeente=names[mark.organisatie_id]) for mark in marks if not mark.zaak & seen]
    return sorted(sheets, key=lambda sheet: (sheet.begin, str(sheet.id)))


def _shut(mark: EigenWacht, *, gemeente: str) -> VooruitblikBlad:
    return VooruitblikBlad(
        id=mark.id, begin=mark.begin, gemeente=gemeente, titel="", velden=(), wacht_tot=mark.tot, dicht=True
    )
