"""Product rule 7: of a reporter without an account only the day is known, also by whoever reads the tables."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from psycopg import errors
from tests.support.zegel import role_connection

from doorzicht.ground.access.api import context
from doorzicht.ground.logboek import anker, api, dagzegels
from doorzicht.ground.logboek.gebroken import KetenGebroken
from doorzicht.ground.logboek.models import AnoniemeRegel
from doorzicht.ground.organisaties.actor import Actor

MELDER = Actor.melder("0246")
TODAY = timezone.localdate()
YESTERDAY = TODAY - timedelta(days=1)
NIGHT = datetime.combine(TODAY, dagzegels.VAST_UUR, tzinfo=timezone.get_current_timezone())


def _rows(logboek, dag: date, number: int = 8) -> list[UUID]:
    """Rows of an earlier day, each in a transaction of its own, in an order that is not that of their ids."""
    ids = [uuid4() for _ in range(number)]
    for row_id in ids:
        logboek.owner.execute(
            "INSERT INTO logboek_anoniemeregel VALUES (%s, %s, '0246', 'maak', 'melding')", [row_id, dag]
        )
    return ids


def _seal(logboek, now: datetime = NIGHT) -> list[dagzegels.Dag]:
    made = dagzegels.seal_days(logboek.zegel, key=logboek.sleutels.dag, now=now)
    anker.anchor_days(logboek.anker, made)
    return made


@pytest.fixture
def days(logboek):
    """Two days with rows, a day without between them, all sealed; the ids of the oldest day in order."""
    ids = _rows(logboek, YESTERDAY - timedelta(days=2))
    _rows(logboek, YESTERDAY)
    _seal(logboek)
    return sorted(ids)


def test_a_reporters_act_is_kept_with_the_day_of_the_database(logboek):
    with context(MELDER):
        api.record(MELDER, "maak", "melding", [uuid4()], recht="melding.maken_anoniem")
        row = AnoniemeRegel.objects.get()

    assert row.dag == TODAY
    assert {f.attname for f in row._meta.concrete_fields} == {
        "id", "dag", "organisatie_id", "handeling", "object_soort",
    }  # fmt: skip
    assert logboek.ids() == []


@pytest.mark.parametrize("column", ["xmin", "cmin", "ctid", "tableoid"])
def test_the_application_cannot_ask_the_database_for_an_order(db, column):
    with role_connection("app") as app, pytest.raises(errors.InsufficientPrivilege):
        app.execute(f"SELECT {column} FROM logboek_anoniemeregel")


def test_the_application_cannot_write_a_row_into_a_past_day(db):
    with pytest.raises(Exception, match="row-level security"), context(MELDER):
        AnoniemeRegel.objects.create(dag=YESTERDAY, organisatie_id="0246", handeling="maak", object_soort="x")


def test_a_day_is_sealed_once_it_is_over_and_never_earlier(logboek):
    _rows(logboek, YESTERDAY)

    assert _seal(logboek, NIGHT - timedelta(seconds=1)) == []
    assert [d.aantal for d in _seal(logboek)] == [8]
    assert _seal(logboek) == []


def test_sealing_a_day_wipes_out_the_order_in_which_its_rows_came(logboek):
    ids = _rows(logboek, YESTERDAY)
    in_table = "SELECT id FROM logboek_anoniemeregel ORDER BY ctid"
    assert [r[0] for r in logboek.owner.execute(in_table)] == ids

    _seal(logboek)

    assert [r[0] for r in logboek.owner.execute(in_table)] == sorted(ids)
    assert logboek.owner.execute(
        "SELECT count(DISTINCT xmin::text) FROM logboek_anoniemeregel"
    ).fetchone() == (1,)


def test_untouched_days_are_whole_and_an_empty_day_has_a_seal_too(logboek, days):
    uitslag = logboek.verify()

    assert uitslag.dagen >= 3
    assert uitslag.anonieme_regels == 16


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("DELETE FROM logboek_anoniemeregel WHERE id = %(id)s", "anonymous row {id} .* is gone"),
        (
            "UPDATE logboek_anoniemeregel SET organisatie_id = '0232' WHERE id = %(id)s",
            "anonymous row {id} .* changed",
        ),
        (
            "UPDATE logboek_anoniemeregel SET dag = dag + 1 WHERE id = %(id)s",
            "anonymous row {id} .* is gone",
        ),
        (
            "INSERT INTO logboek_anoniemeregel SELECT gen_random_uuid(), dag, '0246', 'maak', 'melding' "
            "FROM logboek_anoniemeregel WHERE id = %(id)s",
            "anonymous row .* put in later",
        ),
        (
            "INSERT INTO logboek_anoniemeregel SELECT gen_random_uuid(), dag - 9, '0246', 'maak', 'melding' "
            "FROM logboek_anoniemeregel WHERE id = %(id)s",
            "anonymous row .* lies before",
        ),
        ("DELETE FROM logboek_dagzegel WHERE dag = (SELECT min(dag) + 1 FROM logboek_dagzegel)", "is gone"),
        ("UPDATE logboek_dagzegel SET zegel = sha256(zegel)", "was changed"),
        ("UPDATE logboek_dagzegel SET ids = ids[2:], controlegetallen = controlegetallen[2:]", "was changed"),
        ("DELETE FROM logboek_dagzegel WHERE dag = (SELECT max(dag) FROM logboek_dagzegel)", "was cut off"),
        ("DELETE FROM logboek_dagzegel", "was cut off"),
    ],
)
def test_a_changed_removed_inserted_or_cut_day_is_found(logboek, days, change, says):
    logboek.owner.execute(change, {"id": days[0]})

    with pytest.raises(KetenGebroken, match=says.format(id=days[0])):
        logboek.verify()
