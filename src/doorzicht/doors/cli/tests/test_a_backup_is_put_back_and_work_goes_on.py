"""The whole drill: work, backup, destroy, work on, restore the older backup; nothing dead comes back."""

import os
import re
import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from conftest import MAINTENANCE, owner_connection
from django.utils import timezone
from tests.support.bestanden import photo
from tests.support.rollen import password_of

from doorzicht.doors.cli.tests import sleutelwerk
from doorzicht.doors.cli.tests.huis import DOORZICHT, Huis
from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.bestanden.api import Aangeboden, Bestand, examine_all, keep_all, open_file
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.ground.vault.models import Dossier

HUIS = Actor.systeem("0246")
RECHT = "melding.bewerken"
WHOLE = re.compile(
    r"logboek whole: (\d+) rows.*?(\d+) incarnation.*?(\d+) anchored heads met(?:, (\d+) heads lost)?"
)

# pg_dump's own random word; the schema public, which has another owner in the tests' databases than in real ones;
# lists of values, which PostgreSQL writes differently once they were read back.
NOT_COMPARED = re.compile(r"^.(un)?restrict|Name: public|SCHEMA public|creating schema|ARRAY")


class Werk:
    """What people of a municipality did: dossiers with a text each, one with a photo, a log row for each act."""

    def __init__(self, huis: Huis, noor: Actor) -> None:
        self.huis, self.noor = huis, noor
        self.known: list[dict[str, str]] = []

    def make(self, text: str) -> UUID:
        with context(self.noor):
            self.known.append(sleutelwerk.make(text))
            dossier = UUID(self.known[-1]["dossier"])
            logboek.record(self.noor, "maak", "melding", [dossier], recht=RECHT)
        return dossier

    def add_photo(self, dossier: UUID, at: datetime) -> Bestand:
        with context(self.noor):
            sleutel = vault.open_dossier(dossier)
            klaar = examine_all([Aangeboden("foto.jpg", photo())])
            return keep_all(klaar, sleutel, recht=RECHT, by=self.noor, at=at).bewaard[0]

    def readable(self) -> set[str]:
        """The texts that can still be read."""
        found = set()
        for known in self.known:
            with context(HUIS):
                try:
                    sleutelwerk.read(known)
                except (vault.SleutelVernietigd, vault.DossierOnbekend):
                    continue
            found.add(known["tekst"])
        return found

    def seal(self) -> None:
        """Seal all, again while a transaction of another database on this server is open."""
        for _ in range(100):
            said = self.huis.must("seal")
            waiting = self.huis.owner.execute(
                "SELECT count(*) FROM logboek_regel r WHERE NOT EXISTS"
                " (SELECT FROM logboek_zegel z WHERE z.regel_id = r.id AND z.incarnatie = r.incarnatie)"
            ).fetchone()[0]
            if not waiting:
                return
        raise AssertionError(said)

    def verify(self) -> tuple[int, int, int]:
        """Rows, incarnations and lost heads of a logboek that is whole, also against the anchor."""
        said = self.huis.must("verify-logboek", "--anker", str(self.huis.var / "anker" / "logboek.jsonl"))
        rows, incarnations, _, lost = WHOLE.search(said).groups()
        return int(rows), int(incarnations), int(lost or 0)


@pytest.fixture
def werk(huis: Huis, actor) -> Werk:
    huis.note_keys()
    return Werk(huis, actor("noor.voorbeeld"))


