"""Queries that stand in `.sql` files: each has a name, a line of purpose and bound parameters."""

import re
from importlib.resources import files

_NAME = re.compile(r"^-- name: (\w+)\n-- purpose: .+\n", re.MULTILINE)


class ZonderDoel(ValueError):
    """A query in the file does not say in a `-- purpose:` line what it is for."""


def read_queries(package: str, name: str) -> dict[str, str]:
    """The queries of `sql/<name>` in a package, by name. Raises `ZonderDoel`."""
    text = files(package).joinpath("sql", name).read_text()
    parts = _NAME.split(text)
    if text.count("-- name:") != len(parts) // 2:
        raise ZonderDoel(f"{package}/sql/{name}: every query needs a name and, on the next line, a purpose")
    return {key: sql.strip().rstrip(";") for key, sql in zip(parts[1::2], parts[2::2], strict=True)}
