"""The application adds rows to the logboek. It cannot change, remove, forge or seal one."""

import pytest
from psycopg import errors
from tests.support.zegel import role_connection

INSERT = (
    "INSERT INTO logboek_regel (organisatie_id, rol, handeling, recht, object_soort, object_ids, doel, uitkomst, "
    "bijzonderheden, trace_id{column}) VALUES ('0246', 'x', 'lees', 'x', 'x', '{{}}', '', 'ok', '{{}}', "
    "gen_random_uuid(){value})"
)


@pytest.fixture
def app(db):
    """A connection of its own as the application's role; what it is refused leaves nothing to clean up."""
    with role_connection("app") as connection:
        yield connection


def _try(db, statement: str) -> None:
    with db.transaction():
        db.execute("SELECT ctx.enter('0246', 'algemeen', NULL)")
        db.execute(statement)


def test_it_can_add_a_row(logboek):
    with role_connection("app") as app:
        _try(app, INSERT.format(column="", value=""))

    assert logboek.seal() == 1


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("id", "1"),
        ("xid", "'3'"),
        ("xid", "DEFAULT"),
        ("tijd", "now()"),
        ("incarnatie", "1"),
    ],
)
def test_it_cannot_give_what_the_database_gives(app, column, value):
    with pytest.raises(errors.InsufficientPrivilege):
        _try(app, INSERT.format(column=f", {column}", value=f", {value}"))


def test_it_cannot_add_a_row_for_another_organisation(app):
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        _try(app, INSERT.format(column="", value="").replace("'0246'", "'0232'"))


def test_it_cannot_add_a_row_in_the_name_of_somebody_who_does_not_act(app):
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        _try(app, INSERT.format(column=", medewerker_id", value=", gen_random_uuid()"))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE logboek_regel SET doel = 'iets anders'",
        "DELETE FROM logboek_regel",
        "TRUNCATE logboek_regel",
        "UPDATE logboek_anoniemeregel SET dag = dag",
        "DELETE FROM logboek_anoniemeregel",
        "SELECT * FROM logboek_zegel",
        "INSERT INTO logboek_zegel (volgnummer, incarnatie, xid, regel_id, zegel) VALUES (1, 1, '1', 1, '')",
        "SELECT * FROM logboek_dagzegel",
        "UPDATE logboek_zegelstand SET volgnummer = 0",
        "DELETE FROM logboek_zegelstand",
        "ALTER TABLE logboek_regel ALTER COLUMN incarnatie SET DEFAULT 9",
        "SELECT setval('logboek_regel_id_seq', 1)",
    ],
)
def test_it_cannot_change_remove_or_seal(app, statement):
    with pytest.raises(errors.InsufficientPrivilege):
        _try(app, statement)


def test_the_sealer_itself_cannot_change_a_row_or_a_seal(db):
    for statement in (
        "UPDATE logboek_regel SET doel = 'iets anders'",
        "DELETE FROM logboek_regel",
        "UPDATE logboek_zegel SET zegel = ''",
        "DELETE FROM logboek_zegel",
        "UPDATE logboek_zegelstand SET beginkop = ''",
        "INSERT INTO logboek_regel (organisatie_id) VALUES ('0246')",
    ):
        with role_connection("zegel") as zegel, pytest.raises(errors.InsufficientPrivilege):
            zegel.execute(statement)
