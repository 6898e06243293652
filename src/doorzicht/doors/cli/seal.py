"""`doorzicht seal`: give the rows of the logboek their seals, once or for ever, as the role `zegel`."""

import logging
import signal
import threading
from pathlib import Path
from typing import Any

import click
import psycopg

from doorzicht.doors.cli.migrate import start_django_as
from doorzicht.doors.cli.sleutelproef import refuse_wrong_keys_when_it_answers
from doorzicht.doors.cli.verbinding import connect

log = logging.getLogger("doorzicht.zegel")


@click.command()
@click.option("--loop", is_flag=True, help="go on, round after round, until stopped")
@click.option(
    "--anker",
    "ankerbestand",
    type=click.Path(dir_okay=False, path_type=Path),
    help="file that remembers heads of the chain; default var/anker/logboek.jsonl",
)
@click.option("--elke", default=10.0, show_default=True, help="seconds between two rounds of the loop")
@click.option("--nieuwe-incarnatie", "reden", help="after restoring a backup: why; starts a new incarnation")
def command(loop: bool, ankerbestand: Path | None, elke: float, reden: str | None) -> None:
    """Seal what is committed, and write the new head of the chain to the anchor."""
    start_django_as("eigenaar" if reden else "zegel")
    refuse_wrong_keys_when_it_answers()
    path = ankerbestand or default_anchor()
    if reden:
        _restart(path, reden=reden)
    elif loop:
        _run_until_stopped(path, every=elke)
    else:
        with connect() as db:
            click.echo(_round(db, path))


def default_anchor() -> Path:
    """The anchor of this installation; copy it to a place the database's administrator cannot write."""
    from django.conf import settings

    return Path(settings.VAR_DIR) / "anker" / "logboek.jsonl"


def _round(db: psycopg.Connection[Any], path: Path) -> str:
    """Seal rows and finished days, anchor their heads, alarm when rows wait too long; one line to print."""
    from django.conf import settings
    from django.utils import timezone

    from doorzicht.ground.logboek import anker, dagzegels, zegels
    from doorzicht.ground.logboek.keten import Sleutels
    from doorzicht.ground.logboek.staat import explain

    sleutels = Sleutels.of(settings.DOORZICHT_LOGBOEKSLEUTEL)
    ronde = zegels.seal_all(db, key=sleutels.regel)
    if ronde.gezegeld:
        anker.anchor_rows(path, ronde.stand, at=timezone.now())
    dagen = dagzegels.seal_days(db, key=sleutels.dag, now=timezone.localtime())
    anker.anchor_days(path, dagen)
    now = timezone.now()
    if stalled := explain(ronde_op=now, oudste_open=ronde.oudste_open, at=now):
        log.warning("the sealing of the logboek has stalled: %s", stalled)
    return f"{ronde.gezegeld} rows sealed, chain at seal {ronde.stand.volgnummer}, {len(dagen)} days sealed"


def _run_until_stopped(path: Path, *, every: float) -> None:
    """Round after round, and a last one when asked to stop.

    Trouble is a warning and another try: sealing must not end by itself.
    """
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    db: psycopg.Connection[Any] | None = None
    last = False
    while not last:
        last = stop.is_set()
        try:
            db = db if db and not db.closed else connect()
            _round(db, path)
            _touch_files()
        except Exception:
            log.warning("the logboek was not sealed%s", "" if last else "; trying again", exc_info=True)
            if db is not None:
                db.close()
        stop.wait(every)
    if db is not None:
        db.close()


def _touch_files() -> None:
    """Every round, so that the times of key store and files say nothing of the last dossier (product rule 7)."""
    from doorzicht.ground.bestanden import opslag
    from doorzicht.ground.vault.api import kluis

    kluis().touch()
    opslag.touch()


def _restart(path: Path, *, reden: str) -> None:
    from django.conf import settings
    from django.utils import timezone

    from doorzicht.ground.logboek.incarnatie import start_incarnation
    from doorzicht.ground.logboek.keten import Sleutels

    with connect() as db:
        stand = start_incarnation(
            db,
            sleutels=Sleutels.of(settings.DOORZICHT_LOGBOEKSLEUTEL),
            reden=reden,
            at=timezone.now(),
            ankerbestand=path,
        )
    click.echo(f"incarnation {stand.incarnatie} starts after seal {stand.volgnummer}")
