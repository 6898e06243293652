"""The environment, read here and nowhere else.

Everything that differs between a laptop, a demo and a production server comes in through this module;
the settings and the commands only see the frozen `Omgeving`.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

from doorzicht.doors.cli.errors import BeheerFout
from doorzicht.doors.cli.server.connections import role_prefix

_SENDER_AT_HOME = "doorzicht@localhost"
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
    backup: Path
    herstel: bool
    bestanden: Path
    oidc: Path
    scanner: str
    adres: str
    poort: int
    werkers: int
    toegestane_hosts: tuple[str, ...]
    https: bool
    mail_url: str
    mail_afzender: str
    regio_algemeen: int
    shared: Path


def read_omgeving(environ: os._Environ[str] | dict[str, str] = os.environ) -> Omgeving:
    """Read the environment once. Paths are absolute; `database_rol` is `app`, `eigenaar` or `zegel`."""
    base = Path(environ.get("DOORZICHT_BASE", _CHECKOUT)).resolve()
    var = Path(environ.get("DOORZICHT_VAR", base / "var")).resolve()
    rol = environ.get("DOORZICHT_DB_ROL", "app")
    if rol not in {"app", "eigenaar", "zegel"}:
        raise BeheerFout(f"DOORZICHT_DB_ROL must be app, eigenaar or zegel, not {rol}.")
    url = environ.get("DATABASE_URL", "")
    return Omgeving(
        base=base,
        var=var,
        demo=environ.get("DOORZICHT_DEMO", "0") == "1",
        database_url=url,
        database_rol=rol,
        database_naam=environ.get("DOORZICHT_DB_NAAM") or role_prefix(url=url),
        # Not resolved: where root's server cannot enter the checkout this is a link to its data.
        postgres_map=Path(environ.get("DOORZICHT_POSTGRES", var / "postgres")).absolute(),
        duurzaam=environ.get("DOORZICHT_DUURZAAM", "1") == "1",
        geheimen=Path(environ.get("DOORZICHT_GEHEIMEN", var / "geheimen")).resolve(),
        backup=Path(environ.get("DOORZICHT_BACKUP", var / "back-up")).resolve(),
        # Set by the commands that put secrets back: they start while some are missing, and make none.
        herstel=environ.get("DOORZICHT_HERSTEL", "0") == "1",
        bestanden=Path(environ.get("DOORZICHT_BESTANDEN", var / "bestanden")).resolve(),
        oidc=Path(environ.get("DOORZICHT_OIDC", var / "oidc")).resolve(),
        scanner=environ.get("DOORZICHT_SCANNER", ""),
        adres=environ.get("DOORZICHT_ADRES", "127.0.0.1"),
        poort=_number(environ, "PORT", default=8000),
        werkers=_number(environ, "DOORZICHT_WERKERS", default=2),
        toegestane_hosts=tuple(environ.get("DOORZICHT_HOSTS", "127.0.0.1,localhost").split(",")),
        https=environ.get("DOORZICHT_HTTPS", "0") == "1",
        mail_url=environ.get("DOORZICHT_MAIL", ""),
        regio_algemeen=_number(environ, "DOORZICHT_REGIO_ALGEMEEN", default=50),
        mail_afzender=_sender(environ),
        shared=Path(environ.get("DOORZICHT_SHARED", base.parent / "shared")),
    )


def _sender(environ: os._Environ[str] | dict[str, str]) -> str:
    """The address that mail comes from. Production, which is https without the demo, must say its own: a mail from
    nowhere is thrown away unread, and then nobody knows that something waits."""
    sender = environ.get("DOORZICHT_MAIL_AFZENDER", "")
    production = environ.get("DOORZICHT_HTTPS", "0") == "1" and environ.get("DOORZICHT_DEMO", "0") != "1"
    if not sender and not production:
        return _SENDER_AT_HOME
    try:
        EmailValidator(allowlist=[])(sender)
    except ValidationError:
        raise BeheerFout(
            "DOORZICHT_MAIL_AFZENDER must be the mail address that Doorzicht sends from, such as "
            f"doorzicht@gemeente.example; it is {sender or 'empty'}."
        ) from None
    return sender


def _number(environ: os._Environ[str] | dict[str, str], name: str, *, default: int) -> int:
    value = environ.get(name, "") or str(default)
    if not value.isdecimal():
        raise BeheerFout(f"{name} must be a whole number, not {value}.")
    return int(value)


OMGEVING = read_omgeving()
