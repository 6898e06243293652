"""The pattern pages: for whoever builds a screen, and for the browser tests. Nothing here touches the database."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from doorzicht.doors.web.patronen import overleg, publiek, weging, werk
from doorzicht.doors.web.patronen.formulieren import BesluitForm, MeldForm, ProefForm, WegingForm

# Templates see all content as one namespace: d.TAKEN, d.MATRIX, d.AGENDA.
INHOUD = {name: value for part in (werk, weging, overleg, publiek) for name, value in vars(part).items()}
MEDEWERKER = {"naam": "Noor Voorbeeld"}
GEMEENTE = {"naam": "Gemeente Heerde", "huisstijl": "veluwe"}
VOET = [
    {"naam": "Wat leggen wij vast?", "url": "#"},
    {"naam": "Hulp bij Doorzicht", "url": "#"},
    {"naam": "Toegankelijkheid", "url": "#"},
]


def _staff(actief: str, kamer: str = "") -> dict[str, Any]:
    """What web/basis.html wants from the context processor, for an invented functionary."""
    return {
        "demo": True,
        "ik": MEDEWERKER,
        "rol_naam": "aandachtsfunctionaris",
        "gemeente": GEMEENTE,
        "zoeken_url": "#",
        "voet_links": VOET,
        "navigatie": werk.navigation(actief, kamer),
    }


def overview(request: HttpRequest) -> HttpResponse:
    """All parts below each other, and links to the sample screens."""
    form = ProefForm({"omschrijving": "Er staan zes bedden op een rij.", "soort": ["werk"]})
    context = _staff("Beleid") | {
        "form": form,
        "schoon": ProefForm(prefix="schoon"),
        "d": INHOUD,
        "schermen": SCHERMEN,
    }
    return render(request, "web/patronen.html", context)


def sample(request: HttpRequest, naam: str) -> HttpResponse:
    """One sample screen, like the pictures of the design."""
    if naam not in SCHERMEN:
        raise Http404
    return render(request, f"web/patronen/{naam}.html", _CONTEXT[naam]() | {"d": INHOUD})


def _mijn_werk() -> dict[str, Any]:
    return _staff("Mijn werk")


def _weging() -> dict[str, Any]:
    return _staff("Signaleren", "Weging") | {"besluit": WegingForm(initial=weging.WEGING_BESLUIT)}


def _overleg() -> dict[str, Any]:
    staff = _staff("Regie", "Overleg") | {
        "ik": {"naam": "Bram Testman"},
        "rol_naam": "coördinator ondermijning",
    }
    return staff | {"besluit": BesluitForm(initial=overleg.OVERLEG_BESLUIT)}


def _public() -> dict[str, Any]:
    return {
        "demo": True,
        "publiek_van": "Meldpunt van Elburg, Epe, Hattem, Heerde, Nunspeet en Oldebroek",
        "wissen_url": "#",
        "bel_uitleg_url": "#",
        "voet_links": [
            {"naam": "Privacy", "url": "#"},
            {"naam": "Toegankelijkheid", "url": "#"},
            {"naam": "Zo wegen wij een melding", "url": "#"},
        ],
    }


def _voorpagina() -> dict[str, Any]:
    return _public() | {"talen": publiek.TALEN}


def _melden() -> dict[str, Any]:
    return _public() | {"form": MeldForm(publiek.MELDING)}


SCHERMEN = {
    "mijn-werk": "Mijn werk",
    "weging": "Weging",
    "overleg": "Overleg",
    "voorpagina": "Publieke voorpagina",
    "melden": "Melden, stap 2",
}
_CONTEXT = {
    "mijn-werk": _mijn_werk,
    "weging": _weging,
    "overleg": _overleg,
    "voorpagina": _voorpagina,
    "melden": _melden,
}
