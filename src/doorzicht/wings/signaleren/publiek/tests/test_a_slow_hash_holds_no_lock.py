"""While a receipt is hashed, slowly on purpose, the transaction holds nothing that another visitor waits for."""

import pytest
from django.db import connection

from doorzicht.wings.signaleren.melding import ontvangen, selectors
from doorzicht.wings.signaleren.publiek.tests.conftest import Bewoner

HARMLESS = {("virtualxid", "ExclusiveLock"), ("relation", "AccessShareLock"), ("relation", "RowShareLock")}
OWN_FORM = ("advisory", "ExclusiveLock")


@pytest.fixture
def seen(transactional_db, monkeypatch) -> list[tuple[object, set[tuple[str, str]]]]:
    """For every hash: the number of the transaction, if it has one, and what it holds."""
    found: list[tuple[object, set[tuple[str, str]]]] = []

    def looked_at(slow):
        def look(*args, **kwargs):
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_current_xact_id_if_assigned()::text")
                (number,) = cursor.fetchone()
                cursor.execute("SELECT locktype, mode FROM pg_locks WHERE pid = pg_backend_pid()")
                found.append((number, set(cursor.fetchall())))
            return slow(*args, **kwargs)

        return look

    for place in (ontvangen, selectors):
        monkeypatch.setattr(place, "hash_receipt", looked_at(place.hash_receipt))
    return found


def test_a_report_holds_only_the_lock_on_its_own_form(seen):
    Bewoner().verstuur()

    [(number, held)] = seen
    assert number is None, "nothing was written yet"
    assert OWN_FORM in held
    assert held <= HARMLESS | {OWN_FORM}


def test_coming_back_holds_nothing(seen):
    resident = Bewoner()
    resident.verstuur()
    code = resident.code
    seen.clear()
    resident.post("/m/heerde/code/", {"code": code})

    [(number, held)] = seen
    assert number is None
    assert held <= HARMLESS
