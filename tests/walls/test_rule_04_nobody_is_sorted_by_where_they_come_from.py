"""Product rule 4: nationality, ethnicity, birthplace, religion or language are no field, filter or sort anywhere.

The one exception the rule makes: "tolk nodig". The language of a form or an interface says in which words the
house speaks, not who somebody is.
"""

import ast
import re
from pathlib import Path

import pytest
import yaml
from django.apps import apps

SRC = Path(__file__).parents[2] / "src" / "doorzicht"
FORBIDDEN = re.compile(
    r"nationalit|etnici|ethnic|herkomst|afkomst|geboorteplaats|geboorteland|birthplace|land_van|religi|geloof|"
    r"godsdienst|moedertaal|huidskleur|\bras\b|migratieachtergrond|bevolkingsgroep|spreektaal"
)
LANGUAGE = re.compile(r"(^|_)(taal|talen|language)($|_)")
# The language in which a page or form was shown.
OF_THE_HOUSE = {"signaleren_melding.taal"}


def _identifiers(tree: ast.AST) -> set[str]:
    """Names of fields, arguments, functions and keys: what a programme could filter or sort by."""
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.arg(arg=name) | ast.Attribute(attr=name):
                found.add(name)
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                found.add(name)
            case ast.keyword(arg=str(name)):
                found.add(name)
            case ast.Dict(keys=keys):
                found |= {k.value for k in keys if isinstance(k, ast.Constant) and isinstance(k.value, str)}
    return {name.lower() for name in found}


def test_no_column_of_any_table_holds_it():
    columns = {f"{m._meta.db_table}.{f.column}" for m in apps.get_models() for f in m._meta.concrete_fields}
    found = {c for c in columns if FORBIDDEN.search(c) or LANGUAGE.search(c.split(".")[1])}
    assert found - OF_THE_HOUSE == set()


@pytest.mark.parametrize("folder", ["wings", "ground", "engines", "insight"])
def test_no_name_in_the_code_stands_for_it(folder):
    found = {
        f"{path.relative_to(SRC)}: {name}"
        for path in (SRC / folder).rglob("*.py")
        if "tests" not in path.parts
        for name in _identifiers(ast.parse(path.read_text()))
        if FORBIDDEN.search(name)
    }
    assert found == set()


def test_no_query_mentions_it():
    found = {str(p.relative_to(SRC)) for p in SRC.rglob("*.sql") if FORBIDDEN.search(p.read_text().lower())}
    assert found == set()


def test_no_observation_of_the_catalogue_is_about_it():
    """A code that asks where somebody comes from would score it, whatever it is called. Codes that begin with
    "uit-" record what was left out of the ILO's list on purpose, with the reason."""
    found = [
        f"{path.name}: {code}"
        for path in (SRC / "ground" / "catalogus" / "data").glob("*.yaml")
        for code in map(str.lower, _codes(yaml.safe_load(path.read_text())))
        if FORBIDDEN.search(code) and not code.startswith("uit-")
    ]
    assert found == []


def _codes(node: object) -> list[str]:
    """Every code and key of a catalogue file; sentences are for people."""
    if isinstance(node, dict):
        own = [str(k) for k in node] + [str(v) for k, v in node.items() if k in {"code", "id", "veld"}]
        return own + [c for v in node.values() for c in _codes(v)]
    if isinstance(node, list):
        return [c for item in node for c in _codes(item)]
    return []
