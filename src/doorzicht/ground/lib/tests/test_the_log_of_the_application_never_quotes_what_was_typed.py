"""PostgreSQL quotes whole rows in its errors. The application log keeps the kind of error and where it rose."""

import logging

import pytest
from django.db import connection

from doorzicht.ground.lib.veiliglog import SafeFormatter

CANARY = "buurvrouw op twaalf"


def _log_line(error: BaseException) -> str:
    record = logging.LogRecord(
        "proef", logging.ERROR, __file__, 1, "it went wrong", (), (type(error), error, error.__traceback__)
    )
    return SafeFormatter().format(record)


def test_an_exception_is_told_by_its_kind_and_place_without_its_text():
    try:
        raise ValueError(CANARY)
    except ValueError as error:
        line = _log_line(error)

    assert CANARY not in line
    assert "builtins.ValueError at " in line
    assert "test_the_log_of_the_application" in line


def test_an_error_of_the_database_does_not_bring_the_row_along(db):
    with pytest.raises(Exception) as caught, connection.cursor() as cursor:  # noqa: PT011
        cursor.execute(
            "INSERT INTO organisaties_kanaal (soort, aan, organisatie_id) VALUES (%s, NULL, '0246')", [CANARY]
        )

    assert CANARY in str(caught.value)
    assert CANARY not in _log_line(caught.value)


def test_the_cause_of_an_exception_is_not_quoted_either():
    try:
        try:
            raise KeyError(CANARY)
        except KeyError as inner:
            raise RuntimeError(CANARY) from inner
    except RuntimeError as error:
        line = _log_line(error)

    assert CANARY not in line


def test_the_application_log_uses_it_everywhere(settings):
    handlers = settings.LOGGING["handlers"].values()
    assert {h["formatter"] for h in handlers} == {"regel"}
    assert settings.LOGGING["formatters"]["regel"]["()"].endswith("SafeFormatter")
