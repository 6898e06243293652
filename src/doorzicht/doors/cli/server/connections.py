"""What Django must know to connect, for the embedded and for an external server."""

from pathlib import Path
from typing import Any

from doorzicht.doors.cli.server.cluster import PREFIX
from doorzicht.doors.cli.server.external import parse_url, read_passwords
from doorzicht.doors.cli.server.supervisor import address_of


def role_prefix(*, url: str) -> str:
    """First part of the roles' names: fixed on the embedded server, else the database's name."""
    return parse_url(url)["dbname"] if url else PREFIX


def connection_settings(
    *, postgres_dir: Path, secrets_dir: Path, database: str, url: str, role: str
) -> dict[str, Any]:
    """NAME, USER, PASSWORD, HOST and PORT for Django; touches no server.

    With a `url` the password comes from `secrets_dir`; it is empty until `doorzicht postgres start` has
    prepared that server.
    """
    if not url:
        address = address_of(postgres_dir, database=database)
        return {
            "NAME": database,
            "USER": f"{PREFIX}_{role}",
            "PASSWORD": "",
            "HOST": str(address.socket_dir),
            "PORT": str(address.port),
        }
    parts = parse_url(url)
    passwords = read_passwords(url, secrets_dir=secrets_dir) or {}
    return {
        "NAME": database,
        "USER": f"{parts['dbname']}_{role}",
        "PASSWORD": passwords.get(role, ""),
        "HOST": parts.get("host", ""),
        "PORT": parts.get("port", ""),
    }


def connection_options(*, url: str) -> dict[str, str]:
    """How the connection is secured: what the administrator's url says about TLS holds for every role."""
    parts = parse_url(url) if url else {}
    return {key: value for key, value in parts.items() if key.startswith("ssl")}
