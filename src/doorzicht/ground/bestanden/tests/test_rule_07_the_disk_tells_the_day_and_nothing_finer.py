"""Times, names, lengths, order and inodes of files say at most on which day somebody sent something."""

import os
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from doorzicht.ground.bestanden import opslag
from doorzicht.ground.bestanden.api import open_file
from doorzicht.ground.bestanden.tests.conftest import RECHT

TODAY = date(2026, 11, 24)


def paths(root) -> list:
    return [path for path in root.rglob("*") if path.is_file()]


def test_a_file_carries_midnight_of_its_day(bewaar, map_van_bestanden):
    bewaar()
    midnight = datetime.combine(
        timezone.localdate(), datetime.min.time(), tzinfo=timezone.get_default_timezone()
    )

    for path in [*paths(map_van_bestanden), map_van_bestanden / "vandaag"]:
        assert path.stat().st_mtime == midnight.timestamp()


def test_files_of_about_the_same_size_are_of_one_size(map_van_bestanden, sleutel):
    sizes = set()
    for content in (b"", b"x" * 100, b"x" * 60_000):
        file_id = os.urandom(16).hex()
        opslag.write(
            opslag.UUID(hex=file_id), sleutel.encrypt_file(opslag.UUID(hex=file_id), content), day=TODAY
        )
        sizes.add((map_van_bestanden / "vandaag" / file_id).stat().st_size)

    assert len(sizes) == 1


def written(count: int, day: date) -> list[str]:
    """Files written one after the other; their names in that order."""
    made = [opslag.UUID(bytes=os.urandom(16)) for _ in range(count)]
    for file_id in made:
        opslag.write(file_id, [b"x" * 100], day=day)
    return [file_id.hex for file_id in made]


def test_the_night_makes_every_file_anew_in_the_order_of_its_random_name(map_van_bestanden):
    names = written(12, TODAY)
    before = {name: (map_van_bestanden / "vandaag" / name).stat() for name in names}

    assert opslag.move_to_own_place(before=TODAY + timedelta(days=1)) == 12

    after = {path.name: path.stat() for path in paths(map_van_bestanden)}
    assert after.keys() == before.keys()
    by_time = sorted(after, key=lambda name: after[name].st_ctime_ns)
    assert by_time == sorted(names)
    assert {stat.st_mtime for stat in after.values()} == {before[names[0]].st_mtime}
    assert os.listdir(map_van_bestanden / "vandaag") == []


def test_todays_files_wait_for_their_night(map_van_bestanden):
    written(2, TODAY)

    assert opslag.move_to_own_place(before=TODAY) == 0


def test_a_file_is_read_before_and_after_the_night(bewaar, sleutel, noor, map_van_bestanden):
    row = bewaar()
    contents = []
    for move in (False, True):
        if move:
            opslag.move_to_own_place(before=timezone.localdate() + timedelta(days=1))
        geopend = open_file(row.id, dossier_id=sleutel.dossier_id, recht=RECHT, by=noor)
        contents.append(b"".join(geopend.stroom))
        geopend.stroom.close()

    assert contents[0] == contents[1]
    assert [path.parent.name for path in paths(map_van_bestanden)] == [row.id.hex[:2]]


def test_a_night_that_was_broken_off_is_finished_by_the_next(map_van_bestanden, monkeypatch):
    names = written(3, TODAY)
    real = opslag._copy
    monkeypatch.setattr(opslag, "_copy", lambda s, t, d: real(s, t, d) if s.name != max(names) else 1 / 0)
    with pytest.raises(ZeroDivisionError):
        opslag.move_to_own_place(before=TODAY + timedelta(days=1))
    monkeypatch.undo()

    opslag._root().joinpath("vandaag", ".half-x").write_bytes(b"x")
    os.utime(opslag._root() / "vandaag" / ".half-x", (0, 0))
    assert opslag.move_to_own_place(before=TODAY + timedelta(days=1)) == 1
    assert {path.name for path in paths(map_van_bestanden)} == set(names)


def test_until_the_night_the_last_change_of_every_file_is_now(map_van_bestanden):
    names = written(3, TODAY)
    before = [(map_van_bestanden / "vandaag" / name).stat() for name in names]
    opslag.touch()
    after = [(map_van_bestanden / "vandaag" / name).stat() for name in names]

    assert min(s.st_ctime_ns for s in after) > max(s.st_ctime_ns for s in before)
    assert [s.st_mtime for s in after] == [s.st_mtime for s in before]
    assert len({round(s.st_ctime, 1) for s in after}) <= 2


def test_touching_nothing_is_no_error(map_van_bestanden):
    opslag.touch()
    assert not map_van_bestanden.exists()
