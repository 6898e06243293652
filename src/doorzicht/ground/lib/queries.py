"""Queries that stand in `.sql` files: each has a name, a line of purpose and bound parameters."""

import re
from importlib.resources import files

_NAME = re.compile(r"^-- name: (\w+)\n-- purpose: .+\n", re.MULTILINE)


def read_queries(package: str, name: str) -> dict[str, str]:
    """The queries of `sql/<name>` in a package, by name. A query without a purpose is not found."""
    parts = _NAME.split(files(package).joinpath("sql", name).read_text())
    return {key: text.strip().rstrip(";") for key, text in zip(parts[1::2], parts[2::2], strict=True)}
