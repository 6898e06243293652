"""`doorzicht backup`: database and files in one encrypted file, tried before it is called good."""

import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from doorzicht.doors.cli.errors import BeheerFout
from doorzicht.doors.cli.meter import Tellers
from doorzicht.doors.cli.migrate import start_django_as

if TYPE_CHECKING:
    from doorzicht.doors.cli.kopie.plaats import Regel
    from doorzicht.doors.cli.kopie.proef import Proef
    from doorzicht.doors.cli.kopie.programmas import Programmas
    from doorzicht.ground.vault.kluiskopie import Inhoud


@dataclass(frozen=True, slots=True)
class Sleutelbos:
    """With which key this installation opens backups, and to which keys it encrypts them."""

    identity: str
    recipients: list[str]
    herstel: bytes | None


@click.command()
@click.option("--json", "as_json", is_flag=True, help="print the result as JSON")
@click.option("--alleen-sleutelkluis", is_flag=True, help="only the copy of the key store: do this often")
@click.option("--bewaar", default=0, help="afterwards keep only so many good backups; 0 keeps all")
def command(as_json: bool, alleen_sleutelkluis: bool, bewaar: int) -> None:
    """Make a backup in DOORZICHT_BACKUP (var/back-up) while people work.

    Exit code 0: goed, it was restored in a database of its own and everything in it was seen. Exit code 1: there is
    no new backup, or it is called afgekeurd; the sentence says why. What was there before is untouched.
    """
    start_django_as("eigenaar")
    from doorzicht.doors.cli.kopie import kluis, plaats
    from doorzicht.doors.cli.sleutelproef import refuse_wrong_keys, require_prepared

    with plaats.alone():
        require_prepared()
        refuse_wrong_keys()
        bos = _keys()
        if alleen_sleutelkluis:
            inhoud = kluis.copy_store(recipients=bos.recipients, identity=bos.identity)
            figures = {"uitslag": "goed", "sleutels": len(inhoud.delen)}
            click.echo(json.dumps(figures) if as_json else f"goed: the key store, {len(inhoud.delen)} keys.")
            return
        row, proef = _make(bos)
        gone = plaats.prune(bewaar) if bewaar else []
        figures = {**asdict(row), "map": str(plaats.folder()), "opgeruimd": gone, "proef": asdict(proef)}
        click.echo(json.dumps(figures) if as_json else _in_words(row, proef, gone))


def _keys() -> Sleutelbos:
    from django.conf import settings

    from doorzicht.doors.cli.herstelsleutel import write_recovery_file
    from doorzicht.ground.vault import age, herstel

    folder = Path(settings.GEHEIMEN_DIR)
    identity = herstel.backup_identity(folder)
    own = age.recipient_of(identity)
    try:
        return Sleutelbos(identity, [own, herstel.recipient(folder)], write_recovery_file().read_bytes())
    except herstel.GeenHerstelsleutel as error:
        click.echo(f"{error} Until then only this machine can open its backups.", err=True)
        return Sleutelbos(identity, [own], None)


def _make(bos: Sleutelbos) -> "tuple[Regel, Proef]":
    """Write, try, and only then give it its name."""
    from doorzicht.doors.cli.kopie import database, kluis, maken, plaats, programmas
    from doorzicht.doors.cli.kopie.fouten import KopieAfgekeurd

    at, naam = datetime.now(UTC), database.own_name()
    database.drop_trials(naam)
    kop, anker, counts = maken.describe(naam, at=at), _anchor(), Tellers("copying")
    with database.connect(naam) as db:
        tools = programmas.for_server(db)
    target = plaats.free_name(f"doorzicht-{at:%Y%m%dT%H%M%SZ}")
    with plaats.half_made(target) as half:
        maken.write_backup(
            half, kop, programmas=tools, anker=anker, herstel=bos.herstel, recipients=bos.recipients,
            identity=bos.identity, progress=counts.add,
        )  # fmt: skip
        counts.end()
        # After the dump: the store holds a part of everything in it, because a part is durable before its row.
        inhoud = kluis.copy_store(recipients=bos.recipients, identity=bos.identity)
        try:
            proef = _try(half, naam, programmas=tools, identity=bos.identity, inhoud=inhoud, anker=anker)
        except KopieAfgekeurd as error:
            bad = target.with_suffix(".afgekeurd.age")
            plaats.finish(half, bad)
            raise BeheerFout(f"AFGEKEURD: {error} The file was kept as {bad.name}, to look at.") from None
        row = plaats.row_of(half, target.name, gemaakt=kop.gemaakt, versies=proef.sleutelversies)
        plaats.finish(half, target)
    plaats.note(row)
    return row, proef


def _try(
    path: Path, naam: str, *, programmas: "Programmas", identity: str, inhoud: "Inhoud", anker: bytes
) -> "Proef":
    """Restore it in a database of its own and look at everything in there."""
    from django.conf import settings

    from doorzicht.doors.cli.kopie import database, plaats, proef

    counts = Tellers("trying")
    with (
        database.scratch(f"{naam}{database.PROEF}{os.getpid()}") as scratch,
        plaats.half_made(path.with_name("anker.jsonl")) as heads,
    ):
        heads.write_bytes(anker)
        found = proef.unpack(
            path,
            identity=identity,
            mac_identity=identity,
            programmas=programmas,
            into=scratch,
            progress=counts.add,
        )
        database.hand_over(scratch, found.kop.functies)
        counts.end()
        return proef.examine(
            scratch, found, kluis=inhoud, logboeksleutel=settings.DOORZICHT_LOGBOEKSLEUTEL, anker=heads
        )


def _anchor() -> bytes:
    """The heads that are known before the dump begins: all of them must be in it."""
    from doorzicht.doors.cli.seal import default_anchor

    path = default_anchor()
    return path.read_bytes() if path.exists() else b""


def _in_words(row: "Regel", proef: "Proef", gone: list[str]) -> str:
    lines = [
        f"goed: {row.bestand}, {row.bytes / 1e6:.1f} MB; restored and looked at: "
        f"{proef.logboek.regels} sealed rows whole, {proef.sleutels} keys open, {proef.bestanden} files."
    ]
    if proef.verloren:
        lines.append(
            f"{proef.verloren} dossiers have no part in the key store: they were unreadable already."
        )
    if proef.zonder_bestand:
        lines.append(
            f"{proef.zonder_bestand} files are missing on the disk: `doorzicht verify-bestanden` names them."
        )
    if gone:
        lines.append(f"Removed {len(gone)} older back-ups.")
    return "\n".join(lines)
