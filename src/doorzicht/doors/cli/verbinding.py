"""Connections to the database outside Django's own, for commands that work on it row by row or table by table."""

from typing import Any

import psycopg


def connect() -> psycopg.Connection[Any]:
    """A connection of its own, as the role this process was started for."""
    from django.db import connection

    return psycopg.connect(**{**_parameters(connection.get_connection_params()), "autocommit": True})


def _parameters(django: dict[str, Any]) -> dict[str, Any]:
    """What libpq knows of Django's parameters."""
    own = {"cursor_factory", "context", "prepare_threshold", "server_side_binding"}
    return {key: value for key, value in django.items() if key not in own}
