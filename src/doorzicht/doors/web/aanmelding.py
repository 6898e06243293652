"""Finding who is logged in: account and roles of today in one query, so that a withdrawn role ends at once."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import F, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from doorzicht.ground.organisaties.actor import Actor
from doorzicht.ground.organisaties.models import Medewerker


@dataclass(frozen=True, slots=True)
class Aanmelding:
    """A logged-in account, and the actor it is today (None without any role)."""

    user: Medewerker
    actor: Actor | None


def find_login(request: HttpRequest) -> Aanmelding | None:
    """The account of this session with today's roles, or None. Only sessions after both factors count:
    allauth writes the session keys when the last step of the login is done."""
    session = request.session
    user_id = session.get(SESSION_KEY)
    if not user_id or BACKEND_SESSION_KEY not in session:
        return None
    user = (
        Medewerker.objects.filter(pk=user_id, is_active=True)
        .select_related("organisatie")
        .annotate(rollen_vandaag=_roles_on(timezone.localdate()))
        .first()
    )
    if user is None or not constant_time_compare(
        session.get(HASH_SESSION_KEY, ""), user.get_session_auth_hash()
    ):
        return None
    rollen = user.rollen_vandaag
    return Aanmelding(user, Actor.of(user, rollen, user.organisatie_id) if rollen else None)


def _roles_on(day: date) -> ArrayAgg:
    """The roles an account holds at its own organisation on a day, as one array."""
    valid = Q(aanstellingen__vanaf__lte=day, aanstellingen__organisatie_id=F("organisatie_id")) & (
        Q(aanstellingen__tot__isnull=True) | Q(aanstellingen__tot__gte=day)
    )
    return ArrayAgg("aanstellingen__rol", filter=valid, distinct=True, default=[])
