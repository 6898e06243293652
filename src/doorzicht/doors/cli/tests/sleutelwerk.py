"""People at work, for tests of rotation and backup: `python -m doorzicht.doors.cli.tests.sleutelwerk FILE STOP`.

Makes dossiers as the application's role, each with one encrypted text, reads them and older ones again and again,
and writes what it made to FILE, until STOP appears. An answer that is not what was written ends it with an error.
"""

import json
import os
import random
import sys
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import psycopg

from doorzicht.ground.vault import crypto
from doorzicht.ground.vault.sleutelkluis import SqliteKluis

TODAY = date(2026, 11, 24)


def main(target: Path, stop: Path) -> None:
    """Work until told to stop; the first line of FILE says that work has begun."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doorzicht.conf.settings")
    django.setup()
    from doorzicht.ground.access.api import Actor, context

    made: list[dict[str, str]] = []
    reads = 0
    with target.open("w") as out:
        while not stop.exists() or len(made) < 3:
            with context(Actor.systeem("0246")):
                made.append(make(f"verhaal {len(made)} van {os.getpid()}"))
            out.write(json.dumps(made[-1]) + "\n")
            out.flush()
            with context(Actor.systeem("0246")):
                for known in random.sample(made, min(len(made), 20)):
                    read(known)
                    reads += 1
    print(json.dumps({"made": len(made), "reads": reads}))


def make(text: str) -> dict[str, str]:
    """A dossier with one encrypted text; what is needed to read it again."""
    from doorzicht.ground.access.models import Uitsluiting
    from doorzicht.ground.vault import api as vault

    sleutel = vault.create_dossier(
        soort="melding", organisatie_id="0246", compartiment="algemeen", bewaarregel="melding_open"
    )
    row = Uitsluiting(id=uuid4(), **sleutel.row())
    sleutel.encrypt(row, "reden", text)
    return {
        "dossier": str(sleutel.dossier_id), "rij": str(row.pk), "reden": bytes(row.reden).hex(), "tekst": text,
    }  # fmt: skip


def read(known: dict[str, str]) -> None:
    """Open the dossier as it lies in the database now and read its text."""
    from doorzicht.ground.access.models import Uitsluiting
    from doorzicht.ground.vault import api as vault

    sleutel = vault.open_dossier(UUID(known["dossier"]))
    row = Uitsluiting(id=UUID(known["rij"]), **sleutel.row())
    row.reden = bytes.fromhex(known["reden"])
    if sleutel.decrypt(row, "reden") != known["tekst"]:
        raise AssertionError(f"dossier {known['dossier']} says something else now")


def fill(db: psycopg.Connection, store: Path, folder: Path, number: int, *, versie: int = 1) -> list[UUID]:
    """Many dossiers with real keys at once, as the owner: what years of work leave behind."""
    master, kluis = (folder / f"hoofdsleutel-{versie}").read_bytes(), SqliteKluis(store)
    ids = [uuid4() for _ in range(number)]
    parts = {i: os.urandom(32) for i in ids}
    with kluis._connection() as files:
        files.executemany("INSERT INTO deel VALUES (?, ?)", [(i.bytes, p) for i, p in parts.items()])
    columns = "id, organisatie_id, compartiment, soort, ingepakt, sleutelversie, bewaarregel"
    with db.cursor() as cursor, cursor.copy(f"COPY vault_dossier ({columns}) FROM STDIN") as copy:
        for i in ids:
            wrapped = crypto.wrap(os.urandom(32), master=master, part=parts[i], dossier_id=i)
            copy.write_row((i, "0246", "algemeen", "melding", wrapped, versie, "melding_open"))
    return ids


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
