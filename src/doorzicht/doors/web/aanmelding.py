"""Finding who is logged in: account, second factor and roles of today in one query, so that what was withdrawn ends
at once."""

from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection
from django.db.models import Model
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from doorzicht.ground.lib.queries import read_queries
from doorzicht.ground.organisaties.actor import Actor
from doorzicht.ground.organisaties.models import Medewerker, Organisatie

QUERIES = read_queries("doorzicht.doors.web", "aanmelding.sql")


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
    found = _account(user_id, alone=request.method == "POST")
    if found is None:
        return None
    user, roles, second_factor = found
    if not constant_time_compare(session.get(HASH_SESSION_KEY, ""), user.get_session_auth_hash()):
        return None
    actor = Actor.of(user, roles, user.organisatie_id) if roles and second_factor else None
    return Aanmelding(user, actor, second_factor)


def _account(user_id: str, *, alone: bool) -> tuple[Medewerker, list[str], bool] | None:
    """The active account with its roles of today; `alone` holds every other form of this account until this one is
    kept."""
    statement = _statement() + (" FOR NO KEY UPDATE OF m" if alone else "")
    with connection.cursor() as cursor:
        cursor.execute(statement, {"id": UUID(user_id), "dag": timezone.localdate()})
        row = cursor.fetchone()
    if row is None:
        return None
    own, house = _columns(Medewerker), _columns(Organisatie)
    user = Medewerker.from_db(connection.alias, own, row[: len(own)])
    user.organisatie = Organisatie.from_db(connection.alias, house, row[len(own) : -2])
    return user, row[-2], row[-1]


def _columns(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


@cache
def _statement() -> str:
    """The question with the columns of both models written out."""
    names = {"medewerker": ("m", Medewerker), "organisatie": ("o", Organisatie)}
    lists = {
        name: ", ".join(f"{alias}.{field.column}" for field in model._meta.concrete_fields)
        for name, (alias, model) in names.items()
    }
    return QUERIES["aanmelding"].format(**lists)
