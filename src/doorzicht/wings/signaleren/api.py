"""The wing's only door: addresses for the web, the few questions that doors may ask, and in `werk` the verbs."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from doorzicht.ground.access.api import Actor
from doorzicht.ground.lib.datums import format_days
from doorzicht.ground.lib.wachtend import Wachtend
from doorzicht.wings.signaleren import werk
from doorzicht.wings.signaleren.melding import toon, werklijst
from doorzicht.wings.signaleren.melding import urls as melding_urls
from doorzicht.wings.signaleren.melding.invoer import (
    GegevenInvoer,
    MelderInvoer,
    MeldingInvoer,
    PersoonInvoer,
    Plaats,
    WaarnemingInvoer,
)
from doorzicht.wings.signaleren.melding.ontvangen import Ontvangen, receive
from doorzicht.wings.signaleren.melding.wachtend import is_empty
from doorzicht.wings.signaleren.publiek import urls as publiek_urls
from doorzicht.wings.signaleren.regio import urls as regio_urls
from doorzicht.wings.signaleren.weging import urls as weging_urls
from doorzicht.wings.signaleren.weging.laden import Verleden, build_with_past
from doorzicht.wings.signaleren.weging.volgen import follow
from doorzicht.wings.signaleren.weging.wachtend import waiting_for

__all__ = [
    "GegevenInvoer",
    "MelderInvoer",
    "MeldingInvoer",
    "Ontvangen",
    "PersoonInvoer",
    "Plaats",
    "Samenvatting",
    "Verleden",
    "WaarnemingInvoer",
    "Wachtend",
    "build_with_past",
    "follow",
    "is_empty",
    "public_urls",
    "receive",
    "staff_urls",
    "waiting_for",
    "werk",
    "worklist_summary",
]

staff_urls = [*melding_urls.urlpatterns, *weging_urls.urlpatterns, *regio_urls.urlpatterns]
public_urls = publiek_urls


@dataclass(frozen=True, slots=True)
class Samenvatting:
    """What the start page says of open meldingen: the first rows, the filters, one sentence."""

    rijen: list[dict[str, Any]]
    pillen: list[dict[str, Any]]
    zin: str
    opvolgen: str
    te_laat: int


def worklist_summary(*, by: Actor, today: date, limit: int = 8) -> Samenvatting:
    """The most urgent open meldingen for the start page. Counts are of this page only: no exact totals."""
    page = werklijst.worklist(by=by, today=today, limit=50)
    late = sum(1 for r in page.regels if r.dagen_te_laat)
    first = sum(1 for r in page.regels if r.zorg_eerst)
    oldest = max(((today - r.melding.ontvangen_dag).days for r in page.regels), default=0)
    more = " of meer" if page.na else ""
    return Samenvatting(
        rijen=[toon.worklist_row(r, by=by) for r in page.regels[:limit]],
        pillen=toon.pills(chosen=""),
        zin=_sentence(first, late),
        opvolgen=f"{len(page.regels)}{more} open. {_oldest(oldest)}" if page.regels else "Niets open.",
        te_laat=late,
    )


def _oldest(days: int) -> str:
    return f"De oudste wacht {format_days(days)}." if days else "Alles is van vandaag."


def _sentence(first: int, late: int) -> str:
    """One line that says what goes before all."""
    parts = []
    if first:
        parts.append("Eén melding gaat voor alles" if first == 1 else f"{first} meldingen gaan voor alles")
    if late:
        parts.append("één is te laat" if late == 1 else f"{late} zijn te laat")
    return ("; ".join(parts) + ".").capitalize() if parts else "Niets is te laat."
