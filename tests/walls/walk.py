"""What PostgreSQL says of a table, and what our migrations and models declare of it. Helpers, no tests."""

import re
from dataclasses import dataclass
from typing import Any

import psycopg
from django.apps import apps
from django.conf import settings
from django.db.migrations.loader import MigrationLoader
from django.db.models import Model

from doorzicht.ground.lib.protect import GrantTable, ProtectTable
from doorzicht.ground.lib.rows import concrete_models

ROLES = settings.DOORZICHT_DB_ROLLEN
PROBES = ("muur_ouder", "muur_kind")
Connection = psycopg.Connection[Any]

_GRANT = re.compile(r"(\w+)\s*(?:\(([^)]*)\))?")


@dataclass(frozen=True)
class Policy:
    """One policy: for which command, permissive or only narrowing, for whom, with which conditions."""

    naam: str
    command: str
    permissive: bool
    roles: frozenset[str]
    using: str | None
    check: str | None


@dataclass(frozen=True)
class ForeignKey:
    """A foreign key: own columns, other table, other columns."""

    columns: tuple[str, ...]
    table: str
    other: tuple[str, ...]


def tables(owner: Connection) -> dict[str, str]:
    """Every table, view and materialised view that is ours, with its kind (r, p, v, m)."""
    found = owner.execute(
        "SELECT CASE nspname WHEN 'public' THEN '' ELSE nspname || '.' END || relname, relkind "
        "FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace "
        "WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND nspname NOT IN ('pg_catalog', 'information_schema') "
        "AND nspname NOT LIKE 'pg\\_toast%' AND nspname NOT LIKE 'pg\\_temp%'"
    )
    return {name: kind for name, kind in found if name not in PROBES}


def is_protected(owner: Connection, table: str) -> bool:
    """Whether row-level security is on."""
    row = owner.execute("SELECT relrowsecurity FROM pg_class WHERE oid = %s::regclass", [table]).fetchone()
    return bool(row and row[0])


def policies(owner: Connection, table: str) -> list[Policy]:
    """The policies of a table."""
    found = owner.execute(
        "SELECT polname, polcmd, polpermissive, "
        "ARRAY(SELECT CASE r WHEN 0 THEN 'PUBLIC' ELSE r::regrole::text END FROM unnest(polroles) r), "
        "pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid) "
        "FROM pg_policy WHERE polrelid = %s::regclass ORDER BY polname",
        [table],
    )
    return [Policy(n, c, p, frozenset(r), u, w) for n, c, p, r, u, w in found]


def grants(owner: Connection, table: str) -> dict[str, set[str]]:
    """What every role but the owner may: {"SELECT", "UPDATE(status)", ...} by role."""
    found = owner.execute(
        "SELECT a.grantee, a.privilege_type, NULL FROM pg_class c, aclexplode(c.relacl) a "
        "WHERE c.oid = %(t)s::regclass "
        "UNION ALL SELECT a.grantee, a.privilege_type, t.attname FROM pg_attribute t, aclexplode(t.attacl) a "
        "WHERE t.attrelid = %(t)s::regclass",
        {"t": table},
    ).fetchall()
    names = dict(owner.execute("SELECT oid, rolname FROM pg_roles").fetchall())
    result: dict[str, set[str]] = {}
    for grantee, privilege, column in found:
        role = names.get(grantee, "PUBLIC")
        if role != ROLES["eigenaar"]:
            result.setdefault(role, set()).add(f"{privilege}({column})" if column else privilege)
    return result


def foreign_keys(owner: Connection, table: str) -> list[ForeignKey]:
    """The foreign keys of a table."""
    column = "(SELECT attname FROM pg_attribute WHERE attrelid = {rel} AND attnum = n)"
    own, other = column.format(rel="conrelid"), column.format(rel="confrelid")
    found = owner.execute(
        f"SELECT ARRAY(SELECT {own} FROM unnest(conkey) WITH ORDINALITY k(n, i) ORDER BY i), "
        f"confrelid::regclass::text, ARRAY(SELECT {other} FROM unnest(confkey) WITH ORDINALITY k(n, i) ORDER BY i) "
        "FROM pg_constraint WHERE contype = 'f' AND conrelid = %s::regclass",
        [table],
    )
    return [ForeignKey(tuple(a), t, tuple(b)) for a, t, b in found]


def parse_grants(text: str) -> set[str]:
    """ "SELECT, UPDATE (a, b)" -> {"SELECT", "UPDATE(a)", "UPDATE(b)"}."""
    result = set()
    for privilege, columns in _GRANT.findall(text):
        names = [c.strip() for c in columns.split(",") if c.strip()]
        result |= {f"{privilege}({name})" for name in names} or {privilege}
    return result


def declared_grants() -> dict[str, set[str]]:
    """What `ProtectTable` and `GrantTable` in the migrations give the application, by table."""
    result: dict[str, set[str]] = {}
    for (label, _name), migration in MigrationLoader(None).disk_migrations.items():
        for operation in migration.operations:
            if isinstance(operation, ProtectTable | GrantTable):
                table = f"{label}_{operation.model.lower()}"
                result.setdefault(table, set()).update(parse_grants(operation.grants))
    return result


def dossier_tables() -> dict[str, type[Model]]:
    """Every table whose rows die with a dossier, with its model."""
    return {model._meta.db_table: model for model in concrete_models()}


def own_models() -> dict[str, type[Model]]:
    """Every model of this house, by table; those made by a many-to-many too."""
    return {
        model._meta.db_table: model
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("doorzicht.")
    }
