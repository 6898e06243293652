"""The environment, read here and nowhere else.

Everything that differs between a laptop, a demo and a production server comes in through this module;
the settings and the commands only see the frozen `Omgeving`.
"""

import os
from dataclasses import dataclass
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Omgeving:
    """What this process was told by its surroundings."""

    base: Path
    var: Path
    demo: bool
    database_url: str
    database_rol: str
    database_naam: str
    postgres_map: Path
    duurzaam: bool
    geheimen: Path
    adres: str
    poort: int
    toegestane_hosts: tuple[str, ...]
    https: bool
    mail_url: str
    shared: Path


def read_omgeving(environ: os._Environ[str] | dict[str, str] = os.environ) -> Omgeving:
    """Read the environment once. Paths are absolute; `database_rol` is `app`, `eigenaar` or `zegel`."""
    base = Path(environ.get("DOORZICHT_BASE", _CHECKOUT)).resolve()
    var = Path(environ.get("DOORZICHT_VAR", base / "var")).resolve()
    rol = environ.get("DOORZICHT_DB_ROL", "app")
    if rol not in {"app", "eigenaar", "zegel"}:
        raise ValueError(f"DOORZICHT_DB_ROL must be app, eigenaar or zegel, not {rol!r}")
    return Omgeving(
        base=base,
        var=var,
        demo=environ.get("DOORZICHT_DEMO", "0") == "1",
        database_url=environ.get("DATABASE_URL", ""),
        database_rol=rol,
        database_naam=environ.get("DOORZICHT_DB_NAAM", "doorzicht"),
        # Not resolved: where root's server cannot enter the checkout this is a link to its data.
        postgres_map=Path(environ.get("DOORZICHT_POSTGRES", var / "postgres")).absolute(),
        duurzaam=environ.get("DOORZICHT_DUURZAAM", "1") == "1",
        geheimen=Path(environ.get("DOORZICHT_GEHEIMEN", var / "geheimen")).resolve(),
        adres=environ.get("DOORZICHT_ADRES", "127.0.0.1"),
        poort=int(environ.get("PORT", "8000")),
        toegestane_hosts=tuple(environ.get("DOORZICHT_HOSTS", "127.0.0.1,localhost").split(",")),
        https=environ.get("DOORZICHT_HTTPS", "0") == "1",
        mail_url=environ.get("DOORZICHT_MAIL", ""),
        shared=Path(environ.get("DOORZICHT_SHARED", base.parent / "shared")),
    )


OMGEVING = read_omgeving()
