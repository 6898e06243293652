"""No right, no file; no log row, no file; and what is read goes out as something to save, never to run."""

from uuid import uuid4

import pytest
from django.http import HttpResponse
from tests.support.bestanden import photo

from doorzicht.ground.access.api import Actor, Geweigerd, context, recuse
from doorzicht.ground.bestanden import actions
from doorzicht.ground.bestanden.api import Bestand, BestandKwijt, open_file, response
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.logboek.models import Regel

LEZEN = "melding.lezen"


def test_reading_leaves_a_row_with_dossier_and_file(bewaar, sleutel, noor):
    row = bewaar()
    open_file(row.id, dossier_id=sleutel.dossier_id, recht=LEZEN, by=noor).stroom.close()

    line = Regel.objects.latest("id")
    assert (line.handeling, line.object_soort, line.recht) == ("lees", "bestand", LEZEN)
    assert line.object_ids == [sleutel.dossier_id, row.id]
    assert line.medewerker_id == noor.medewerker_id


def test_keeping_leaves_a_row_too(bewaar, sleutel):
    row = bewaar()

    line = Regel.objects.latest("id")
    assert (line.handeling, line.object_ids) == ("maak", [sleutel.dossier_id, row.id])
    assert line.bijzonderheden == {"soort": "jpg"}


def test_somebody_without_the_right_reads_nothing_and_opens_nothing(bewaar, sleutel, actor, monkeypatch):
    row = bewaar()
    monkeypatch.setattr(actions.opslag, "open_file", lambda _: pytest.fail("the file was opened"))

    with pytest.raises(Geweigerd):
        open_file(row.id, dossier_id=sleutel.dossier_id, recht=LEZEN, by=actor("bas.balie"))


def test_without_its_log_row_there_is_no_answer(bewaar, sleutel, noor, monkeypatch):
    row = bewaar()

    def full(*_: object, **__: object) -> None:
        raise RuntimeError("logboek vol")

    monkeypatch.setattr(logboek, "record", full)
    monkeypatch.setattr(actions.opslag, "open_file", lambda _: pytest.fail("the file was opened"))
    with pytest.raises(RuntimeError, match="vol"):
        open_file(row.id, dossier_id=sleutel.dossier_id, recht=LEZEN, by=noor)


def test_somebody_with_the_same_right_elsewhere_does_not_find_it(bewaar, sleutel):
    row = bewaar()
    elsewhere = Actor(
        "0232", frozenset({"aandachtsfunctionaris"}), medewerker_id=uuid4(), organisaties=frozenset({"0232"})
    )

    with context(elsewhere), pytest.raises(Bestand.DoesNotExist):
        open_file(row.id, dossier_id=sleutel.dossier_id, recht=LEZEN, by=elsewhere)


def test_somebody_who_was_shut_out_of_the_dossier_does_not_find_it(bewaar, sleutel, noor, actor, nu):
    row = bewaar()
    coordinator = actor("bram.testman")
    recuse(sleutel, coordinator.mens, reden="kent iemand", by=noor, at=nu)

    with context(coordinator), pytest.raises(Bestand.DoesNotExist):
        open_file(row.id, dossier_id=sleutel.dossier_id, recht=LEZEN, by=coordinator)


def test_a_row_whose_file_is_gone_says_so_by_number_only(bewaar, sleutel, noor, map_van_bestanden):
    row = bewaar(naam="kareltje.jpg")
    (map_van_bestanden / "vandaag" / row.id.hex).unlink()

    with pytest.raises(BestandKwijt) as lost:
        open_file(row.id, dossier_id=sleutel.dossier_id, recht=LEZEN, by=noor)
    assert str(lost.value) == f"file {row.id} is not on the disk"


def test_the_answer_is_something_to_save(bewaar, sleutel, noor):
    row = bewaar(photo(), 'é"\r\nSet-Cookie: x.jpg')
    answer = response(open_file(row.id, dossier_id=sleutel.dossier_id, recht=LEZEN, by=noor))
    content = b"".join(answer.streaming_content)  # type: ignore[arg-type]

    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Disposition"].startswith("attachment; filename")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert int(answer["Content-Length"]) == len(content)
    assert "Set-Cookie" not in HttpResponse(headers=dict(answer.items())).cookies


def test_what_is_sent_after_the_transaction_needs_no_database(
    bewaar, sleutel, noor, django_assert_num_queries
):
    row = bewaar()
    answer = response(open_file(row.id, dossier_id=sleutel.dossier_id, recht=LEZEN, by=noor))

    assert Regel.objects.latest("id").handeling == "lees"
    with django_assert_num_queries(0):
        assert b"".join(answer.streaming_content)  # type: ignore[arg-type]


def test_what_it_reads_from_is_closed_also_when_the_reader_goes_away(bewaar, sleutel, noor):
    row = bewaar()
    geopend = open_file(row.id, dossier_id=sleutel.dossier_id, recht=LEZEN, by=noor)
    answer = response(geopend)
    next(iter(answer.streaming_content))  # type: ignore[call-overload]
    answer.close()

    assert geopend.stroom._source.closed
