"""A catalogue file that a lawyer edits is checked, and the finding names the place in words."""

from datetime import date

import pytest

from doorzicht.ground.catalogus import bestand, controle

TODAY = date(2026, 11, 24)
FILES = sorted(path.stem for path in bestand.DATA.glob("*.yaml"))


@pytest.mark.parametrize("naam", FILES)
def test_the_shipped_file_follows_its_schema(naam):
    assert controle.check_file(naam, bestand.read_yaml(bestand.DATA / f"{naam}.yaml")) == []


def test_every_file_is_part_of_the_catalogue_or_is_the_coding():
    assert set(FILES) == {*bestand.ONDERDELEN, "uitspraken-codering"}


def test_the_shipped_catalogue_may_be_used(inhoud):
    assert controle.check(inhoud, op=TODAY) == []


@pytest.mark.parametrize("naam", bestand.ONDERDELEN)
@pytest.mark.parametrize("sleutel", ["versie", "geldig_van", "geldig_tot", "bron"])
def test_every_file_says_its_version_its_days_and_its_source(inhoud, naam, sleutel):
    del inhoud[naam][sleutel]
    assert any(sleutel in finding for finding in controle.check_file(naam, inhoud[naam]))


def test_a_finding_names_the_place_by_code(inhoud):
    row = next(w for w in inhoud["waarnemingen"]["waarnemingen"] if w["code"] == "ARB02")
    row["lijst"] = "X"
    (finding,) = controle.check(inhoud, op=TODAY)
    assert "waarnemingen > waarnemingen > ARB02 > lijst" in finding


def test_a_misspelt_field_is_found(inhoud):
    inhoud["taken"]["taken"][0]["grondlag"] = "art. 172 Gemeentewet"
    assert any("grondlag" in finding for finding in controle.check(inhoud, op=TODAY))


def test_a_key_written_twice_is_refused(tmp_path):
    (tmp_path / "x.yaml").write_text("versie: a\nversie: b\n")
    with pytest.raises(bestand.FoutInCatalogus, match="versie staat er twee keer"):
        bestand.read_yaml(tmp_path / "x.yaml")


@pytest.mark.parametrize("code", ["LOC01", "ALG04", "SEK09"])
def test_what_may_not_count_cannot_be_given_an_element(inhoud, code):
    row = next(w for w in inhoud["waarnemingen"]["waarnemingen"] if w["code"] == code)
    row["elementen"] = [{"element": "P1", "reden": "x"}]
    assert any(code in finding for finding in controle.check(inhoud, op=TODAY))


def test_a_weight_of_ones_own_is_a_proposal_and_says_so(inhoud):
    row = next(w for w in inhoud["waarnemingen"]["waarnemingen"] if w["code"] == "CRI01")
    row["ilo"][0]["bron"] = "V"
    assert any("CRI01" in finding for finding in controle.check(inhoud, op=TODAY))
