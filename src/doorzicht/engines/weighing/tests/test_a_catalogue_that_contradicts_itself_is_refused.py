"""The weighing refuses a catalogue with a hole in it, and names the line."""

import pytest

from doorzicht.engines.weighing import FoutInCatalogus, build_weegcatalogus


def _row(parts, code):
    return next(w for w in parts["waarnemingen"]["waarnemingen"] if w["code"] == code)


@pytest.mark.parametrize(
    ("code", "damage", "names"),
    [
        ("ARB02", {"elementen": [{"element": "M99", "reden": "x"}]}, "ARB02: element M99"),
        ("ARB02", {"ilo": [{"dimensie": "E", "item": "E-niets", "reden": "x"}]}, "ARB02: ILO-item E-niets"),
        ("ARB02", {"ilo": [{"dimensie": "E", "reden": "x"}]}, "ARB02: bij dimensie E"),
        ("ALG04", {"ilo": [{"dimensie": "E", "item": "E-loon", "reden": "x"}]}, "ALG04: de rol is neutraal"),
    ],
)
def test_the_line_that_is_wrong_is_named(parts, code, damage, names):
    _row(parts, code).update(damage)
    with pytest.raises(FoutInCatalogus, match=names):
        build_weegcatalogus(versie="test", **parts)


def test_a_sub_clause_with_an_unknown_element_is_refused(parts):
    parts["wet"]["lid1"][0]["handeling"].append("H77")
    with pytest.raises(FoutInCatalogus, match="Sub 1: element H77"):
        build_weegcatalogus(versie="test", **parts)
