"""`doorzicht herstelsleutel`: made once, on two papers; with both of them lost secrets come back."""

import os
import re
import stat
import subprocess
from pathlib import Path

import pytest

from doorzicht.doors.cli.tests.huis import DOORZICHT, Huis

LINE = re.compile(r"^ {3}regel \d {3}([a-z ]+)$", re.MULTILINE)
REGEL = "hoofdsleutel-1"


class Kantoor:
    """An installation without a database: secrets, and a folder for what is kept for bad days."""

    def __init__(self, folder: Path) -> None:
        self.geheimen, self.backup = folder / "geheimen", folder / "back-up"
        self.environ = os.environ | {
            "DOORZICHT_VAR": str(folder / "var"), "DOORZICHT_GEHEIMEN": str(self.geheimen),
            "DOORZICHT_BACKUP": str(self.backup), "DOORZICHT_HTTPS": "0",
        }  # fmt: skip
        subprocess.run([*DOORZICHT, "postgres", "status"], env=self.environ, capture_output=True)

    def run(self, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*DOORZICHT, "herstelsleutel", *arguments],
            env=self.environ, input=typed, capture_output=True, text=True, timeout=60,
        )  # fmt: skip

    def make(self, *options: str) -> list[str]:
        done = self.run("maak", "--zonder-controle", *options)
        assert done.returncode == 0, done.stderr
        return LINE.findall(done.stdout)

    def secrets(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.geheimen.iterdir()}


@pytest.fixture
def kantoor(tmp_path) -> Kantoor:
    return Kantoor(tmp_path)


def typed(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def test_with_both_halves_every_lost_secret_comes_back(kantoor):
    lines = kantoor.make()
    assert len(lines) == 14
    before = kantoor.secrets()
    for path in kantoor.geheimen.iterdir():
        path.unlink()

    done = kantoor.run("gebruik", typed=typed(lines))

    assert done.returncode == 0, done.stderr
    assert kantoor.secrets() == before
    assert {stat.S_IMODE(p.stat().st_mode) for p in kantoor.geheimen.iterdir()} == {0o600}


def test_the_second_paper_may_not_be_missing(kantoor):
    lines = kantoor.make()
    for wrong in (lines[:7], lines[:7] + lines[:7]):
        done = kantoor.run("gebruik", typed=typed(wrong))
        assert done.returncode == 1
    assert "Dit is regel 1 van helft 1" in done.stderr


def test_a_mistyped_line_is_named_and_asked_again(kantoor):
    lines = kantoor.make()
    words = lines[3].split()
    wrong = " ".join([words[1], words[0], *words[2:]])

    done = kantoor.run("controleer", typed=typed([*lines[:3], wrong, *lines[3:]]))

    assert done.returncode == 0, done.stderr
    assert "Regel 4 klopt niet: kijk elk woord na." in done.stderr
    assert done.stdout.startswith("goed: both halves open it")


def test_after_five_wrong_tries_nothing_has_changed(kantoor):
    kantoor.make()
    before = kantoor.secrets()

    done = kantoor.run("gebruik", typed="aardbei aarde aarde aarde aardbei\n" * 5)

    assert done.returncode == 1
    assert "5 keer was de regel niet goed. Er is niets veranderd." in done.stderr
    assert kantoor.secrets() == before


def test_halves_of_two_keys_are_told_apart_from_a_damaged_file(kantoor):
    old = kantoor.make()
    new = kantoor.make("--vervang")

    mixed = kantoor.run("controleer", typed=typed(old[:7] + new[7:]))
    assert "not of one key" in mixed.stderr
    assert "its papers are older, or newer" in kantoor.run("controleer", typed=typed(old)).stderr

    file = kantoor.backup / "herstel.age"
    file.write_bytes(file.read_bytes()[:-20])
    damaged = kantoor.run("controleer", typed=typed(new))
    assert damaged.returncode == 1
    assert "cannot be read" in damaged.stderr


def test_the_halves_are_nowhere_on_the_disk(kantoor, tmp_path):
    lines = kantoor.make()
    kept = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]

    assert len(kept) > 5
    assert not any(line.encode() in content for line in lines for content in kept)
    assert not any(b"AGE-SECRET-KEY" in content for content in kept)


def test_the_recovery_file_shows_no_secret(kantoor):
    kantoor.make()
    sealed = (kantoor.backup / "herstel.age").read_bytes()

    assert not any(
        value[:16] in sealed for name, value in kantoor.secrets().items() if name != "herstelsleutel"
    )
    assert stat.S_IMODE((kantoor.backup / "herstel.age").stat().st_mode) == 0o600


def test_a_second_key_is_made_only_when_asked_for(kantoor):
    kantoor.make()
    before = kantoor.secrets()

    refused = kantoor.run("maak", "--zonder-controle")

    assert refused.returncode == 1
    assert "--vervang makes another one" in refused.stderr
    assert LINE.findall(refused.stdout) == []
    assert kantoor.secrets() == before


def test_a_line_is_typed_back_before_the_key_counts(kantoor):
    done = kantoor.run("maak", typed="aardbei aarde aarde aarde aardbei\n" * 5)

    assert done.returncode == 1
    assert not (kantoor.geheimen / "herstelsleutel").exists()
    assert not (kantoor.backup / "herstel.age").exists()


def test_another_secret_is_not_overwritten_unless_asked_for_and_then_kept(kantoor):
    lines = kantoor.make()
    right, other = kantoor.secrets()[REGEL], os.urandom(32)
    (kantoor.geheimen / REGEL).write_bytes(other)

    refused = kantoor.run("gebruik", typed=typed(lines))
    assert refused.returncode == 1
    assert f"other secrets stand where these belong: {REGEL}. Nothing was changed" in refused.stderr
    assert kantoor.secrets()[REGEL] == other

    assert kantoor.run("gebruik", "--vervang", typed=typed(lines)).returncode == 0
    assert kantoor.secrets()[REGEL] == right
    assert kantoor.secrets()[f"{REGEL}.vervangen"] == other


def test_a_missing_secret_is_not_made_by_the_command_that_puts_it_back(kantoor):
    lines = kantoor.make()
    (kantoor.geheimen / REGEL).unlink()

    checked = kantoor.run("controleer", typed=typed(lines))

    assert f"these secrets are not those of this installation: {REGEL}" in checked.stderr
    assert not (kantoor.geheimen / REGEL).exists()


def test_a_new_master_key_is_in_the_recovery_file_without_anybodys_paper(huis: Huis):
    made = huis.run("herstelsleutel", "maak", "--zonder-controle")
    lines = LINE.findall(made.stdout)
    huis.rotate()
    new = (huis.geheimen / "hoofdsleutel-2").read_bytes()
    (huis.geheimen / "hoofdsleutel-2").unlink()

    done = subprocess.run(
        [*DOORZICHT, "herstelsleutel", "gebruik"],
        env=huis.environ, input=typed(lines), capture_output=True, text=True,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert (huis.geheimen / "hoofdsleutel-2").read_bytes() == new
