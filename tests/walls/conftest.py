"""A house of its own for the walls: a clone of the migrated database with two probe tables behind the wall.

The probes are made by the same migration operation as every table with personal data, so that the wall can be
tried with raw SQL without depending on what a wing keeps.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from conftest import MAINTENANCE, clone_database, owner_connection
from django.db import models
from django.db.migrations.state import ModelState, ProjectState

from doorzicht.ground.lib.protect import ProtectTable
from tests.support.zegel import role_connection

HEERDE, EPE = "0246", "0232"
COLUMNS = (
    "id uuid PRIMARY KEY DEFAULT gen_random_uuid(), dossier_id uuid NOT NULL, "
    "organisatie_id varchar(24) NOT NULL, compartiment varchar(12) NOT NULL"
)


class _Collector:
    """Takes the place of Django's schema editor and keeps the statements."""

    def __init__(self) -> None:
        self.statements: list[str] = []

    def execute(self, sql: str, params: Any = None) -> None:
        self.statements.append(sql)


def _probe_statements() -> list[str]:
    state = ProjectState()
    for name in ("Ouder", "Kind"):
        state.add_model(ModelState("muur", name, [("id", models.UUIDField(primary_key=True))]))
    editor = _Collector()
    for operation in (
        ProtectTable("Ouder", is_parent=True),
        ProtectTable("Kind", parents={"ouder_id": "Ouder"}),
    ):
        operation.database_forwards("muur", editor, state, state)
    return editor.statements


@dataclass
class Huis:
    """The database, and two connections on it: the application's and the owner's."""

    naam: str
    app: psycopg.Connection[Any]
    owner: psycopg.Connection[Any]
    dossiers: dict[tuple[str, str], UUID] = field(default_factory=dict)

    @contextmanager
    def acting(
        self,
        organisaties: str,
        compartimenten: str = "algemeen",
        medewerker: UUID | None = None,
        *,
        keep: bool = False,
    ) -> Iterator[psycopg.Connection[Any]]:
        """A transaction of the application in a context; rolled back at its end unless `keep`."""
        with self.app.transaction(force_rollback=not keep):
            self.app.execute("SELECT ctx.enter(%s, %s, %s)", [organisaties, compartimenten, medewerker])
            yield self.app

    def count(self, table: str) -> int:
        """Rows the application sees now."""
        row = self.app.execute(f"SELECT count(*) FROM {table}").fetchone()
        assert row is not None
        return int(row[0])

    def parent(self, organisatie: str, compartiment: str = "algemeen") -> UUID:
        """The parent row of a dossier (its id is the dossier's)."""
        return self.dossiers[organisatie, compartiment]


@pytest.fixture(scope="session")
def house(template_database: str) -> Iterator[Huis]:
    """Heerde with a general and a sealed dossier, Epe with a general one; each with a parent and a child row."""
    name = f"dz_muur_{os.environ.get('PYTEST_XDIST_WORKER', 'enkel')}_{os.getpid()}"
    clone_database(template_database, name)
    with role_connection("app", name) as app, role_connection("eigenaar", name) as owner:
        owner.execute(f"CREATE TABLE muur_ouder ({COLUMNS}, tekst text NOT NULL DEFAULT '')")
        owner.execute(f"CREATE TABLE muur_kind ({COLUMNS}, ouder_id uuid NOT NULL)")
        for statement in _probe_statements():
            owner.execute(statement)
        found = Huis(name, app, owner)
        for organisatie, compartiment in ((HEERDE, "algemeen"), (HEERDE, "zorg"), (EPE, "algemeen")):
            _fill(found, organisatie, compartiment)
        yield found
    with owner_connection(MAINTENANCE) as db:
        db.execute(f"DROP DATABASE {name}")


def _fill(house: Huis, organisatie: str, compartiment: str) -> None:
    dossier = uuid4()
    with house.acting(organisatie, compartiment, keep=True) as db:
        db.execute(
            "INSERT INTO vault_dossier (id, organisatie_id, compartiment, soort, ingepakt, sleutelversie, "
            "bewaarregel) VALUES (%s, %s, %s, 'proef', '\\x00', 1, 'proef')",
            [dossier, organisatie, compartiment],
        )
        db.execute(
            "INSERT INTO muur_ouder (id, dossier_id, organisatie_id, compartiment) VALUES (%s, %s, %s, %s)",
            [dossier, dossier, organisatie, compartiment],
        )
        db.execute(
            "INSERT INTO muur_kind (dossier_id, organisatie_id, compartiment, ouder_id) VALUES (%s, %s, %s, %s)",
            [dossier, organisatie, compartiment, dossier],
        )
    house.dossiers[organisatie, compartiment] = dossier
