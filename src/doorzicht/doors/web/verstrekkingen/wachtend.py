"""What waits for one person about what was released, for the start page: in words, with an address, no content."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from doorzicht.ground.access.api import Actor, may
from doorzicht.ground.verstrekking import api as verstrekking


def waiting_for(*, by: Actor, now: datetime) -> list[dict[str, Any]]:
    """Offers to answer, confirmations to give, and for who watches the confirmations that are late."""
    lines: list[dict[str, Any]] = []
    if by.medewerker_id is None:
        return lines
    if may(by, "verstrekking.ontvangen"):
        offers, asked, late = verstrekking.waiting(by=by, at=now)
        url = reverse("verstrekkingen-ontvangen")
        if offers:
            lines.append(_line("Aan jou vrijgegeven", url, "wacht", f"{offers} nog niet beantwoord"))
        if asked:
            words = f"{late} van {asked} te laat" if late else f"{asked} te bevestigen"
            lines.append(
                _line("Bevestigen dat het is vernietigd", url, "te-laat" if late else "wacht", words)
            )
    if may(by, "verstrekking.register") and (late := verstrekking.overdue(by=by, at=now)):
        url = reverse("verstrekkingenregister") + "?stand=te_laat"
        words = "1 ontvanger" if late == 1 else f"{late} keer"
        lines.append(_line("Vernietiging niet bevestigd", url, "te-laat", f"{words} te laat"))
    return lines


def _line(naam: str, url: str, soort: str, tekst: str) -> dict[str, Any]:
    return {"naam": naam, "url": url, "soort": soort, "tekst": tekst}
