"""Finding who is logged in: account, second factor and roles of today in one query, so that what was withdrawn ends
at once."""

from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from doorzicht.ground.organisaties.actor import Actor
from doorzicht.ground.organisaties.models import Aanstelling, Medewerker


@dataclass(frozen=True, slots=True)
class Aanmelding:
    """A logged-in account, and the actor it is today: None without any role, and None without a second factor."""

    user: Medewerker
    actor: Actor | None
    tweede_stap: bool


def find_login(request: HttpRequest) -> Aanmelding | None:
    """The account of this session with today's roles, or None. Only sessions after both factors count: allauth writes
    the session keys when the last step of the login is done. It asks for a second factor only where there is one, so
    an account that has none yet (or took it away) is told apart here.

    An account sends one form at a time: a button that is pressed twice sends twice at once, and the second waits here
    until the first is kept, and then finds it.
    """
    session = request.session
    user_id = session.get(SESSION_KEY)
    if not user_id or BACKEND_SESSION_KEY not in session:
        return None
    accounts = Medewerker.objects.filter(pk=user_id, is_active=True)
    if request.method == "POST":
        accounts = accounts.select_for_update(of=("self",), no_key=True)
    user = (
        accounts.select_related("organisatie")
        .annotate(
            rollen_vandaag=_roles_on(timezone.localdate()),
            tweede_stap=Exists(
                Authenticator.objects.filter(user_id=OuterRef("pk"), type=Authenticator.Type.TOTP)
            ),
        )
        .first()
    )
    if user is None or not constant_time_compare(
        session.get(HASH_SESSION_KEY, ""), user.get_session_auth_hash()
    ):
        return None
    opens = user.rollen_vandaag and user.tweede_stap
    actor = Actor.of(user, user.rollen_vandaag, user.organisatie_id) if opens else None
    return Aanmelding(user, actor, user.tweede_stap)


def _roles_on(day: date) -> ArraySubquery:
    """The roles an account holds at its own organisation on a day, as one array."""
    valid = Aanstelling.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=day),
        medewerker_id=OuterRef("pk"),
        organisatie_id=OuterRef("organisatie_id"),
        vanaf__lte=day,
    )
    return ArraySubquery(valid.values("rol").distinct())
