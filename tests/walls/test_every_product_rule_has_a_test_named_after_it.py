"""A rule without a test of its own is a wish. `docs/regels.md` lists which file guards which rule."""

import ast
from pathlib import Path

import pytest
from django.conf import settings

from doorzicht.doors.cli.productregels import LATER, REGELS, files_by_rule

BASE = Path(settings.BASE_DIR)
FOUND = files_by_rule(BASE)


@pytest.mark.parametrize("nummer", sorted(REGELS.keys() - LATER.keys()))
def test_this_rule_has_one(nummer):
    assert FOUND.get(nummer), (
        f"name a test file test_rule_{nummer:02}_... after rule {nummer}: {REGELS[nummer]}"
    )


def test_no_rule_is_called_later_that_has_a_test():
    assert sorted(LATER.keys() & FOUND.keys()) == []


def test_no_file_is_named_after_a_rule_that_does_not_exist():
    assert sorted(FOUND.keys() - REGELS.keys()) == []


def test_every_such_file_holds_a_test():
    empty = [
        str(path)
        for paths in FOUND.values()
        for path in paths
        if not any(
            isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
            for node in ast.walk(ast.parse((BASE / path).read_text()))
        )
    ]
    assert empty == []
