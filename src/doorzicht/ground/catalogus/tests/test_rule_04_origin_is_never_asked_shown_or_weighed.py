"""Product rule 4: no nationality, ethnicity, birthplace, religion or language in anything one can choose."""

import re

import pytest

from doorzicht.ground.catalogus import bestand

ORIGIN = re.compile(
    r"national|etnisch|etnicit|geboorte|afkomst|herkomst|religie|geloof|moslim|christ|roma\b|zigeuner|"
    r"moedertaal|spreekt .*taal|huidskleur|\b(roemeen|roemeens|bulgaar|pool|pools|turk|chinees|nigeria|venezuela)",
    re.I,
)


def _choices(inhoud):
    for naam, deel in inhoud.items():
        for row in bestand.entries({k: v for k, v in deel.items() if k != "uitgesloten"}):
            for key in ("label", "vraag", "naam", "nl", "en", "kies_als"):
                if isinstance(row.get(key), str):
                    yield naam, row[key]


def test_nothing_one_can_choose_is_about_origin(inhoud):
    choices = list(_choices(inhoud))
    assert len(choices) > 300
    assert [choice for choice in choices if ORIGIN.search(choice[1])] == []


@pytest.mark.parametrize("naam", ["waarnemingen", "ilo-2009", "kwetsbaarheden"])
def test_what_was_left_out_is_said_with_the_reason(inhoud, naam):
    assert any("productregel 4" in row["reden"] for row in inhoud[naam]["uitgesloten"])


def test_the_reasons_of_the_coding_name_no_origin():
    text = (bestand.DATA / "uitspraken-codering.yaml").read_text()
    named = re.sub(r"De (herkomst|taal) laten we weg\.|#.*", "", text)
    assert not ORIGIN.search(named)
