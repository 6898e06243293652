"""Offering and reading cost a fixed number of SQL statements, however many fields or verstrekkingen there are."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doorzicht.ground.access.api import context
from doorzicht.ground.verstrekking import api
from doorzicht.ground.verstrekking.api import Ontvanger, Veld

READ = 4  # row, key, fields, logboek
OFFER = 8  # privacycheck, source key, free number, dossier, row, fields, end of keeping, logboek
OFFER_OUTSIDE = OFFER + 2  # access of the other organisation, with its own log row
LIST = 4  # rows, keys, field codes, logboek


def _fields(count: int) -> tuple[Veld, ...]:
    return tuple(Veld(f"veld{i}", f"Veld {i}", "inhoud", "nodig") for i in range(count))


@pytest.mark.parametrize("count", [1, 40])
def test_offering_inside_the_municipality(aanbod, noor, now, count):
    with context(noor), CaptureQueriesContext(connection) as statements:
        api.offer(replace(aanbod, velden=_fields(count)), by=noor, at=now)

    assert len(statements) == OFFER


def test_offering_to_another_organisation(aanbod, noor, now):
    outside = replace(aanbod, aan=Ontvanger("riec-on", "partner"), kader="riec")
    with context(noor), CaptureQueriesContext(connection) as statements:
        api.offer(outside, by=noor, at=now)

    assert len(statements) == OFFER_OUTSIDE


@pytest.mark.parametrize("count", [1, 40])
def test_reading(offered, bram, now, count):
    row = offered(velden=_fields(count))
    with context(bram), CaptureQueriesContext(connection) as statements:
        api.read(row.id, by=bram, at=now)

    assert len(statements) == READ


@pytest.mark.parametrize("count", [1, 6])
def test_listing_what_lies_ready(offered, bram, now, count):
    for _ in range(count):
        offered()
    with context(bram), CaptureQueriesContext(connection) as statements:
        assert len(api.offered_to("0246", "regie", by=bram, at=now)) == count

    assert len(statements) == LIST
