"""Remove every row of one dossier from every table with personal data, whatever wing it belongs to.

Ground knows no wings: the tables come from the registry in `ground.lib.rows`, their order from the database.
"""

from dataclasses import dataclass
from functools import lru_cache
from graphlib import TopologicalSorter
from importlib.resources import files
from typing import Any
from uuid import UUID

from django.db import connection

from doorzicht.ground.lib.rows import DossierRow, concrete_models


class NogVerwezen(Exception):
    """Rows of another dossier must refer to rows of this one; these cannot go before those do."""

    def __init__(self, table: str, column: str) -> None:
        super().__init__(f"{table}.{column} still refers to this dossier")


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """A column of one table that names a row of another."""

    child: str
    column: str
    parent: str
    nullable: bool


def references() -> list[Verwijzing]:
    """All references between tables with personal data, as the database enforces them."""
    with connection.cursor() as cursor:
        cursor.execute(_sql(), {"tables": list(_tables())})
        return [Verwijzing(*row) for row in cursor.fetchall()]


def deletion_order(found: list[Verwijzing]) -> list[type[DossierRow]]:
    """The tables such that whatever refers goes before what it refers to. Raises `graphlib.CycleError`."""
    tables = _tables()
    sorter: TopologicalSorter[str] = TopologicalSorter({name: set() for name in tables})
    for ref in found:
        if ref.child != ref.parent:
            sorter.add(ref.parent, ref.child)
    return [tables[name] for name in sorter.static_order()]


def erase_rows(dossier_id: UUID, *, organisatie_id: str) -> dict[str, int]:
    """Remove the dossier's rows; answers how many per table (tables without rows are absent).

    Where a row of another dossier refers to one of these, that reference is emptied; raises `NogVerwezen`
    when it may not be empty. Run inside a transaction, in the context of a job of the organisation.
    """
    found = references()
    for ref in found:
        _let_go(ref, dossier_id, organisatie_id)
    counts: dict[str, int] = {}
    for model in deletion_order(found):
        rows = model._base_manager.filter(dossier_id=dossier_id, organisatie_id=organisatie_id)
        # _raw_delete: one DELETE, without Django's cascades, which could reach rows of other dossiers.
        if removed := rows._raw_delete(rows.db):
            counts[model._meta.db_table] = removed
    return counts


def _let_go(ref: Verwijzing, dossier_id: UUID, organisatie_id: str) -> None:
    child, parent = _tables()[ref.child], _tables()[ref.parent]
    field = next(f.attname for f in child._meta.concrete_fields if f.column == ref.column)
    mine = parent._base_manager.filter(dossier_id=dossier_id, organisatie_id=organisatie_id)
    others: Any = child._base_manager.filter(organisatie_id=organisatie_id).exclude(dossier_id=dossier_id)
    others = others.filter(**{f"{field}__in": mine.values("id")})
    if ref.nullable:
        others.update(**{field: None})
    elif others.exists():
        raise NogVerwezen(ref.child, ref.column)


def _tables() -> dict[str, type[DossierRow]]:
    return {model._meta.db_table: model for model in concrete_models()}


@lru_cache
def _sql() -> str:
    return files("doorzicht.ground.bewaren").joinpath("sql", "references.sql").read_text()
