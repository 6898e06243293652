"""Whoever reads a model's name finds in `docs/begrippen.md` what the word means and where it comes from."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from doorzicht.doors.cli.docs import own_models
from doorzicht.ground.organisaties.rollen import ROLLEN

TEXT = (Path(settings.BASE_DIR) / "docs" / "begrippen.md").read_text(encoding="utf-8")
LINES = [line.split("|")[1:-1] for line in TEXT.splitlines() if line.startswith("| ")]
SPEAK_FOR_THEMSELVES = {
    "medewerker", "meldpuntmedewerker", "toezichthouder", "brp_medewerker", "bibob_coordinator", "jurist",
    "burgemeester", "beleidsmedewerker", "zorgcoordinator", "loo_partner", "politie", "werkgroep_iv", "beheerder",
}  # fmt: skip
"""Roles whose sentence in `organisaties/rollen.py` says all there is to say."""


@pytest.mark.parametrize("name", sorted(model.__name__ for model in own_models()))
def test_every_model_has_a_line(name):
    assert f"`{name}`" in TEXT, f"explain {name} in docs/begrippen.md"


def test_no_line_explains_a_model_that_is_gone():
    named = {word for cells in LINES for word in re.findall(r"`([A-Z]\w+)`", cells[0])}
    assert sorted(named - {model.__name__ for model in own_models()}) == []


def test_every_line_has_a_gloss_a_meaning_and_a_source():
    assert [cells[0] for cells in LINES if len(cells) != 4 or not all(cell.strip() for cell in cells)] == []


def test_every_special_role_is_explained():
    words = TEXT.casefold().replace("ö", "o")
    assert [code for code in ROLLEN if code not in SPEAK_FOR_THEMSELVES and code not in words] == []
