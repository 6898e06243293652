"""One request is one transaction: what goes wrong anywhere in it leaves nothing behind."""

import ast
from pathlib import Path

import pytest
from tests.support.zegel import role_connection

from doorzicht.doors.web.tests.proefadressen import GEHEIM
from doorzicht.ground.access.api import context
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.organisaties.actor import Actor
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.ground.vault import api as vault

SRC = Path(__file__).parents[3]


def _actor(gebruikersnaam: str) -> Actor:
    medewerker = Medewerker.objects.get(gebruikersnaam=gebruikersnaam)
    rollen = medewerker.aanstellingen.values_list("rol", flat=True)
    return Actor.of(medewerker, rollen, medewerker.organisatie_id)


def _dossier_of(gebruikersnaam: str) -> None:
    actor = _actor(gebruikersnaam)
    with context(actor):
        vault.create_dossier(
            soort="proef", organisatie_id=actor.organisatie_id, compartiment="algemeen", bewaarregel="proef"
        )


def _log_rows() -> list[tuple[str, str, str]]:
    with context(_actor("noor.voorbeeld")):
        return list(Regel.objects.values_list("handeling", "recht", "uitkomst"))


def test_a_request_that_goes_well_is_kept(browser, kept):
    assert browser("noor.voorbeeld").get("/proef/wijzig/").status_code == 200
    assert kept()


@pytest.mark.parametrize("address", ["/proef/fout/", "/proef/laat-fout/", "/proef/vijfhonderd/"])
def test_a_request_that_fails_leaves_nothing_behind_and_the_next_one_works(browser, kept, address):
    noor = browser("noor.voorbeeld")
    answer = noor.get(address)

    assert answer.status_code == 500
    assert not kept()
    assert noor.get("/proef/wijzig/").status_code == 200
    assert kept()


def test_the_page_for_an_error_does_not_tell_what_the_error_said(browser, caplog):
    answer = browser("noor.voorbeeld").get("/proef/fout/")

    assert GEHEIM not in answer.content.decode()


def test_a_refusal_answers_403_and_leaves_its_log_row_and_nothing_else(browser, kept):
    answer = browser("noor.voorbeeld").get("/proef/geweigerd/")

    assert answer.status_code == 403
    assert GEHEIM not in answer.content.decode()
    assert "niet voor jou vrijgegeven" in answer.content.decode()
    assert not kept(), "what a request changed before it was refused must not be kept"
    assert _log_rows() == [("weiger", "logboek.lezen", "geweigerd")]


@pytest.mark.parametrize("address", ["/proef/weg/", "/proef/weg-aan-het-eind/"])
def test_a_database_that_goes_away_halfway_is_told_and_nothing_is_saved(browser, kept, address):
    noor = browser("noor.voorbeeld")
    answer = noor.get(address)

    assert answer.status_code == 503
    assert "niets" in answer.content.decode()
    assert GEHEIM not in answer.content.decode()
    assert not kept()
    assert noor.get("/proef/wijzig/").status_code == 200
    assert kept()


def test_a_reporter_is_told_too_when_the_database_goes_away(browser, kept):
    answer = browser().get("/m/proef-weg/")

    assert answer.status_code == 503
    assert not answer.cookies
    assert not kept()


def test_a_connection_that_died_between_two_requests_costs_nobody_an_error(browser):
    noor = browser("noor.voorbeeld")
    pid = noor.get("/proef/wie/").content.decode().split()[0]
    with role_connection("app") as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [int(pid)])

    assert noor.get("/proef/wijzig/").status_code == 200


def test_a_read_whose_log_row_cannot_be_written_is_not_answered(browser):
    noor = browser("noor.voorbeeld")
    assert noor.get("/proef/lees/").content.decode() == GEHEIM
    with role_connection("eigenaar") as owner:
        owner.execute("ALTER TABLE logboek_regel ADD CONSTRAINT vol CHECK (false) NOT VALID")

    answer = noor.get("/proef/lees/")

    assert answer.status_code == 500
    assert GEHEIM not in answer.content.decode()


def test_a_page_that_is_rendered_late_is_still_rendered_inside_the_context(browser):
    _dossier_of("noor.voorbeeld")

    assert browser("noor.voorbeeld").get("/proef/laat/").content == b"1"


def test_nothing_of_a_request_is_seen_by_the_next_one_on_the_same_connection(browser):
    _dossier_of("noor.voorbeeld")
    _dossier_of("otto.elders")
    noor, otto, nobody = browser("noor.voorbeeld"), browser("otto.elders"), browser()
    answers = [
        client.get(address).content.decode().split(" ")
        for client, address in (
            (noor, "/proef/wie/"),
            (otto, "/proef/wie/"),
            (nobody, "/m/proef-wie/"),
            (noor, "/proef/wie/"),
        )
    ]

    assert len({pid for pid, _ in answers}) == 1
    assert [seen for _, seen in answers] == ["0246", "0232", "", "0246"]


def test_nobody_without_a_login_reaches_a_page_of_the_house(browser, kept):
    answer = browser().get("/proef/wijzig/")

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/inloggen/")
    assert not kept()


def test_whoever_lost_their_role_sees_nothing_from_the_next_request_on(browser, kept):
    noor = browser("noor.voorbeeld")
    Medewerker.objects.get(gebruikersnaam="noor.voorbeeld").aanstellingen.update(tot="2026-01-02")

    assert noor.get("/proef/wijzig/").status_code == 403
    assert not kept()


def test_no_answer_is_streamed_but_a_file_that_was_opened_and_logged():
    """The body of a streamed answer is made after the transaction: it would see nothing, and log nothing."""
    found = [
        f"{path.relative_to(SRC)}:{node.lineno}"
        for path in SRC.rglob("*.py")
        if "tests" not in path.parts
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Name | ast.alias | ast.Attribute)
        and {"StreamingHttpResponse", "FileResponse"}
        & {getattr(node, "id", ""), getattr(node, "name", ""), getattr(node, "attr", "")}
    ]
    # A file: its row is read and logged inside, what is streamed needs no database (ground/bestanden/tests).
    assert {place.partition(":")[0] for place in found} == {"ground/bestanden/antwoord.py"}
