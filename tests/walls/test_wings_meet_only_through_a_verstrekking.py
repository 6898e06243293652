"""What the linter of imports cannot see: relations, look-ups by name and raw SQL across the walls of a wing."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db import models

SRC = Path(__file__).parents[2] / "src" / "doorzicht"
# Migration operations get the models of their own migration's state, which is what migrations are for.
MAY_GET_MODEL = {"ground/lib/protect.py"}


def _place(model: type[models.Model]) -> tuple[str, str]:
    """("wings", "regie"), ("ground", "vault"), or ("library", ...)."""
    parts = model.__module__.split(".")
    return (parts[1], parts[2]) if parts[0] == "doorzicht" and len(parts) > 2 else ("library", parts[0])


def _relations() -> Iterator[tuple[type[models.Model], models.Field, type[models.Model]]]:
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            if field.is_relation and field.concrete and isinstance(field.related_model, type):
                yield model, field, field.related_model


def test_no_relation_goes_from_the_ground_floor_to_a_wing():
    found = [
        f"{m.__name__}.{f.name} -> {to.__name__}"
        for m, f, to in _relations()
        if _place(m)[0] == "ground" and _place(to)[0] == "wings"
    ]
    assert found == [], "let the wing refer to the ground floor, or keep an id"


def test_no_relation_goes_from_one_wing_to_another():
    found = [
        f"{m.__name__}.{f.name} -> {to.__name__}"
        for m, f, to in _relations()
        if _place(m)[0] == _place(to)[0] == "wings" and _place(m) != _place(to)
    ]
    assert found == [], "wings meet in ground.verstrekking"


def test_no_relation_from_a_wing_can_be_walked_backwards_from_the_ground_floor():
    found = [
        f"{m.__name__}.{f.name}"
        for m, f, to in _relations()
        if _place(m)[0] == "wings" and _place(to)[0] != "wings" and not f.remote_field.hidden
    ]
    assert found == [], 'add related_name="+"'


def _code(*folders: str) -> Iterator[tuple[str, Path]]:
    for folder in folders:
        for path in sorted((SRC / folder).rglob("*.py")):
            if not {"tests", "migrations"} & set(path.parts):
                yield str(path.relative_to(SRC)), path


def test_nobody_gets_a_model_by_its_name():
    found = [
        f"{name}:{node.lineno}"
        for name, path in _code("ground", "wings", "insight", "doors")
        if name not in MAY_GET_MODEL
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr in {"get_model", "get_registered_model"}
    ]
    assert found == [], "call the api of that wing, or the table's own room"


def _strings(path: Path) -> Iterator[str]:
    if path.suffix == ".sql":
        yield re.sub(r"--.*", "", path.read_text())
        return
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _wing_tables() -> dict[str, re.Pattern[str]]:
    """Per wing: its tables as words."""
    names: dict[str, list[str]] = {}
    for model in apps.get_models(include_auto_created=True):
        floor, wing = _place(model)
        if floor == "wings":
            names.setdefault(wing, []).append(model._meta.db_table)
    return {wing: re.compile(rf"\b({'|'.join(map(re.escape, tables))})\b") for wing, tables in names.items()}


def test_no_sql_names_a_table_of_another_wing():
    patterns, found = _wing_tables(), []
    for folder in ("ground", "wings", "doors"):
        for path in sorted([*(SRC / folder).rglob("*.py"), *(SRC / folder).rglob("*.sql")]):
            parts = path.relative_to(SRC).parts
            if "tests" in parts:
                continue
            own = parts[1] if parts[0] == "wings" else ""
            for wing, pattern in patterns.items():
                if wing != own and any(pattern.search(text) for text in _strings(path)):
                    found.append(f"{path.relative_to(SRC)} names a table of {wing}")
    assert found == []
