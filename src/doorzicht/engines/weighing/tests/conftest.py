"""The weighing under test, over the catalogue as it is shipped (read as plain files: engines know no ground)."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from doorzicht.engines.weighing import Persoon, Weegcatalogus, Weging, build_weegcatalogus, weigh

DATA = Path(__file__).parents[3] / "ground" / "catalogus" / "data"


def read_parts() -> dict[str, Any]:
    """The four parts that the weighing needs, fresh, so that a test may damage its own copy."""
    names = {"wet": "wet-273f", "ilo": "ilo-2009", "waarnemingen": "waarnemingen", "vormen": "vormen"}
    return {part: yaml.safe_load((DATA / f"{name}.yaml").read_text()) for part, name in names.items()}


@pytest.fixture
def parts() -> dict[str, Any]:
    """A private copy of the catalogue files."""
    return read_parts()


@pytest.fixture(scope="session")
def catalogus() -> Weegcatalogus:
    """The shipped catalogue."""
    return build_weegcatalogus(versie="test", **read_parts())


@pytest.fixture(scope="session")
def weeg(catalogus: Weegcatalogus) -> Callable[..., Weging]:
    """`weeg("ARB02", "ARB03", leeftijd="meerderjarig", vorm="arbeid")`."""

    def do(*codes: str, leeftijd="meerderjarig", vorm="arbeid", tegenfeiten=()) -> Weging:
        return weigh(catalogus, Persoon(leeftijd, vorm, tuple(codes), tuple(tegenfeiten)))

    return do


@pytest.fixture(scope="session")
def sub() -> Callable[[Weging, int], Any]:
    """`sub(weging, 4)`: one line of the matrix."""
    return lambda weging, nummer: next(beeld for beeld in weging.lid1 if beeld.sub == nummer)


@pytest.fixture(scope="session")
def dimensie() -> Callable[..., Any]:
    """`dimensie(weging, "E")`: one dimension under the first profile, or under the one named."""

    def find(weging: Weging, code: str, profiel: str = "") -> Any:
        beelden = [b for b in weging.profielen if not profiel or b.profiel.code == profiel]
        return next(d for d in beelden[0].dimensies if d.dimensie.code == code)

    return find
