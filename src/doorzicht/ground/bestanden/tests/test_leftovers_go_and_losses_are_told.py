"""Disk and database are two things: what one has without the other is removed, or reported."""

import logging
import os
from datetime import timedelta

from django.utils import timezone

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.bestanden import jobs, opslag, selectors
from doorzicht.ground.bestanden.models import Bestand
from doorzicht.ground.vault import api as vault


def tomorrow():
    return timezone.localdate() + timedelta(days=1)


def orphan() -> opslag.UUID:
    file_id = opslag.UUID(bytes=os.urandom(16))
    opslag.write(file_id, [b"x"], day=timezone.localdate())
    return file_id


def on_disk() -> set[opslag.UUID]:
    return {file_id for file_id, _ in opslag.all_files()}


def test_a_file_whose_row_never_came_is_removed_the_night_after(bewaar):
    row, left = bewaar(), orphan()

    assert jobs.remove_leftovers(before=tomorrow()) == 1
    assert on_disk() == {row.id}
    assert left != row.id


def test_a_file_of_today_is_left_alone_because_its_row_may_still_commit(bewaar):
    orphan()

    assert jobs.remove_leftovers(before=timezone.localdate()) == 0


def test_a_file_of_somebody_else_is_not_taken_for_one_without_a_row(bewaar):
    """The question goes around the wall: a row that is hidden is a row."""
    row = bewaar()

    with context(Actor.melder("0232")):
        assert not Bestand.objects.filter(pk=row.id).exists()
        assert selectors.without_row([row.id]) == set()


def test_files_beside_the_wrong_database_are_not_thrown_away(bewaar, caplog):
    for _ in range(jobs.VERDACHT + 1):
        orphan()
    before = on_disk()

    assert jobs.remove_leftovers(before=tomorrow()) == 0
    assert on_disk() == before
    assert "nothing was removed" in caplog.text


def test_a_row_without_a_file_is_reported_by_its_number(bewaar, sleutel, noor, caplog):
    row, whole = bewaar(naam="kareltje.jpg"), bewaar()
    opslag.remove([row.id])

    with caplog.at_level(logging.ERROR):
        jobs.night(0)

    assert f"file {row.id}: kwijt" in caplog.text
    assert str(whole.id) not in caplog.text
    assert "kareltje" not in caplog.text


def test_a_file_that_was_cut_or_changed_is_reported(bewaar, noor, map_van_bestanden):
    cut, changed, whole = bewaar(), bewaar(), bewaar()
    path = map_van_bestanden / "vandaag"
    (path / cut.id.hex).write_bytes(b"x")
    content = (path / changed.id.hex).read_bytes()
    (path / changed.id.hex).write_bytes(content[:-1] + b"\0")

    assert dict(selectors.damage(of=noor, read=True)) == {cut.id: "lengte", changed.id: "inhoud"}
    assert dict(selectors.damage(of=noor, read=False)) == {cut.id: "lengte"}
    assert whole.id in on_disk()


def test_a_destroyed_dossier_that_came_back_with_an_older_dump_is_no_loss(bewaar, sleutel, noor):
    row = bewaar()
    opslag.remove([row.id])
    vault.kluis().destroy(sleutel.dossier_id)

    assert dict(selectors.damage(of=noor, read=False)) == {}
