"""A second beginning of the 72 hours stands beside the first: when, why, by whom. The database changes neither."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from tests.support.pdftekst import words

from doorzicht.ground.vault.api import open_dossier
from doorzicht.wings.beleid.datalek import actions, pdf, toon
from doorzicht.wings.beleid.datalek.models import Datalek, Datalekklok
from doorzicht.wings.beleid.datalek.selectors import read_datalek
from doorzicht.wings.beleid.datalek.tests.conftest import FG

EERST, LATER = "De helpdesk wist het eerder.", "Het was toch een ander lek."


@pytest.fixture
def twice(reported, acting_as, now):
    """A breach of which the FG set the clock twice, the second time to the moment of the discovery."""
    datalek_id = reported()
    with acting_as(FG) as by:
        found = Datalek.objects.get(pk=datalek_id).ontdekt_op
        first = now - timedelta(hours=30)
        actions.set_clock(datalek_id, vanaf=first, reden=EERST, by=by, at=now)
        actions.set_clock(datalek_id, vanaf=found, reden=LATER, by=by, at=now + timedelta(minutes=1))
    return datalek_id


def test_both_are_told_with_who_and_why_and_the_newest_holds(twice, acting_as, client_of, now):
    with acting_as(FG) as by:
        sheet = read_datalek(twice, by=by)
        document = "".join(words(pdf.render(twice, by=by, at=now)).split())
    assert [k.reden for k in sheet.klokken] == [EERST, LATER]
    assert sheet.rij.klok_vanaf == sheet.klokken[-1].rij.vanaf == sheet.rij.ontdekt_op
    told = dict(toon.reported(sheet))
    assert EERST in told["De klok liep vanaf"]
    assert LATER in told["De klok loopt vanaf"]
    assert "Faye Toezicht" in told["De klok liep vanaf"]
    page = client_of(FG).get(f"/beleid/datalekken/{twice}/").content.decode()
    for reason in (EERST, LATER):
        assert reason in page
        assert "".join(reason.split()) in document


def test_a_breach_of_which_nobody_set_the_clock_tells_of_none(reported, acting_as):
    datalek_id = reported()
    with acting_as(FG) as by:
        assert not [name for name, _ in toon.reported(read_datalek(datalek_id, by=by)) if "klok" in name]


def test_the_database_changes_and_loses_none_of_them(twice, acting_as):
    with acting_as(FG):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            connection.cursor().execute("UPDATE beleid_datalekklok SET vanaf = now()")
        assert Datalekklok.objects.all()._raw_delete("default") == 0
        assert Datalekklok.objects.filter(datalek_id=twice).count() == 2


def test_the_database_takes_none_without_a_reason(twice, acting_as, now):
    with acting_as(FG) as by, pytest.raises(IntegrityError, match="met_reden"), transaction.atomic():
        Datalekklok.objects.create(
            **open_dossier(twice).row(), datalek_id=twice, vanaf=now, door=by.mens, op=now
        )
