"""The codes of the ways in stand in `kanalen.py` alone, and the database knows no other."""

import ast
from pathlib import Path

import pytest
from django.db import IntegrityError

import doorzicht
from doorzicht.ground.organisaties.api import Kanaal
from doorzicht.ground.organisaties.kanalen import ANONIEM, KANALEN, LOKETTEN, MET_KLOK

SRC = Path(doorzicht.__file__).parent
PLACE = SRC / "ground" / "organisaties" / "kanalen.py"
OWN = {"bewoner", "mma"}
"""The codes that mean nothing else. `medewerker` is a role too, `partner` and `uitspraak` are words."""


def test_each_has_a_name_and_words_for_a_melding():
    assert set(KANALEN) == {"bewoner", "medewerker", "mma", "partner", "uitspraak"}
    assert all(soort.naam and soort.via and code == soort.code for code, soort in KANALEN.items())


def test_only_residents_and_mma_report_without_a_clock():
    assert set(ANONIEM) == {"bewoner", "mma"}
    assert set(MET_KLOK) == set(KANALEN) - set(ANONIEM)


def test_what_is_brought_in_by_command_is_no_door_that_can_stand_open(db):
    assert "uitspraak" not in LOKETTEN
    with pytest.raises(IntegrityError, match="organisaties_kanaal_is_loket"):
        Kanaal.objects.create(organisatie_id="0246", soort="uitspraak")


def test_a_channel_that_is_nowhere_described_cannot_be_opened(db):
    with pytest.raises(IntegrityError, match="organisaties_kanaal_is_loket"):
        Kanaal.objects.create(organisatie_id="0246", soort="postduif")


def test_no_other_file_writes_a_code_out():
    found = {
        f"{path.relative_to(SRC)}:{node.lineno}"
        for path in SRC.rglob("*.py")
        if path != PLACE and not {"tests", "migrations", "patronen"} & set(path.parts)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and node.value in OWN
    }
    assert found == set()
