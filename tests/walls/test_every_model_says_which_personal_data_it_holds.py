"""Every model says which personal data it holds and when that dies, and keeps what is readable to a minimum.

Whoever adds a model reads here what to add: the failure says it.
"""

import re

import pytest
from django.apps import apps
from django.db import models

from doorzicht.ground.access.tabellen import TABELLEN
from doorzicht.ground.vault.fields import VersleuteldVeld
from tests.walls import walk

DECLARE = """
{problems}

Every model has: class Privacy: gegevens = "wat erin staat, in één zin" (or "geen; ..."), bewaarregel = "code of zin".
"""
PLAINTEXT = """
{problems}

A text of or about a person is a VersleuteldVeld, filled with the dossier's key. A code or a hash may stay readable:
say so in the model, with the reason:  class Privacy(DossierRow.Privacy): plaintext = {{"kolom": "waarom dat mag"}}
"""
OF_THE_ROW = {"id", "dossier_id", "organisatie_id", "compartiment"}
READABLE = (models.CharField, models.TextField, models.JSONField, models.BinaryField, models.FileField,
            models.GenericIPAddressField, models.SlugField)  # fmt: skip
# Numbers and days are not text, but these would tell who somebody is or how old.
PERSONAL_NUMBER = re.compile(r"geboorte|leeftijd|bsn|burgerservice|vnummer|telefoon|huisnummer|geslacht")


def _holds_text(field: models.Field) -> bool:
    inner = getattr(field, "base_field", field)
    return isinstance(inner, READABLE) and not isinstance(inner, VersleuteldVeld)


def _is_reference(model: type[models.Model]) -> bool:
    return model.Privacy.gegevens.startswith("geen")  # type: ignore[attr-defined]


def test_every_model_of_this_house_declares_its_data_and_its_term():
    problems = []
    for table, model in walk.own_models().items():
        privacy = getattr(model, "Privacy", None)
        for name in ("gegevens", "bewaarregel"):
            if len(getattr(privacy, name, "").strip()) < 3:
                problems.append(f"{model.__module__}.{model.__name__} ({table}): Privacy.{name} is missing")
    if problems:
        pytest.fail(DECLARE.format(problems="\n".join(problems)), pytrace=False)


def test_every_model_of_a_library_is_declared_with_its_reason():
    own = walk.own_models()
    unknown = [
        m._meta.db_table
        for m in apps.get_models(include_auto_created=True)
        if m._meta.managed and m._meta.db_table not in own and m._meta.db_table not in TABELLEN
    ]
    assert unknown == [], "add a line for each to ground/access/tabellen.py"


def test_a_model_with_personal_data_is_a_dossiers_or_is_declared_with_the_reason_it_is_not():
    """Outside the dossier there is no key to destroy: only staff, the logboek and proofs may stand there."""
    dossiers = walk.dossier_tables()
    problems = [
        f"{model.__name__}: let it derive from DossierRow, or declare {table} in ground/access/tabellen.py"
        for table, model in walk.own_models().items()
        if not _is_reference(model) and table not in dossiers and table not in TABELLEN
    ]
    assert problems == []


def test_every_readable_column_of_a_dossier_says_why_it_is_readable():
    problems = []
    for table, model in walk.dossier_tables().items():
        declared = model.Privacy.plaintext  # type: ignore[attr-defined]
        for field in model._meta.concrete_fields:
            suspect = _holds_text(field) or (
                PERSONAL_NUMBER.search(field.column) and not isinstance(field, VersleuteldVeld)
            )
            if suspect and field.column not in OF_THE_ROW | declared.keys():
                problems.append(f"{table}.{field.column} ({type(field).__name__}) is readable and undeclared")
    if problems:
        pytest.fail(PLAINTEXT.format(problems="\n".join(problems)), pytrace=False)


def test_no_declaration_stands_for_a_column_that_is_gone_or_has_no_reason():
    problems = []
    for model in walk.own_models().values():
        columns = {f.column for f in model._meta.concrete_fields}
        for declaration in ("plaintext", "verwijzingen"):
            for column, reason in getattr(model.Privacy, declaration, {}).items():  # type: ignore[attr-defined]
                if column not in columns or len(reason) < 5:
                    problems.append(f"{model.__name__}.Privacy.{declaration}[{column!r}]")
    assert problems == []


def test_an_encrypted_column_is_never_declared_readable():
    problems = [
        f"{model.__name__}.{field.column}"
        for model in walk.dossier_tables().values()
        for field in model._meta.concrete_fields
        if isinstance(field, VersleuteldVeld) and field.column in model.Privacy.plaintext  # type: ignore[attr-defined]
    ]
    assert problems == []


def test_no_model_can_put_a_record_in_a_log_by_its_name():
    """A __str__ that shows a field would write it wherever an object is printed."""
    shown = [
        model.__name__
        for model in walk.dossier_tables().values()
        if "__str__" in vars(model) or "__repr__" in vars(model)
    ]
    assert shown == []
