"""The small pages in the footer: what is recorded, who helps, how accessible this is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from doorzicht.ground.access.api import current_actor
from doorzicht.ground.organisaties.api import ROLLEN, aangesteld

PAGINAS = {
    "vastleggen": "Wat leggen wij vast?",
    "hulp": "Hulp bij Doorzicht",
    "toegankelijkheid": "Toegankelijkheid",
}
HELPERS = ("beheerder", "aandachtsfunctionaris", "privacyfunctionaris")


@require_GET
def page(request: HttpRequest, naam: str) -> HttpResponse:
    """One of the pages; the page about help names the colleagues who can."""
    context = {"titel": PAGINAS[naam], "helpers": _helpers() if naam == "hulp" else []}
    return render(request, f"web/over/{naam}.html", context)


def _helpers() -> list[tuple[str, str]]:
    """Role and name of the colleagues of this organisation who can help today."""
    found = aangesteld(current_actor().organisatie_id, HELPERS, on=timezone.localdate())
    people = sorted(found, key=lambda a: HELPERS.index(a.rol))
    return [
        (f"{ROLLEN[a.rol].naam.capitalize()}{' (vervanger)' if a.plaatsvervanger else ''}", a.medewerker.naam)
        for a in people
    ]


def links() -> list[dict[str, str]]:
    """The links in the footer of every staff page."""
    pages = [{"naam": title, "url": reverse(f"over-{naam}")} for naam, title in PAGINAS.items()]
    return [{"naam": "Datalek melden", "url": reverse("datalek-melden")}, *pages]


urlpatterns = [path(f"{naam}/", page, {"naam": naam}, name=f"over-{naam}") for naam in PAGINAS]
