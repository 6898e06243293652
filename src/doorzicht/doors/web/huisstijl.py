"""A municipality's own colours: settings.DOORZICHT_HUISSTIJL becomes one small style sheet.

DOORZICHT_HUISSTIJL = {"kust": {"dennen.700": "#14506b", "dennen.900": "#0c2c3b"}}

An organisation names its huisstijl; the page carries it as data-huisstijl on <html>. Only the pine and heather
scales may change, and only to colours that keep the contrast the design counts on.
"""

import re
from collections.abc import Mapping

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

_NAAM = re.compile(r"[a-z][a-z0-9-]{0,19}")
_SLEUTEL = re.compile(r"dennen\.(900|800|700|600|400|200|100|50)|hei\.(800|700|300|100)")
_KLEUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)

# What stands on or beside each colour, and the least contrast (WCAG 2.2: 4.5 for text, 3 for graphics).
_WIT, _INKT = "#ffffff", "#1b221f"
_EISEN = {
    "dennen.900": (_WIT, 7.0),
    "dennen.800": (_WIT, 7.0),
    "dennen.700": (_WIT, 7.0),
    "dennen.600": (_WIT, 4.5),
    "dennen.400": (_INKT, 4.5),
    "dennen.200": (_INKT, 7.0),
    "dennen.100": (_INKT, 7.0),
    "dennen.50": (_INKT, 7.0),
    "hei.800": (_WIT, 7.0),
    "hei.700": (_WIT, 7.0),
    "hei.300": (_INKT, 4.5),
    "hei.100": (_INKT, 7.0),
}


def contrast(een: str, ander: str) -> float:
    """The contrast ratio of two #rrggbb colours, as WCAG defines it (1 to 21)."""
    light, dark = sorted((_luminance(een), _luminance(ander)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(kleur: str) -> float:
    channels = (int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def stylesheet(huisstijlen: Mapping[str, Mapping[str, str]]) -> str:
    """The rules for every huisstijl. Raises ImproperlyConfigured with the name of what cannot be."""
    return "".join(
        f'[data-huisstijl="{_checked_name(naam)}"]{{{"".join(_rule(naam, s, k) for s, k in kleuren.items())}}}\n'
        for naam, kleuren in huisstijlen.items()
    )


def _checked_name(naam: str) -> str:
    if not _NAAM.fullmatch(naam):
        raise ImproperlyConfigured(f"DOORZICHT_HUISSTIJL: the name {naam!r} may hold a-z, 0-9 and - only.")
    return naam


def _rule(naam: str, sleutel: str, kleur: str) -> str:
    if not _SLEUTEL.fullmatch(sleutel):
        raise ImproperlyConfigured(
            f"DOORZICHT_HUISSTIJL[{naam!r}]: {sleutel!r} is not a colour that may change."
        )
    if not _KLEUR.fullmatch(kleur):
        raise ImproperlyConfigured(f"DOORZICHT_HUISSTIJL[{naam!r}][{sleutel!r}]: write {kleur!r} as #rrggbb.")
    beside, least = _EISEN[sleutel]
    ratio = contrast(kleur, beside)
    if ratio < least:
        raise ImproperlyConfigured(
            f"DOORZICHT_HUISSTIJL[{naam!r}][{sleutel!r}]: {kleur} on {beside} has contrast {ratio:.1f}, needs {least}."
        )
    return f"--dz-color-{sleutel.replace('.', '-')}:{kleur};"


@cache_control(public=True, max_age=3600)
def huisstijl(request: HttpRequest) -> HttpResponse:
    """/huisstijl.css"""
    return HttpResponse(
        stylesheet(getattr(settings, "DOORZICHT_HUISSTIJL", {})), content_type="text/css; charset=utf-8"
    )
