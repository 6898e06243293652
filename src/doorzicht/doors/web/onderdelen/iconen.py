"""Icons, inlined one by one out of the file that the front-end build wrote."""

import json
import logging
from functools import cache
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe

BESTAND = Path(__file__).resolve().parents[1] / "static" / "web" / "build" / "icons.json"
log = logging.getLogger(__name__)


class OnbekendIcoon(LookupError):
    """The icon is not in frontend/icons.json; the message names it."""


@cache
def _drawings() -> dict[str, str] | None:
    """Name -> drawing, or None when the front end was never built: a page then shows words alone."""
    try:
        return dict(json.loads(BESTAND.read_text()))
    except FileNotFoundError:
        log.warning("The front end is not built: run `npm ci && npm run build`. Pages have no icons.")
        return None


@cache
def icon(naam: str, klasse: str = "") -> SafeString:
    """The icon as SVG, hidden from screen readers: the word beside it carries the meaning."""
    drawings = _drawings()
    if drawings is None:
        return mark_safe("")
    if naam not in drawings:
        raise OnbekendIcoon(f"Icon {naam!r} is not in frontend/icons.json: add it there and build again.")
    klasse = f"dz-icoon {klasse}".rstrip()
    return mark_safe(  # noqa: S308  # the drawing is ours, name and class come from templates
        f'<svg class="{klasse}" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" '
        f'aria-hidden="true" focusable="false">{drawings[naam]}</svg>'
    )
