"""The register on screen and as CSV: who may, what stands in it, and that no cell is a formula or a person."""

import csv
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doorzicht.doors.web.verstrekkingen.toon import KOLOMMEN, safe_cell
from doorzicht.ground.access.api import context
from doorzicht.ground.logboek.models import Regel

REGISTER, CSV = "/verstrekkingen/register/", "/verstrekkingen/register.csv"


@pytest.mark.parametrize("who", ["bram.testman", "sietse.denkbeeldig", "faye.toezicht"])
def test_who_leads_checks_or_watches_sees_it(browser, offered, who):
    row = offered()

    page = browser(who).get(REGISTER).content.decode()
    for shown in (row.nummer, "besluiten over een controle", "Sietse Denkbeeldig", "locatie, ARB10"):
        assert shown in page, shown
    assert "Voorbeeldlaan" not in page


@pytest.mark.parametrize("who", ["noor.voorbeeld", "joris.bedacht", "zoe.zorgzaam", "bert.knoppen"])
def test_others_may_not(browser, who):
    assert browser(who).get(REGISTER).status_code == 403
    assert browser(who).get(CSV).status_code == 403


def test_a_filter_leaves_the_rest_out(browser, offered, to_police):
    mine, police = offered(), offered(**to_police)

    page = browser("faye.toezicht").get(REGISTER, {"ontvanger": "politie-on"}).content.decode()
    assert police.nummer in page
    assert mine.nummer not in page


def test_what_cannot_be_a_day_is_said(browser, offered):
    offered()

    page = browser("faye.toezicht").get(REGISTER, {"vanaf": "3-3-2026", "tot_en_met": "2-3-2026"})
    assert "Deze dag ligt voor de eerste dag." in page.content.decode()


def test_the_spreadsheet_holds_codes_and_days_and_no_person(browser, offered):
    row = offered()

    text = browser("faye.toezicht").get(CSV).content.decode("utf-8-sig")
    head, line = csv.reader(StringIO(text), delimiter=";")
    assert tuple(head) == KOLOMMEN
    assert line[0] == row.nummer
    for person in ("Voorbeeldlaan", "Sietse", "Noor", "Slapen", "besluiten over een controle"):
        assert person not in text, person


def test_the_spreadsheet_follows_the_filters(browser, offered, to_police):
    offered(), offered(**to_police)

    text = browser("faye.toezicht").get(CSV, {"ontvanger": "politie-on"}).content.decode()
    assert text.count("\r\n") == 2


def test_making_it_is_logged(browser, offered, actor):
    row, faye = offered(), actor("faye.toezicht")
    browser("faye.toezicht").get(CSV)

    with context(faye):
        logged = Regel.objects.get(handeling="verstrek", doel="export")
    assert logged.object_ids == [row.id]


@pytest.mark.parametrize("first", "=+-@\t\r")
def test_no_cell_is_a_formula(first):
    assert safe_cell(f"{first}HYPERLINK()") == f"'{first}HYPERLINK()"


def test_an_ordinary_cell_stays_as_it_is():
    assert safe_cell("V-2026-483920") == "V-2026-483920"


def test_a_page_costs_the_same_however_long_it_is(browser, offered):
    client, costs = browser("faye.toezicht"), []
    client.get(REGISTER)  # the first request of a session also remembers who it is
    for more in (1, 4):
        for _ in range(more):
            offered()
        with CaptureQueriesContext(connection) as statements:
            assert client.get(REGISTER).status_code == 200
        costs.append(len(statements))

    assert costs[0] == costs[1]
