"""pg_dump and pg_restore of the server's own version, and how they connect."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo

from doorzicht.doors.cli.kopie.fouten import KopieFout
from doorzicht.doors.cli.server.binaries import bundled

_DEBIAN = Path("/usr/lib/postgresql")


@dataclass(frozen=True, slots=True)
class Programmas:
    """The folder with the programs of one version."""

    folder: Path
    versie: int

    def path(self, name: str) -> str:
        """Where pg_dump or pg_restore is."""
        return str(self.folder / name)


def for_server(db: psycopg.Connection[Any]) -> Programmas:
    """The programs of exactly this server's version. Raises `KopieFout`.

    An older pg_dump refuses a newer server, and what a newer one writes an older server does not always take.
    """
    wanted = db.info.server_version // 10_000
    for folder in (bundled().folder, _DEBIAN / str(wanted) / "bin", _on_path()):
        if folder is not None and _version_of(folder) == wanted:
            return Programmas(folder, wanted)
    raise KopieFout(
        f"the database server is PostgreSQL {wanted}, and pg_dump {wanted} is not on this machine: "
        f"apt-get install postgresql-client-{wanted}"
    )


def connection_string(database: str) -> str:
    """How a program connects to a database as this process's role; the password is not in it."""
    from django.conf import settings

    base = settings.DATABASES["default"]
    secured = {key: value for key, value in base["OPTIONS"].items() if key.startswith("ssl")}
    return make_conninfo(
        host=base["HOST"], port=base["PORT"] or None, user=base["USER"], dbname=database, **secured
    )


def environment() -> dict[str, str]:
    """The environment of such a program: nothing but what it needs, the password not on the command line."""
    from django.conf import settings

    password = settings.DATABASES["default"]["PASSWORD"]
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "LD_LIBRARY_PATH") if key in os.environ}
    return kept | {"LC_ALL": "C", "TZ": "UTC"} | ({"PGPASSWORD": password} if password else {})


def _version_of(folder: Path) -> int | None:
    try:
        said = subprocess.run(  # noqa: S603
            [folder / "pg_dump", "--version"], capture_output=True, text=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    number = said.split()[-1] if "(Debian" not in said else said.split("(PostgreSQL)")[1].split()[0]
    return int(number.split(".")[0])


def _on_path() -> Path | None:
    found = shutil.which("pg_dump")
    return Path(found).resolve().parent if found else None
