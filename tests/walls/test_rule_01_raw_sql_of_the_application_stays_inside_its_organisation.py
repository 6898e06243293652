"""Product rule 1: the database isolates the municipalities, also from code that forgets to ask."""

from uuid import uuid4

import pytest
from psycopg import errors

from tests.walls.conftest import EPE, HEERDE, Huis

TABLES = ("vault_dossier", "muur_ouder", "muur_kind")


@pytest.mark.parametrize("table", TABLES)
def test_without_a_context_no_row_is_seen(house: Huis, table):
    assert house.count(table) == 0


@pytest.mark.parametrize("table", TABLES)
def test_with_a_context_the_own_rows_are_seen_and_no_others(house: Huis, table):
    with house.acting(HEERDE) as db:
        assert db.execute(f"SELECT DISTINCT organisatie_id FROM {table}").fetchall() == [(HEERDE,)]


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_context_shows_no_row(house: Huis, table):
    with house.acting("", ""):
        assert house.count(table) == 0


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("trick", ["0246,0232 ", "%", "0246' OR true --", '{"0232"}', "*"])
def test_no_text_in_the_context_means_everybody(house: Huis, table, trick):
    with house.acting(trick):
        seen = {row[0] for row in house.app.execute(f"SELECT organisatie_id FROM {table}")}
        assert seen <= {HEERDE}


def test_a_row_for_another_organisation_cannot_be_put_in(house: Huis):
    with house.acting(HEERDE) as db, pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        db.execute(
            "INSERT INTO muur_ouder (dossier_id, organisatie_id, compartiment) VALUES (%s, %s, 'algemeen')",
            [house.parent(EPE), EPE],
        )


def test_a_dossier_for_another_organisation_cannot_be_made(house: Huis):
    with house.acting(HEERDE) as db, pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        db.execute(
            "INSERT INTO vault_dossier (id, organisatie_id, compartiment, soort, ingepakt, sleutelversie, "
            "bewaarregel) VALUES (%s, %s, 'algemeen', 'proef', '\\x00', 1, 'proef')",
            [uuid4(), EPE],
        )


@pytest.mark.parametrize("statement", ["UPDATE muur_ouder SET tekst = 'x'", "DELETE FROM muur_kind"])
def test_a_statement_without_a_condition_touches_the_own_rows_only(house: Huis, statement):
    with house.acting(HEERDE) as db:
        assert db.execute(statement).rowcount == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE muur_ouder SET tekst = 'x' WHERE id = %s",
        "DELETE FROM muur_kind WHERE ouder_id = %s",
        "UPDATE vault_dossier SET vernietigen_op = '2030-01-01' WHERE id = %s",
        "SELECT FROM muur_ouder WHERE id = %s FOR UPDATE",
    ],
)
def test_another_organisations_row_cannot_be_changed_removed_or_locked_by_number(house: Huis, statement):
    with house.acting(HEERDE) as db:
        assert db.execute(statement, [house.parent(EPE)]).rowcount == 0


def test_a_row_cannot_be_moved_to_another_organisation(house: Huis):
    with house.acting(HEERDE) as db, pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        db.execute("UPDATE muur_kind SET organisatie_id = %s", [EPE])


def test_whoever_acts_for_two_organisations_cannot_move_a_row_between_them_either(house: Huis):
    with house.acting(f"{HEERDE},{EPE}") as db, pytest.raises(errors.ForeignKeyViolation):
        db.execute("UPDATE muur_kind SET organisatie_id = %s WHERE organisatie_id = %s", [EPE, HEERDE])


def test_a_child_cannot_be_hung_under_another_organisations_row(house: Huis):
    """A plain foreign key would accept it: its check does not see row-level security."""
    with house.acting(HEERDE) as db, pytest.raises(errors.ForeignKeyViolation, match="ouder_id"):
        db.execute(
            "INSERT INTO muur_kind (dossier_id, organisatie_id, compartiment, ouder_id) "
            "VALUES (%s, %s, 'algemeen', %s)",
            [house.parent(HEERDE), HEERDE, house.parent(EPE)],
        )


def test_a_row_cannot_be_put_in_another_organisations_dossier(house: Huis):
    with house.acting(HEERDE) as db, pytest.raises(errors.ForeignKeyViolation, match="dossier"):
        db.execute(
            "INSERT INTO muur_ouder (dossier_id, organisatie_id, compartiment) VALUES (%s, %s, 'algemeen')",
            [house.parent(EPE), HEERDE],
        )


@pytest.mark.parametrize(
    ("column", "value"),
    [("organisatie_id", EPE), ("compartiment", "zorg"), ("id", "0ea95c12-be62-4612-81ca-d57ed431f8d8")],
)
def test_a_dossier_never_changes_its_owner_compartment_or_number(house: Huis, column, value):
    with house.acting(HEERDE) as db, pytest.raises(errors.InsufficientPrivilege):
        db.execute(f"UPDATE vault_dossier SET {column} = %s", [value])


def test_a_dossier_cannot_be_removed_only_destroyed(house: Huis):
    with house.acting(HEERDE) as db, pytest.raises(errors.InsufficientPrivilege):
        db.execute("DELETE FROM vault_dossier")
