"""Migration operations that put a table behind the wall: policy, composite foreign keys, grants.

Named `protect` and not `migrations`, which is the name of this app's own folder of migrations.
"""

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from django.conf import settings
from django.db.migrations.operations.base import Operation

_POLICY = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY {table}_lezen ON {table} FOR SELECT TO {app} USING (
    compartiment = ANY ((SELECT ctx.compartimenten())::text[])
    AND (organisatie_id = ANY ((SELECT ctx.organisaties())::text[])
         OR {dossier} = ANY ((SELECT ctx.toegekend())::uuid[]))
    AND NOT ({dossier} = ANY ((SELECT ctx.uitgesloten())::uuid[])));
CREATE POLICY {table}_invoegen ON {table} FOR INSERT TO {app} WITH CHECK ({own});
CREATE POLICY {table}_wijzigen ON {table} FOR UPDATE TO {app} USING ({own}) WITH CHECK ({own});
CREATE POLICY {table}_verwijderen ON {table} FOR DELETE TO {app} USING ({own});
"""
_OWN = (
    "compartiment = ANY ((SELECT ctx.compartimenten())::text[]) "
    "AND organisatie_id = ANY ((SELECT ctx.organisaties())::text[]) "
    "AND NOT ({dossier} = ANY ((SELECT ctx.uitgesloten())::uuid[]))"
)


class RunSqlFile(Operation):
    """Run a `.sql` file of a package as the owner, with the database roles filled in as {app}, {zegel}, ..."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, package: str, name: str, reverse: str = "") -> None:
        self.package, self.name, self.reverse = package, name, reverse

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__qualname__, [self.package, self.name], {"reverse": self.reverse}

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing Django knows of changes."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        sql = files(self.package).joinpath("sql", self.name).read_text()
        schema_editor.execute(sql.format(**settings.DOORZICHT_DB_ROLLEN), params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        if self.reverse:
            schema_editor.execute(self.reverse.format(**settings.DOORZICHT_DB_ROLLEN), params=None)


class ProtectTable(Operation):
    """Row-level security, the composite foreign key to the dossier, composite keys to parents, and grants.

    `parents` maps a column to the model (same app, or "app.Model") it refers to: the reference is made as
    (column, organisatie_id), because a plain foreign key does not see row-level security and would accept a
    parent of another organisation.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(
        self,
        model: str,
        *,
        parents: Mapping[str, str] | None = None,
        grants: str = "SELECT, INSERT, UPDATE, DELETE",
        is_parent: bool = False,
    ) -> None:
        self.model, self.parents = model, dict(parents or {})
        self.grants, self.is_parent = grants, is_parent

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        kwargs = {"parents": self.parents, "grants": self.grants, "is_parent": self.is_parent}
        return type(self).__qualname__, [self.model], kwargs

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing Django knows of changes."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        table = to_state.apps.get_model(app_label, self.model)._meta.db_table
        app = settings.DOORZICHT_DB_ROLLEN["app"]
        own = _OWN.format(dossier="dossier_id")
        sql = [_POLICY.format(table=table, app=app, dossier="dossier_id", own=own)]
        sql.append(f"GRANT {self.grants} ON {table} TO {app};")
        sql.append(
            f"ALTER TABLE {table} ADD CONSTRAINT {table}_dossier FOREIGN KEY "
            "(dossier_id, organisatie_id, compartiment) "
            "REFERENCES vault_dossier (id, organisatie_id, compartiment);"
            f"CREATE INDEX IF NOT EXISTS {table}_dossier_idx ON {table} (dossier_id);"
        )
        if self.is_parent:
            sql.append(f"ALTER TABLE {table} ADD CONSTRAINT {table}_eigen UNIQUE (id, organisatie_id);")
        for column, parent in self.parents.items():
            parent_app, _, name = parent.rpartition(".")
            other = to_state.apps.get_model(parent_app or app_label, name)._meta.db_table
            sql.append(
                f"ALTER TABLE {table} ADD CONSTRAINT {table}_{column}_eigen FOREIGN KEY "
                f"({column}, organisatie_id) REFERENCES {other} (id, organisatie_id);"
            )
        for statement in sql:
            schema_editor.execute(statement, params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Policies and constraints go with their table; nothing to undo while it stands."""

    def describe(self) -> str:
        return f"Put {self.model} behind row-level security"


class GrantTable(Operation):
    """Grants on a table without personal data (reference data), so that nothing is open by default."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, model: str, grants: str = "SELECT") -> None:
        self.model, self.grants = model, grants

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__qualname__, [self.model], {"grants": self.grants}

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing Django knows of changes."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        table = to_state.apps.get_model(app_label, self.model)._meta.db_table
        app = settings.DOORZICHT_DB_ROLLEN["app"]
        schema_editor.execute(f"GRANT {self.grants} ON {table} TO {app};", params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Grants go with their table."""
