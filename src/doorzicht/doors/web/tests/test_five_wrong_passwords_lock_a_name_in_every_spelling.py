"""Failures are counted under the one spelling of a name: no letter, capital or Host header gives tries of its own."""

from itertools import cycle

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.support.cast import PASSWORD

SPELLINGEN = ["sietse.denkbeeldig", "SIETSE.Denkbeeldig", " sietse.denkbeeldig ", "ſietſe.denkbeeldig",
              "ｓietse.denkbeeldig", "sietse.den\u212abeeldig"]  # fmt: skip
TE_VAAK = "Te veel"


def _try(client, name: str, password: str, **headers: str) -> str:
    return client.post("/inloggen/", {"login": name, "password": password}, **headers)


def test_five_failures_under_five_spellings_lock_the_account(client, db):
    for spelling in SPELLINGEN[:5]:
        assert TE_VAAK not in _try(client, spelling, "fout wachtwoord").content.decode()

    for spelling in SPELLINGEN:
        assert TE_VAAK in _try(client, spelling, PASSWORD).content.decode()


def test_another_host_header_gives_no_new_tries(client, db, settings):
    settings.ALLOWED_HOSTS = ["een.example", "twee.example"]
    hosts = ["een.example", "een.example:1", "een.example:2", "EEN.example", "twee.example"]
    for host in hosts:
        assert TE_VAAK not in _try(client, SPELLINGEN[0], "fout", HTTP_HOST=host).content.decode()

    assert TE_VAAK in _try(client, SPELLINGEN[0], PASSWORD, HTTP_HOST="een.example:9").content.decode()


def test_one_account_locked_leaves_the_others_alone(client, db):
    for _, spelling in zip(range(6), cycle(SPELLINGEN), strict=False):
        _try(client, spelling, "fout wachtwoord")

    assert _try(client, "noor.voorbeeld", PASSWORD).status_code == 302


@pytest.mark.parametrize("spelling", SPELLINGEN)
def test_every_spelling_logs_in(client, db, spelling):
    assert _try(client, spelling, PASSWORD).headers["Location"] == "/inloggen/code/"


def test_the_database_is_asked_for_exactly_the_folded_name(client, db):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        _try(client, "ſIETSE.denkbeeldig", "fout wachtwoord")

    looked_up = [q["sql"] for q in asked if "gebruikersnaam" in q["sql"]]
    assert looked_up
    assert all("'sietse.denkbeeldig'" in sql and "UPPER" not in sql for sql in looked_up)
