"""kill -9 and a full disk while reports come in: each acknowledged one is there once and whole, with its log row.

Whoever was not acknowledged has what they typed, in a page that sends it again. The whole drill, with every program,
200 reports and a recovery of more than ten seconds: `make drill`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from tests.faults.installatie import NO_SMALL_DISK, Installatie, installed, small_disk
from tests.faults.oefening import Uitslag, drill, fill_the_disk

pytestmark = pytest.mark.skipif(
    bool(settings.DOORZICHT_DATABASE_URL), reason="an external server is not ours to kill"
)


@pytest.fixture(scope="module")
def disk() -> Iterator[Path]:
    with small_disk() as folder:
        yield folder


@pytest.fixture(scope="module")
def installatie(disk: Path, template_database: str) -> Iterator[Installatie]:
    with installed(disk / "var", template=template_database) as running:
        yield running


def _nobody_lost_their_text(uitslag: Uitslag) -> None:
    strange = [how for how in uitslag.antwoorden if how.endswith("anders")]
    assert not strange, f"somebody lost their text: {uitslag.antwoorden}"


def test_reports_come_in_whole_and_once_while_programs_are_killed(installatie):
    uitslag = drill(installatie, meldingen=14, doden=("werker", "database"), herstel=0)

    assert uitslag.bevestigd == uitslag.verzonden == uitslag.meldingen == 14, uitslag
    assert uitslag.heel, uitslag
    assert uitslag.pogingen > uitslag.verzonden, "nobody noticed that anything was killed"
    assert sum(uitslag.taken.values()) == 7, "every employee's report has its job"
    _nobody_lost_their_text(uitslag)


def test_a_full_disk_loses_nothing_that_was_acknowledged(installatie, disk):
    if not disk.is_mount():
        pytest.skip(NO_SMALL_DISK)
    uitslag = fill_the_disk(installatie, meldingen=8, ook_het_log=False)

    assert uitslag.tijdens_vol.get("bevestigd", 0) < 8, "the disk was not full"
    assert uitslag.bevestigd == uitslag.verzonden == 8, uitslag
    assert uitslag.heel, uitslag
    _nobody_lost_their_text(uitslag)