def test_an_older_backup_brings_back_all_but_the_dead(werk, tmp_path):
    huis = werk.huis
    dies, lives = werk.make("kanarie sterft"), werk.make("kanarie leeft")
    picture = werk.add_photo(lives, timezone.now())
    werk.add_photo(dies, timezone.now())
    werk.seal()
    sealed, _, _ = werk.verify()
    backup = huis.make_backup()
    structure = _structure(huis)

    with context(HUIS):
        vault.destroy_dossier(dies, at=date(2026, 11, 24))
    werk.make("kanarie van later")
    werk.seal()
    assert werk.readable() == {"kanarie leeft", "kanarie van later"}
    for path in huis.bestanden.rglob("*"):
        if path.is_file():
            path.unlink()  # the disk with the files is lost too

    refused = huis.restore(backup)
    assert refused.returncode == 1
    assert f"say --vervang {huis.naam} to replace it" in refused.stderr
    assert werk.readable() == {"kanarie leeft", "kanarie van later"}, "it was changed after all"

    done = huis.restore(backup, "--vervang", huis.naam)

    assert done.returncode == 0, done.stderr
    assert "The logboek goes on in incarnation 2." in done.stdout
    assert "1 dossiers destroyed again." in done.stdout
    assert werk.readable() == {"kanarie leeft"}
    _is_destroyed_again(dies)
    rows, incarnations, lost = werk.verify()
    assert (rows, incarnations) == (sealed, 2)
    assert lost >= 1
    _photo_is_there(werk, picture, lives)
    assert _structure(huis) == structure

    werk.make("kanarie na het terugzetten")
    werk.seal()
    rows_later, _, _ = werk.verify()
    assert rows_later >= rows + 2, "new rows, those of the second destruction among them, are not sealed on"
    assert werk.readable() == {"kanarie leeft", "kanarie na het terugzetten"}
    assert huis.must("verify-bestanden") == "bestanden whole: 1 files\n"
    assert [p for p in huis.backup.rglob("*") if "half" in p.name] == []


def _is_destroyed_again(dossier: UUID) -> None:
    from doorzicht.ground.bewaren.models import Vernietigingsbewijs

    with context(HUIS):
        assert Dossier.objects.get(pk=dossier).vernietigd_op is not None
        assert Vernietigingsbewijs.objects.get(dossier_id=dossier).opnieuw is True
        assert Bestand.objects.filter(dossier_id=dossier).count() == 0


def _photo_is_there(werk: Werk, picture: Bestand, dossier: UUID) -> None:
    with context(werk.noor):
        found = open_file(picture.id, dossier_id=dossier, recht=RECHT, by=werk.noor)
        assert b"".join(found.stroom)[:3] == b"\xff\xd8\xff"


def _structure(huis: Huis) -> str:
    """Tables, policies, grants, owners of everything, as pg_dump tells them."""
    from doorzicht.doors.cli.kopie.database import connect
    from doorzicht.doors.cli.kopie.programmas import for_server

    with connect(huis.naam) as db:
        tool = for_server(db).path("pg_dump")
    text = subprocess.run(
        [tool, "-s", "-h", huis.owner.info.host, "-p", str(huis.owner.info.port),
         "-U", huis.owner.info.user, "-d", huis.naam],
        env=os.environ | {"PGPASSWORD": password_of("eigenaar")}, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    kept = (line for line in text.splitlines() if not NOT_COMPARED.search(line))
    return "\n".join(line for line in kept if line.strip("- ")).replace(
        "DEFAULT 2 NOT NULL", "DEFAULT 1 NOT NULL"
    )


def test_everything_is_lost_but_the_backup_and_two_papers(werk, tmp_path):
    """Another machine: no database, no secrets, no key store, no files."""
    huis = werk.huis
    lines = re.findall(
        r"^ {3}regel \d {3}([a-z ]+)$", huis.must("herstelsleutel", "maak", "--zonder-controle"), re.MULTILINE
    )
    dossier = werk.make("kanarie overal vandaan")
    picture = werk.add_photo(dossier, timezone.now())
    werk.seal()
    backup = huis.make_backup()
    elsewhere = _move_away(huis, backup, tmp_path)
    _lose_everything(huis)

    typed = "".join(f"{line}\n" for line in lines)
    secrets = subprocess.run(
        [*DOORZICHT, "herstelsleutel", "gebruik", str(elsewhere)],
        env=huis.environ, input=typed, capture_output=True, text=True,
    )  # fmt: skip
    assert secrets.returncode == 0, secrets.stderr
    done = huis.restore(elsewhere)

    assert done.returncode == 0, done.stderr
    assert "The key store is back: 1 keys" in done.stdout
    assert werk.readable() == {"kanarie overal vandaan"}
    _photo_is_there(werk, picture, dossier)
    assert werk.verify()[1] == 2


def _move_away(huis: Huis, backup: Path, tmp_path: Path) -> Path:
    """What lies on another disk: the backups, with the copy of the key store beside them."""
    elsewhere = tmp_path / "andere schijf"
    huis.backup.rename(elsewhere)
    return elsewhere / backup.name


def _lose_everything(huis: Huis) -> None:
    huis.leave()
    huis.owner = owner_connection(MAINTENANCE)
    huis.owner.execute(f"DROP DATABASE {huis.naam} WITH (FORCE)")
    for folder in (huis.var, huis.geheimen):
        shutil.rmtree(folder)
