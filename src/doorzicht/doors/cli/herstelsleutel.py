"""`doorzicht herstelsleutel`: the recovery key in two halves, for the day on which the secrets are lost.

Starts while secrets are missing: that is what it is for. It makes none of them by itself.
"""

import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from doorzicht.doors.cli.errors import BeheerFout

if TYPE_CHECKING:
    from doorzicht.ground.vault.herstel import Pakket


_GROOTSTE = 1 << 20
"""A recovery file holds a few kilobytes; what is larger is a backup."""


@click.group()
def command() -> None:
    """Make, use or try the recovery key: all secrets, behind two papers that are both needed."""
    os.environ["DOORZICHT_HERSTEL"] = "1"


@command.command("maak")
@click.option(
    "--vervang", is_flag=True, help="make a new one although there is one: its papers open nothing new"
)
@click.option("--zonder-controle", is_flag=True, help="do not ask to type a line of each half back")
def make_command(vervang: bool, zonder_controle: bool) -> None:
    """Make the recovery key, print both halves once, and write the recovery file."""
    from doorzicht.doors.cli.helften import ask_back, show
    from doorzicht.ground.vault import age
    from doorzicht.ground.vault.helften import split
    from doorzicht.ground.vault.herstel import ONTVANGER, set_recipient

    if (_folder() / ONTVANGER).exists() and not vervang:
        raise BeheerFout("there is a recovery key already; --vervang makes another one.")
    identity = age.new_identity()
    for half in split(identity):
        show(half, kenmerk=mark_of(age.recipient_of(identity)))
        if not zonder_controle:
            ask_back(half)
    # Only now: a broken-off `maak` leaves the key that was there as it was.
    set_recipient(_folder(), age.recipient_of(identity))
    path = write_recovery_file()
    click.echo(
        f"The recovery file is {path}: it opens with both halves only. Keep copies where this machine's disks are not."
    )


@command.command("gebruik")
@click.argument("bestand", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--vervang", is_flag=True, help="also where another secret stands; that one is kept beside it")
def use_command(bestand: Path | None, vervang: bool) -> None:
    """Put the secrets of a recovery file (or of a back-up) back where they are missing."""
    from doorzicht.ground.vault.herstel import AndereGeheimen, put_back

    pakket = _open(bestand)
    try:
        done = put_back(pakket, _folder(), vervang=vervang)
    except AndereGeheimen as error:
        raise BeheerFout(
            f"other secrets stand where these belong: {error}. Nothing was changed. Look which installation this is; "
            "--vervang puts them aside."
        ) from None
    click.echo(
        f"Secrets of {pakket.gemaakt:%Y-%m-%d %H:%M}: {len(done.nieuw)} put back, {len(done.gelijk)} were there."
    )
    if done.vervangen:
        click.echo(f"Put aside as *.vervangen: {', '.join(done.vervangen)}.")


@command.command("controleer")
@click.argument("bestand", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check_command(bestand: Path | None) -> None:
    """Try both halves: do they open the recovery file, and is every secret of now in it. Changes nothing."""
    pakket = _open(bestand)
    now = {path.name: path.read_bytes() for path in _folder().glob("*") if path.name in pakket.geheimen}
    other = sorted(naam for naam, value in pakket.geheimen.items() if now.get(naam) != value)
    if other:
        raise BeheerFout(
            f"the halves are good; these secrets are not those of this installation: {', '.join(other)}."
        )
    click.echo(f"goed: both halves open it, and all {len(pakket.geheimen)} secrets in it are those of now.")


def write_recovery_file(*, extra: dict[str, bytes] | None = None) -> Path:
    """Write the recovery file anew, with the secrets of now. Raises `GeenHerstelsleutel`."""
    from django.conf import settings

    from doorzicht.ground.vault.geheimen import replace_durably
    from doorzicht.ground.vault.herstel import HERSTELBESTAND, seal_secrets

    path = Path(settings.DOORZICHT_BACKUP) / HERSTELBESTAND
    replace_durably(path, seal_secrets(_folder(), at=datetime.now(UTC), extra=extra))
    return path


def mark_of(public: str) -> str:
    """Eight letters on both papers, to see that they belong together and to which key."""
    return hashlib.sha256(public.encode()).hexdigest()[:8]


def _folder() -> Path:
    from django.conf import settings

    return Path(settings.GEHEIMEN_DIR)


def _open(bestand: Path | None) -> "Pakket":
    """Ask for both halves and open the recovery file; every way it can fail is a sentence."""
    from django.conf import settings

    from doorzicht.doors.cli.helften import ask_identity
    from doorzicht.ground.vault import age
    from doorzicht.ground.vault.herstel import HERSTELBESTAND, open_secrets

    path = bestand or Path(settings.DOORZICHT_BACKUP) / HERSTELBESTAND
    if not path.exists():
        raise BeheerFout(f"there is no recovery file {path}: name one, or a back-up in which it is.")
    identity = ask_identity()
    try:
        age.recipient_of(identity)
    except age.VerkeerdeSleutel:
        raise BeheerFout("these halves are not of one key: look at the mark on both papers.") from None
    try:
        return open_secrets(_recovery_file(path, identity), identity=identity)
    except age.VerkeerdeSleutel:
        raise BeheerFout(f"{path} is not for this recovery key: its papers are older, or newer.") from None
    except age.Beschadigd as error:
        raise BeheerFout(f"{path} cannot be read: {error}. Take another copy.") from None


def _recovery_file(path: Path, identity: str) -> bytes:
    """The recovery file itself, also when it lies inside a backup (which both halves open too)."""
    from doorzicht.doors.cli.kopie.archief import read_recovery_file
    from doorzicht.ground.vault import age

    if path.stat().st_size <= _GROOTSTE:
        sealed = path.read_bytes()
        if age.decrypt(sealed, identity=identity).startswith(b"{"):
            return sealed
    with path.open("rb") as source, age.decrypting(source, identity=identity) as plain:
        return read_recovery_file(plain)
