"""Which municipalities have a login server of their own, for the login page and the page of the second step."""

from typing import Any

from django import template
from django.conf import settings

from doorzicht.ground.organisaties.api import Koppeling, Medewerker, Organisatie

register = template.Library()


@register.simple_tag
def gemeentelogins() -> list[Organisatie]:
    """The municipalities, by name; no statement where there are none."""
    codes = list(settings.DOORZICHT_GEMEENTELOGIN)
    return list(Organisatie.objects.filter(code__in=codes).order_by("naam")) if codes else []


@register.simple_tag
def gemeentekoppeling(wie: Medewerker) -> dict[str, Any] | None:
    """Whether this person's account is bound; None where their municipality has no login server."""
    if wie.organisatie_id not in settings.DOORZICHT_GEMEENTELOGIN:
        return None
    return {"gekoppeld": Koppeling.objects.filter(medewerker=wie).exists()}
