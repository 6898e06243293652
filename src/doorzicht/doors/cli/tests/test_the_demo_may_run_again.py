"""`doorzicht demo` tells its story once, however often it runs, and outside demo mode it does nothing at all."""

import json

import pytest
from click.testing import CliRunner

from doorzicht.doors.cli import demo
from doorzicht.doors.cli.demo_meldingen import receive
from doorzicht.doors.cli.demo_stand import Verhaal, actor_of
from doorzicht.doors.cli.demo_verhaal import read_data
from doorzicht.ground.access.api import context
from doorzicht.ground.organisaties.models import Medewerker

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(settings, tmp_path, monkeypatch):
    """`run()`: the command, with accounts as after a first start; answers how often the story was told."""
    keys = ("rol", "organisatie", "wachtwoord", "totp_secret")
    names = Medewerker.objects.values_list("gebruikersnaam", flat=True)
    known = [{"gebruikersnaam": name} | dict.fromkeys(keys, "-") for name in names]
    (tmp_path / "demo-accounts.json").write_text(json.dumps(known))
    told = []

    def tell(*, nu):
        """The first row of the story is enough here; the whole of it has a file of its own."""
        told.append(nu)
        row = read_data("demo-meldingen.yaml")["meldingen"][0]
        with context(actor_of(row["wie"])) as by:
            receive(Verhaal(kalender=None), row, by, nu)

    monkeypatch.setattr(demo, "tell", tell)

    def do(*, in_demo_mode=True):
        settings.DOORZICHT_DEMO, settings.VAR_DIR = in_demo_mode, tmp_path
        return CliRunner().invoke(demo.command), len(told)

    return do


def test_the_story_is_told_the_first_time_only(run):
    first, told = run()
    assert (first.exit_code, told) == (0, 1)
    again, told = run()
    assert (again.output, told) == ("Demo: 0 accounts made, 32 in all.\n", 1)


def test_a_real_installation_gets_no_invented_people(run):
    refused, told = run(in_demo_mode=False)
    assert "real installation" in str(refused.exception)
    assert told == 0
