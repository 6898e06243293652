"""Production (https, no demo) refuses to start without an address of its own that mail comes from."""

import os
import subprocess
import sys

import pytest

from doorzicht.conf.omgeving import read_omgeving
from doorzicht.doors.cli.errors import BeheerFout

PRODUCTIE = {"DOORZICHT_HTTPS": "1"}
SEND = "from doorzicht.ground.lib.mail import send_waiting; send_waiting('noor@heerde.example')"


@pytest.mark.parametrize(
    "sender", ["", "doorzicht@localhost", "doorzicht", "a@b.nl\nBcc: c@d.nl", "x <a@b.nl>"]
)
def test_production_refuses_no_address_and_what_is_none(sender):
    with pytest.raises(BeheerFout, match="DOORZICHT_MAIL_AFZENDER"):
        read_omgeving(PRODUCTIE | {"DOORZICHT_MAIL_AFZENDER": sender})


def test_production_takes_an_address():
    found = read_omgeving(PRODUCTIE | {"DOORZICHT_MAIL_AFZENDER": "doorzicht@heerde.example"})

    assert found.mail_afzender == "doorzicht@heerde.example"


@pytest.mark.parametrize("at_home", [{}, {"DOORZICHT_DEMO": "1"}, PRODUCTIE | {"DOORZICHT_DEMO": "1"}])
def test_the_demo_and_a_developer_need_none(at_home):
    assert read_omgeving(at_home).mail_afzender == "doorzicht@localhost"


def test_a_wrong_address_is_refused_there_too():
    with pytest.raises(BeheerFout, match="it is overal"):
        read_omgeving({"DOORZICHT_MAIL_AFZENDER": "overal"})


@pytest.mark.parametrize("command", ["serve", "manage check", "migrate"])
def test_no_command_runs_and_one_sentence_says_why(command, tmp_path):
    environ = {**os.environ, **PRODUCTIE, "DOORZICHT_DEMO": "0", "DOORZICHT_VAR": str(tmp_path)}
    environ.pop("DOORZICHT_MAIL_AFZENDER", None)
    done = subprocess.run(
        [sys.executable, "-m", "doorzicht.doors.cli", *command.split()],
        env=environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.startswith("doorzicht: DOORZICHT_MAIL_AFZENDER must be")
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_mail_comes_from_it(tmp_path):
    environ = {
        **os.environ,
        "DOORZICHT_VAR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "doorzicht.conf.settings",
    }
    environ |= {"DOORZICHT_MAIL": "", "DOORZICHT_MAIL_AFZENDER": "doorzicht@heerde.example"}
    subprocess.run([sys.executable, "-c", SEND], env=environ, timeout=60, check=True)

    [written] = (tmp_path / "mail").iterdir()
    assert "\nFrom: doorzicht@heerde.example\n" in written.read_text()
