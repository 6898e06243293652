"""The calibrator: a bare Django view that does one INSERT. Everything else is expressed as a multiple of it.

No middleware, a new database connection per request over TCP on loopback with `trust` (DESIGN.md section 6); the
same INSERT on a persistent connection stands beside it.
"""

from collections.abc import Callable
from typing import Any

DATABASE = "ijk"
TABLE = "CREATE TABLE regel (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tekst text NOT NULL)"


def build(host: str, port: str, persistent: bool) -> Callable[..., Any]:
    """The WSGI application. Configures Django on its own: nothing of Doorzicht is loaded."""
    import django
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    settings.configure(
        SECRET_KEY="calibrator",  # noqa: S106  (signs nothing)
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF=__name__,
        MIDDLEWARE=[],
        INSTALLED_APPS=[],
        USE_TZ=True,
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.postgresql",
                "NAME": DATABASE,
                "USER": DATABASE,
                "HOST": host,
                "PORT": port,
                "CONN_MAX_AGE": None if persistent else 0,
            }
        },
    )
    django.setup()
    return get_wsgi_application()


def insert(request: Any) -> Any:
    """One INSERT and an answer."""
    from django.db import connection
    from django.http import HttpResponse

    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO regel (tekst) VALUES (%s)", ["een regel tekst van gewone lengte"])
    return HttpResponse("ok")


def __getattr__(name: str) -> Any:
    """Django asks this module for its addresses; they can only be made once it is configured."""
    if name == "urlpatterns":
        from django.urls import path

        return [path("", insert)]
    raise AttributeError(name)
