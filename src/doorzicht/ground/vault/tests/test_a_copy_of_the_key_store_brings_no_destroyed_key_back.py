"""A copy of the key store holds what is alive; the list beside it says what has died since."""

import os
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from doorzicht.ground.vault import api as vault
from doorzicht.ground.vault.kluiskopie import GeenKopie, contents, make_store, number_of, pack, unpack
from doorzicht.ground.vault.sleutelkluis import SqliteKluis
from doorzicht.ground.vault.vernietigd import Vernietigdlijst, write_down

ROOT = os.urandom(32)


@pytest.fixture
def kluis(tmp_path: Path) -> SqliteKluis:
    store = SqliteKluis(tmp_path / "kluis.sqlite3")
    for _ in range(3):
        store.put(uuid4(), os.urandom(32))
    return store


def test_a_store_made_of_a_copy_is_the_same_store(kluis, tmp_path):
    dead = uuid4()
    kluis.put(dead, os.urandom(32))
    kluis.destroy(dead)
    made = tmp_path / "terug" / "kluis.sqlite3"
    made.parent.mkdir()

    make_store(made, unpack(pack(contents(kluis))))

    assert contents(SqliteKluis(made)) == contents(kluis)
    assert number_of(made) == kluis.number()
    assert made.stat().st_mode & 0o077 == 0
    assert SqliteKluis(made).destroyed([dead]) == {dead}


def test_what_was_destroyed_after_the_copy_is_left_out_and_remembered(kluis, tmp_path):
    copy = pack(contents(kluis))
    dead = min(contents(kluis).delen)
    part = kluis.get_many([dead])[dead]
    kluis.destroy(dead)

    make_store(tmp_path / "terug.sqlite3", unpack(copy).without({dead}))

    back = SqliteKluis(tmp_path / "terug.sqlite3")
    assert back.get_many([dead]) == {}
    assert back.destroyed([dead]) == {dead}
    assert len(contents(back).delen) == 2
    assert part not in (tmp_path / "terug.sqlite3").read_bytes()


def test_a_store_that_stands_there_is_never_written_over(kluis):
    with pytest.raises(FileExistsError):
        make_store(kluis.path, contents(kluis))


@pytest.mark.parametrize(
    "damage",
    [
        lambda c: c[:-1],
        lambda c: c + b"x",
        lambda c: b"{}\n",
        lambda c: b"",
        lambda c: c.replace(b": 1,", b": 9,", 1),
    ],
)
def test_what_is_no_whole_copy_is_refused(kluis, damage):
    with pytest.raises(GeenKopie):
        unpack(damage(pack(contents(kluis))))


def test_nothing_of_a_store_is_shown_in_a_log(kluis):
    assert repr(contents(kluis)) == "Inhoud(3 delen, 0 vernietigd)"


def test_a_list_says_what_was_written_on_it_once(tmp_path):
    lijst, dossiers = Vernietigdlijst(tmp_path / "lijst", root=ROOT), {uuid4() for _ in range(5)}

    assert lijst.add(dossiers) == 5
    assert lijst.add(dossiers) == 0
    assert lijst.read().dossiers == dossiers
    assert lijst.path.stat().st_mode & 0o077 == 0


def test_a_number_that_somebody_else_wrote_destroys_nothing(tmp_path):
    lijst, real = Vernietigdlijst(tmp_path / "lijst", root=ROOT), uuid4()
    lijst.add_one(real)
    Vernietigdlijst(lijst.path, root=os.urandom(32)).add_one(uuid4())
    with lijst.path.open("a") as handle:
        handle.write(f"{uuid4()}\nrommel\n")

    assert lijst.read().dossiers == {real}
    assert lijst.read().vreemd == 3


def test_a_line_that_a_power_cut_broke_off_spoils_no_other(tmp_path):
    lijst, first, second = Vernietigdlijst(tmp_path / "lijst", root=ROOT), uuid4(), uuid4()
    lijst.add_one(first)
    lijst.path.write_text(lijst.path.read_text() + str(uuid4())[:20])
    lijst.add_one(second)

    assert lijst.read().dossiers == {first, second}


def test_a_destroyed_dossier_is_on_the_list_before_its_part_is_gone(
    acting_as, settings, tmp_path, monkeypatch
):
    settings.DOORZICHT_SLEUTELKLUIS = tmp_path / "kluis.sqlite3"
    settings.DOORZICHT_BACKUP = tmp_path / "back-up"
    (tmp_path / "back-up" / "sleutelkluis").mkdir(parents=True)
    with acting_as("noor.voorbeeld"):
        sleutel = vault.create_dossier(
            soort="melding", organisatie_id="0246", compartiment="algemeen", bewaarregel="melding_open"
        )
        monkeypatch.setattr(SqliteKluis, "destroy", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            vault.destroy_dossier(sleutel.dossier_id, at=date(2026, 11, 24))

    for path in (tmp_path / "kluis.vernietigd", tmp_path / "back-up" / "sleutelkluis" / "vernietigd.txt"):
        found = Vernietigdlijst(path, root=settings.DOORZICHT_INDEXSLEUTEL).read()
        assert found.dossiers == {sleutel.dossier_id}


def test_a_folder_of_copies_that_is_away_stops_no_destruction(tmp_path, caplog):
    copies = tmp_path / "kopie"
    copies.mkdir()
    (copies / "vernietigd.txt").mkdir()  # cannot be written as a file

    write_down(uuid4(), root=ROOT, beside=tmp_path / "lijst", copies=copies)
    write_down(uuid4(), root=ROOT, beside=tmp_path / "lijst", copies=tmp_path / "nergens")

    assert len(Vernietigdlijst(tmp_path / "lijst", root=ROOT).read().dossiers) == 2
    assert "is behind" in caplog.text
    assert not (tmp_path / "nergens").exists()
