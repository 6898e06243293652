"""Rows into the database by COPY: ten times as fast as INSERT, for the owner of a database that is being filled."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from operator import attrgetter
from typing import Any

from django.db import connection
from django.db.models import Model


def copy_rows(rows: Iterable[Model]) -> int:
    """Store rows of any number of tables as they are; returns how many. No signals, no defaults of the database."""
    by_model: defaultdict[type[Model], list[Model]] = defaultdict(list)
    for row in rows:
        by_model[type(row)].append(row)
    with connection.cursor() as cursor:
        for model, found in by_model.items():
            statement, types, values = _plan(model)
            with cursor.copy(statement) as copy:
                copy.set_types(types)
                for row in found:
                    copy.write_row(values(row))
    return sum(len(found) for found in by_model.values())


@cache
def _plan(model: type[Model]) -> tuple[str, list[str], Any]:
    """The statement, the types of its columns, and what takes a row's values in that order."""
    fields = model._meta.concrete_fields
    columns = ", ".join(f'"{f.column}"' for f in fields)
    types = [_plain_type(str(f.db_type(connection))) for f in fields]
    statement = f'COPY "{model._meta.db_table}" ({columns}) FROM STDIN (FORMAT BINARY)'
    return statement, types, attrgetter(*(f.attname for f in fields))


def _plain_type(db_type: str) -> str:
    """`varchar(24)[]` without its length: how psycopg calls it."""
    name, _, rest = db_type.partition("(")
    return name + ("[]" if rest.endswith("[]") else "")
