"""The list of commands loads none of them; a command without a file is absent; Django starts when needed."""

import subprocess
import sys

import pytest
from click.testing import CliRunner

from doorzicht.doors.cli import main


def test_help_starts_no_django():
    code = (
        "import sys; from doorzicht.doors.cli.main import cli; cli(['--help'], standalone_mode=False);"
        "print('django' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "postgres" in out
    assert out.endswith("False\n")


def test_a_command_whose_file_is_not_installed_is_absent(monkeypatch):
    monkeypatch.setitem(main.COMMANDS, "bestaat-niet", "a command of tomorrow")
    result = CliRunner().invoke(main.cli, ["--help"])
    assert "bestaat-niet" not in result.output
    assert CliRunner().invoke(main.cli, ["bestaat-niet"]).exit_code == 2


@pytest.mark.parametrize("name", [name for name in main.COMMANDS if main.is_present(name)])
def test_every_command_explains_itself(name):
    result = CliRunner().invoke(main.cli, [name, "--help"])
    if name != "manage":  # passes --help on to Django
        assert result.exit_code == 0, result.output
        assert result.output.startswith("Usage:")


def test_a_wrong_environment_is_one_sentence_and_no_traceback():
    done = subprocess.run(
        [sys.executable, "-m", "doorzicht.doors.cli", "postgres", "status"],
        env={"PORT": "achtduizend"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == "doorzicht: PORT must be a whole number, not achtduizend.\n"
