"""Addresses for the tests of the request's transaction: each changes something and then ends in its own way."""

from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.template.response import SimpleTemplateResponse
from django.urls import path
from tests.support.zegel import role_connection

from doorzicht.doors.web.urls import handler500 as house_500
from doorzicht.doors.web.urls import urlpatterns as house
from doorzicht.ground.access import api as access
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties.models import Organisatie
from doorzicht.ground.vault.models import Dossier

GEHEIM = "dit had niemand mogen lezen"


def _change() -> None:
    Organisatie.objects.filter(code="0246").update(huisstijl="veranderd")


def _end_my_session() -> None:
    """What a database that is stopped does to this request."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    with role_connection("app") as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])


def change(request: HttpRequest) -> HttpResponse:
    _change()
    return HttpResponse("gedaan")


def change_and_raise(request: HttpRequest) -> HttpResponse:
    _change()
    raise ValueError(GEHEIM)


def change_and_answer_500(request: HttpRequest) -> HttpResponse:
    _change()
    return HttpResponse("mislukt", status=500)


def change_and_refuse(request: HttpRequest) -> HttpResponse:
    _change()
    access.require(access.current_actor(), "logboek.lezen")
    return HttpResponse(GEHEIM)


def change_and_lose_the_database(request: HttpRequest) -> HttpResponse:
    _change()
    _end_my_session()
    return HttpResponse(str(Organisatie.objects.count()))


def change_and_lose_the_database_at_the_end(request: HttpRequest) -> HttpResponse:
    _change()
    _end_my_session()
    return HttpResponse(GEHEIM)


def read(request: HttpRequest) -> HttpResponse:
    logboek.record(access.current_actor(), "lees", "melding", recht="melding.lezen")
    return HttpResponse(GEHEIM)


def late(request: HttpRequest) -> SimpleTemplateResponse:
    """A page that asks the database while it is being rendered, as every class-based view does."""
    template = engines["django"].from_string("{{ aantal }}")
    return SimpleTemplateResponse(template, {"aantal": Dossier.objects.count})  # type: ignore[arg-type]


def late_and_raise(request: HttpRequest) -> SimpleTemplateResponse:
    def fail() -> Any:
        raise ValueError(GEHEIM)

    _change()
    return SimpleTemplateResponse(engines["django"].from_string("{{ x }}"), {"x": fail})  # type: ignore[arg-type]


def who(request: HttpRequest) -> HttpResponse:
    """The connection, and the organisations whose dossiers are seen."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    seen = sorted(set(Dossier.objects.values_list("organisatie_id", flat=True)))
    return HttpResponse(f"{pid} {','.join(seen)}")


urlpatterns = [
    path("proef/wijzig/", change),
    path("proef/fout/", change_and_raise),
    path("proef/vijfhonderd/", change_and_answer_500),
    path("proef/geweigerd/", change_and_refuse),
    path("proef/weg/", change_and_lose_the_database),
    path("proef/weg-aan-het-eind/", change_and_lose_the_database_at_the_end),
    path("proef/lees/", read),
    path("proef/laat/", late),
    path("proef/laat-fout/", late_and_raise),
    path("proef/wie/", who),
    path("m/proef-wie/", who),
    path("m/proef-weg/", change_and_lose_the_database),
    *house,
]
handler500 = house_500
