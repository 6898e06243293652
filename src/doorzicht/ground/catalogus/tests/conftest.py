"""The catalogue files as shipped, and the published rulings when they are at hand."""

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from doorzicht.ground.catalogus import bestand

ROOT = Path(__file__).parents[5]


@pytest.fixture
def inhoud() -> dict[str, Any]:
    """A private copy of every part of the catalogue, so that a test may damage it."""
    return bestand.read_files()


@pytest.fixture(scope="session")
def uitspraken() -> dict[str, dict[str, Any]]:
    """The rulings by id, from DOORZICHT_SHARED or the folder `shared` beside the checkout."""
    places = [os.environ.get("DOORZICHT_SHARED"), ROOT.parent / "shared"]
    for place in filter(None, places):
        path = Path(place) / "data" / "rechtspraak" / "open.yaml"
        if path.is_file():
            return {ruling["id"]: ruling for ruling in yaml.safe_load(path.read_text())["rulings"]}
    pytest.skip("de uitspraken staan niet naast deze map en DOORZICHT_SHARED wijst er niet naar")
