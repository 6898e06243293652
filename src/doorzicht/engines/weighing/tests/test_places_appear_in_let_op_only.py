"""What is seen of a place is never counted with a person: it stands in the list "let op", and only there."""

import json

import pytest

from doorzicht.engines.weighing import FoutInCatalogus, as_plain, build_weegcatalogus


def _places(catalogus):
    return [w.code for w in catalogus.waarnemingen.values() if w.rol == "locatie"]


def test_every_place_code_stands_in_let_op_and_nowhere_else(weeg, catalogus):
    plain = as_plain(weeg("ARB02", *_places(catalogus), leeftijd="onbekend", vorm="onbekend"))
    let_op = json.dumps(plain.pop("letOp"))
    rest = json.dumps(plain)
    assert len(_places(catalogus)) == 8
    for code in _places(catalogus):
        assert code in let_op
        assert code not in rest


def test_places_change_nothing_about_the_person(weeg, catalogus):
    without, with_places = as_plain(weeg("ARB02")), as_plain(weeg("ARB02", *_places(catalogus)))
    assert with_places["lid1"] == without["lid1"]
    assert with_places["dimensies"] == without["dimensies"]


def test_a_catalogue_in_which_a_place_would_count_is_refused(parts):
    place = next(w for w in parts["waarnemingen"]["waarnemingen"] if w["code"] == "LOC05")
    place["elementen"] = [{"element": "M1", "reden": "sloten"}]
    with pytest.raises(FoutInCatalogus, match="LOC05"):
        build_weegcatalogus(versie="test", **parts)
