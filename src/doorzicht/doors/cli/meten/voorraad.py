"""A bench database of a size: made, marked, migrated and filled, each only when it was not."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass

from doorzicht.doors.cli.meten.processen import spent
from doorzicht.doors.cli.meten.stand import Stand, run_program

CORES = len(os.sched_getaffinity(0))


@dataclass(frozen=True, slots=True)
class Voorraad:
    """A filled database, and what it took: wall seconds per phase, processor seconds of both sides."""

    database: str
    meldingen: int
    megabytes: int
    toegevoegd: int
    kopieren_s: float
    indexen_s: float
    cpu_s: float
    postgres_s: float


def ensure_filled(stand: Stand, meldingen: int, *, processen: int) -> Voorraad:
    """The bench database of so many meldingen."""
    database = f"bench_{meldingen}"
    here = stand.with_database(database)
    _inside(here, "merk")
    run_program(here, "migrate", "--verbosity", "0")
    before = spent([stand.postgres_pid])
    told = json.loads(_inside(here, "vul", str(meldingen), str(processen)))
    used = (spent([stand.postgres_pid]) - before).seconden
    return Voorraad(database=database, meldingen=meldingen, postgres_s=used, **told)


def _inside(stand: Stand, *arguments: str) -> str:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "doorzicht.doors.cli.meten.zaaien", *arguments],
        env=stand.as_owner(),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout
