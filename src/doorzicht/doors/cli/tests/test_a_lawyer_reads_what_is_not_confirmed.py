"""The list for a lawyer holds every entry of the catalogue that is from knowledge or a proposal, and no other."""

import pytest

from doorzicht.doors.cli.juridisch import WAAR, marks_of, open_points, render_lawyers_list
from doorzicht.ground.catalogus.bestand import ONDERDELEN


@pytest.fixture(scope="module")
def points():
    return {(p.bestand, p.code): p for p in open_points()}


@pytest.mark.parametrize(
    ("bron", "merk"),
    [
        ("K", "K"),
        ("S/K", "K"),
        ("V/K: bevoegd orgaan te bevestigen", "K"),
        ("Voorstel [P] bij het Meldpunt", "P"),
        ("UNODC [K]; gewichten [P]", "K, P"),
        ("V: CCV", ""),
        ("Plan van aanpak, KvK en PMC4946497 [V]", ""),
    ],
)
def test_a_source_asks_for_a_lawyer_when_it_is_marked_and_only_then(bron, merk):
    assert marks_of(bron) == merk


def test_a_ground_from_knowledge_is_listed_and_one_that_was_seen_is_not(points):
    assert points["grondslagen", "avg-9"].merk == "K"
    assert ("grondslagen", "wgs-riec") not in points


def test_a_file_as_a_whole_and_a_weight_below_an_observation_are_listed(points):
    assert points["termijnen", "het hele bestand"].merk == "P"
    assert any(bestand == "waarnemingen" and " " in code for bestand, code in points)


def test_every_file_says_where_it_is_used_and_what_to_confirm():
    assert set(ONDERDELEN) == set(WAAR)
    assert "Gebruikt voor: de dag waarop iets wordt vernietigd" in render_lawyers_list()
