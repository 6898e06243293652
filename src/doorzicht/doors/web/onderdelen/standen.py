"""Statuses: an icon, a word, an edge shape and a colour, so that none of the four carries the meaning alone."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from doorzicht.doors.web.onderdelen.iconen import icon

# kind -> (style, icon). Several kinds share a style: their words differ.
STANDEN = {
    "te-laat": ("te-laat", "clock-exclamation"),
    "vandaag": ("vandaag", "clock"),
    "morgen": ("vandaag", "clock"),
    "bezig": ("vandaag", "clock"),
    "op-tijd": ("op-tijd", "circle-check"),
    "klaar": ("op-tijd", "circle-check"),
    "wacht": ("wacht", "player-pause"),
    "zorg": ("zorg", "heart-handshake"),
    "spoed": ("spoed", "alert-octagon"),
    "uitleg": ("uitleg", "info-circle"),
    "positief": ("positief", "circle-check"),
    "slot": ("wacht", "lock"),
}


class OnbekendeStand(LookupError):
    """The kind of status does not exist; the message names the kinds that do."""


def badge(soort: str, tekst: object) -> SafeString:
    """A status badge. `soort` is a key of STANDEN, `tekst` the word that carries the meaning."""
    try:
        style, drawing = STANDEN[soort]
    except KeyError:
        raise OnbekendeStand(f"No status {soort!r}; choose from {', '.join(STANDEN)}.") from None
    return format_html(
        '<span class="dz-status dz-status--{}">{}<span>{}</span></span>', style, icon(drawing), tekst
    )
