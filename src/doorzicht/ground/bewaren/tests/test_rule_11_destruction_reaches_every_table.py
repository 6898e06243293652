"""Whatever wing a table belongs to: no row of a destroyed dossier stays in it, and no other row goes.

A row is put into every table with personal data, by the owner of the schema, who may set aside what the tables
check about the contents of a row; what rows of dossiers refer to each other is kept.
"""

from collections.abc import Iterator
from datetime import date
from uuid import UUID, uuid4

import psycopg
import pytest
from conftest import owner_connection
from django.db import connection

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.bewaren.wissen import (
    NogVerwezen,
    Verwijzing,
    deletion_order,
    erase_rows,
    references,
)
from doorzicht.ground.lib.rows import concrete_models
from doorzicht.ground.vault import api as vault

VALUES = {
    "text": "'{x}'", "varchar": "'{x}'", "bool": "false", "int2": "{n}", "int4": "{n}", "int8": "{n}",
    "date": "'2026-01-0{n}'", "timestamptz": "'2026-01-0{n}'", "bytea": "'\\x0{n}'", "jsonb": "'{{}}'",
    "numeric": "{n}", "time": "'0{n}:00'", "float8": "{n}",
}  # fmt: skip
TABLES = sorted(model._meta.db_table for model in concrete_models())


@pytest.fixture
def owner(transactional_db: None) -> Iterator[psycopg.Connection]:
    with owner_connection(connection.settings_dict["NAME"]) as db:
        for table in TABLES:
            checks = db.execute(
                "SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass AND (contype = 'c'"
                " OR contype = 'f' AND NOT confrelid = ANY (%s::regclass[]))",
                [table, [*TABLES, "vault_dossier"]],
            ).fetchall()
            for (name,) in checks:
                db.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
            db.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield db


def _dossier() -> UUID:
    with context(Actor.systeem("0246")):
        return vault.create_dossier(
            soort="melding", organisatie_id="0246", compartiment="algemeen", bewaarregel="melding-niets"
        ).dossier_id


def _fill(db: psycopg.Connection, dossier_id: UUID, n: int) -> None:
    """One row in every table, referring to the rows of the same dossier."""
    found = references()
    is_dossier = {r.parent for r in found if r.column == "dossier_id"}
    own = {table: dossier_id if table in is_dossier else uuid4() for table in TABLES}
    for model in reversed(deletion_order(found)):
        table = model._meta.db_table
        row = {"id": f"'{own[table]}'", "organisatie_id": "'0246'", "compartiment": "'algemeen'"}
        row |= {"dossier_id": f"'{dossier_id}'", "bron_dossier_id": f"'{dossier_id}'"}
        row |= {"bron_compartiment": "'algemeen'"}
        row |= {r.column: f"'{own[r.parent]}'" for r in found if r.child == table}
        needed = db.execute(
            "SELECT column_name, udt_name FROM information_schema.columns WHERE table_name = %s"
            " AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO'",
            [table],
        ).fetchall()
        values = {column: row.get(column) or _value(kind, n) for column, kind in needed}
        values |= {r.column: row[r.column] for r in found if r.child == table}
        db.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join(values.values())})")


def _value(kind: str, n: int) -> str:
    if kind.startswith("_"):
        return "'{}'"
    if kind == "uuid":
        return f"'{uuid4()}'"
    return VALUES[kind].format(x="ab"[n - 1], n=n)


def _counts(db: psycopg.Connection, dossier_id: UUID) -> dict[str, int]:
    return {
        table: db.execute(f"SELECT count(*) FROM {table} WHERE dossier_id = %s", [dossier_id]).fetchone()[0]
        for table in TABLES
    }


def test_no_row_of_the_dossier_is_left_in_any_table(owner):
    gone, stays = _dossier(), _dossier()
    _fill(owner, gone, 1)
    _fill(owner, stays, 2)
    assert set(_counts(owner, gone).values()) == {1}

    with context(Actor.systeem("0246")):
        vault.destroy_dossier(gone, at=date(2026, 11, 24))
        removed = erase_rows(gone, organisatie_id="0246")

    assert removed == dict.fromkeys(TABLES, 1)
    assert set(_counts(owner, gone).values()) == {0}
    assert set(_counts(owner, stays).values()) == {1}


def _refer(db: psycopg.Connection, ref: Verwijzing, *, other: UUID, to: UUID) -> None:
    """Let the row of dossier `other` in the table of `ref` refer to the row of dossier `to`."""
    db.execute(
        f"UPDATE {ref.child} SET {ref.column} = (SELECT id FROM {ref.parent} WHERE dossier_id = %s)"
        " WHERE dossier_id = %s",
        [to, other],
    )


def _reference(*, nullable: bool) -> Verwijzing:
    return next(
        r for r in references() if r.nullable is nullable and r.column != "dossier_id" and r.child != r.parent
    )


def test_a_row_of_another_dossier_stays_and_lets_go(owner):
    gone, stays = _dossier(), _dossier()
    _fill(owner, gone, 1)
    _fill(owner, stays, 2)
    ref = _reference(nullable=True)
    _refer(owner, ref, other=stays, to=gone)

    with context(Actor.systeem("0246")):
        vault.destroy_dossier(gone, at=date(2026, 11, 24))
        erase_rows(gone, organisatie_id="0246")

    assert set(_counts(owner, stays).values()) == {1}
    left = owner.execute(f"SELECT {ref.column} FROM {ref.child} WHERE dossier_id = %s", [stays]).fetchone()
    assert left == (None,)


def test_a_row_that_may_not_let_go_keeps_the_rows_until_it_goes_itself(owner):
    gone, stays = _dossier(), _dossier()
    _fill(owner, gone, 1)
    _fill(owner, stays, 2)
    ref = _reference(nullable=False)
    _refer(owner, ref, other=stays, to=gone)

    with context(Actor.systeem("0246")), pytest.raises(NogVerwezen, match=f"{ref.child}.{ref.column}"):
        erase_rows(gone, organisatie_id="0246")
    assert set(_counts(owner, gone).values()) == {1}

    with context(Actor.systeem("0246")):
        for dossier_id in (stays, gone):
            vault.destroy_dossier(dossier_id, at=date(2026, 11, 24))
            erase_rows(dossier_id, organisatie_id="0246")
    assert set(_counts(owner, gone).values()) == {0}


def test_a_job_of_another_municipality_removes_nothing(owner):
    ours = _dossier()
    _fill(owner, ours, 1)

    with context(Actor.systeem("0232")):
        assert erase_rows(ours, organisatie_id="0246") == {}
        assert erase_rows(ours, organisatie_id="0232") == {}

    assert set(_counts(owner, ours).values()) == {1}
