"""`doorzicht weigh FILE`: one person in, elements and reasons out; a file that cannot be weighed says why."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from doorzicht.doors.cli.weigh import command

CASE = "leeftijd: meerderjarig\nvorm: arbeid\nwaarnemingen: [ARB02, ARB05, LOC02]\ntegenfeiten: [Kon weg.]\n"


@pytest.fixture
def run(tmp_path):
    def do(text, *options):
        path = tmp_path / "persoon.yaml"
        path.write_text(text, encoding="utf-8")
        return CliRunner().invoke(command, [str(path), *options])

    return do


def test_json_gives_the_published_shape(run):
    result = run(CASE, "--json")
    answer = json.loads(result.stdout)
    assert result.exit_code == 0
    assert list(answer) == ["catalogus", "profiel", "dimensies", "lid1", "tegenfeiten", "letOp"]
    assert answer["lid1"][0]["waardoor"] == {"H1": ["ARB05"], "M8": ["ARB05"], "P1": ["ARB02"]}
    assert answer["tegenfeiten"] == ["Kon weg."]


def test_without_json_it_is_text_for_people(run):
    result = run(CASE)
    assert "Jij beslist en legt uit waarom." in result.stdout
    assert "Kon weg." in result.stdout


def test_the_same_file_on_the_same_day_gets_the_same_answer(run):
    assert (
        run(CASE, "--json", "--op", "2026-11-24").stdout == run(CASE, "--json", "--op", "2026-11-24").stdout
    )


def test_an_unknown_code_is_refused_by_name(run):
    result = run(CASE.replace("ARB02", "ARB99"), "--json")
    assert result.exit_code == 2
    assert "ARB99" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "één persoon"),
        ("- ARB02", "één persoon"),
        ("leeftijd: [", "geen leesbare YAML"),
        ("vorm: arbeid\nwaarnemingen: []", "Vul leeftijd in"),
        ("leeftijd: 16\nvorm: arbeid", "Vul leeftijd in"),
        ("leeftijd: jong\nvorm: arbeid", "Kies een leeftijd"),
        ("leeftijd: onbekend", "Vul vorm in"),
        ("leeftijd: onbekend\nvorm: anders", "Kies een vorm"),
        ("leeftijd: onbekend\nvorm: arbeid\nwaarnemingen: ARB02", "waarnemingen is een lijst"),
        ("leeftijd: onbekend\nvorm: arbeid\nwaarnemingen: [1]", "waarnemingen is een lijst"),
        ("leeftijd: onbekend\nvorm: arbeid\nnationaliteit: x", "nationaliteit"),
        ("leeftijd: onbekend\nvorm: arbeid\npersonen: []", "personen"),
    ],
)
def test_a_file_that_cannot_be_weighed_says_what_to_change(run, text, says):
    result = run(text, "--json")
    assert result.exit_code == 2
    assert says in result.stderr


def test_nothing_observed_is_a_valid_question(run):
    answer = json.loads(run("leeftijd: onbekend\nvorm: onbekend\n", "--json").stdout)
    assert all(not beeld["waardoor"] for beeld in answer["lid1"])


def test_it_needs_no_django_and_no_database(tmp_path):
    path = tmp_path / "persoon.yaml"
    path.write_text(CASE)
    code = (
        "import sys\n"
        "from doorzicht.doors.cli.weigh import command\n"
        f"command([{str(path)!r}], standalone_mode=False)\n"
        "assert 'django' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
