"""Connections of other roles than the application's, for tests of the logboek."""

from typing import Any

import psycopg
from django.conf import settings
from django.db import connection

from tests.support.rollen import password_of


def role_connection(role: str, database: str | None = None, **kwargs: Any) -> psycopg.Connection[Any]:
    """A connection of its own as `app`, `zegel` or `eigenaar` on the database of this test."""
    db = settings.DATABASES["default"]
    return psycopg.connect(
        host=db["HOST"],
        port=db["PORT"],
        user=settings.DOORZICHT_DB_ROLLEN[role],
        dbname=database or connection.settings_dict["NAME"],
        autocommit=True,
        password=password_of(role),
        **kwargs,
    )
