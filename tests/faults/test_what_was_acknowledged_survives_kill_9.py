"""kill -9 of the web server and of PostgreSQL while reports come in: each acknowledged one is there once and whole.

The whole drill, with every program and a recovery of more than ten seconds: `make drill`.
"""

import pytest
from django.conf import settings

from tests.faults.oefening import drill

pytestmark = pytest.mark.skipif(
    bool(settings.DOORZICHT_DATABASE_URL), reason="an external server is not ours to kill"
)


def test_reports_come_in_whole_and_once_while_programs_are_killed(tmp_path):
    uitslag = drill(tmp_path / "var", meldingen=14, doden=("werker", "database"), herstel=0)

    assert uitslag.bevestigd == uitslag.verzonden == uitslag.meldingen == 14, uitslag
    assert uitslag.heel, uitslag
    assert uitslag.pogingen > uitslag.verzonden, "nobody noticed that anything was killed"
    strange = [how for how in uitslag.antwoorden if how.endswith("anders")]
    assert not strange, f"somebody lost their text: {uitslag.antwoorden}"
    assert sum(uitslag.taken.values()) == 7, "every employee's report has its job"
