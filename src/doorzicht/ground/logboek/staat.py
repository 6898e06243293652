"""Is the logboek being sealed? For the page of the FG, and for the alarm of the sealer itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from doorzicht.ground.lib.datums import format_moment
from doorzicht.ground.logboek.models import Zegelstand

WACHT_HOOGSTENS = timedelta(seconds=60)
"""A row is sealed within 10 seconds, or after the longest transaction (30 s). Longer means it has stalled."""


@dataclass(frozen=True, slots=True)
class Zegelstaat:
    """How far the seals are. `uitleg` is a Dutch sentence when `vastgelopen`, empty otherwise."""

    volgnummer: int
    incarnatie: int
    ronde_op: datetime | None
    gezegeld_op: datetime | None
    vastgelopen: bool
    uitleg: str


def seal_state(*, at: datetime) -> Zegelstaat:
    """The state at a moment: stalled when the sealer was not there, or when rows wait for too long."""
    stand = Zegelstand.objects.order_by("-incarnatie")[0]
    uitleg = explain(ronde_op=stand.ronde_op, oudste_open=stand.oudste_open, at=at)
    return Zegelstaat(
        stand.volgnummer, stand.incarnatie, stand.ronde_op, stand.gezegeld_op, bool(uitleg), uitleg
    )


def explain(*, ronde_op: datetime | None, oudste_open: datetime | None, at: datetime) -> str:
    """Why the sealing has stalled, or nothing."""
    if ronde_op is None:
        return "Het logboek is nog nooit verzegeld. Waarschuw de beheerder."
    if at - ronde_op > WACHT_HOOGSTENS:
        return f"De verzegelaar draait niet sinds {format_moment(ronde_op, now=at)}. Waarschuw de beheerder."
    if oudste_open is not None and at - oudste_open > WACHT_HOOGSTENS:
        return (
            f"Regels wachten op hun zegel sinds {format_moment(oudste_open, now=at)}. Waarschuw de beheerder."
        )
    return ""
