"""What the layout needs on every page: who, where, and the entries this role may enter, in a fixed order."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from doorzicht.doors.web import over
from doorzicht.doors.web.middleware import is_public
from doorzicht.doors.web.navigatie import navigation
from doorzicht.ground.access.api import may
from doorzicht.ground.organisaties.rollen import ROLLEN


def layout(request: HttpRequest) -> dict[str, Any]:
    """Name, role, municipality and navigation. Public pages get none of it."""
    login = request.META.get("doorzicht.aanmelding")
    if is_public(request) or login is None:
        return {"demo": settings.DOORZICHT_DEMO}
    return {
        "demo": settings.DOORZICHT_DEMO,
        "ik": login.user,
        "actor": login.actor,
        "rol_naam": ", ".join(ROLLEN[r].naam for r in sorted(login.actor.rollen)) if login.actor else "",
        "zoeken_url": "/signaleren/zoek/" if login.actor and may(login.actor, "melding.lijst") else "",
        "gemeente": login.user.organisatie,
        "navigatie": navigation(login.actor, request.path),
        "voet_links": over.links() if login.actor else [],
    }
