"""SQL stands in files, and every query there says what it is for."""

import pytest

from doorzicht.ground.lib.queries import ZonderDoel, read_queries
from doorzicht.ground.logboek.keten import QUERIES


def test_queries_are_found_by_their_name():
    assert QUERIES["slot"].startswith("SELECT pg_try_advisory_xact_lock")
    assert ";" not in QUERIES["horizon"]


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package of its own with a file of queries: `package(text)`."""

    def make(text: str) -> dict[str, str]:
        folder = tmp_path / f"proef_{tmp_path.name}"
        (folder / "sql").mkdir(parents=True)
        (folder / "__init__.py").touch()
        (folder / "sql" / "a.sql").write_text(text)
        monkeypatch.syspath_prepend(str(tmp_path))
        return read_queries(folder.name, "a.sql")

    return make


def test_a_query_without_a_purpose_is_refused(package):
    with pytest.raises(ZonderDoel, match=r"a\.sql"):
        package("-- name: een\n-- purpose: one.\nSELECT 1;\n\n-- name: twee\nSELECT 2;\n")


def test_two_queries_are_two_and_comments_inside_stay(package):
    found = package(
        "-- a word about the file\n\n-- name: een\n-- purpose: one.\nSELECT 1;\n-- name: twee\n-- purpose: two.\n"
        "SELECT 2 -- two\n;\n"
    )
    assert found == {"een": "SELECT 1", "twee": "SELECT 2 -- two\n"}
