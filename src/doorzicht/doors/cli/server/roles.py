"""The roles of the application in the database, the same on the embedded and on an external server."""

from pathlib import Path

LOGIN_ROLES = ("eigenaar", "app", "zegel")
ROLES = (*LOGIN_ROLES, "herken")


def roles_sql() -> str:
    """The script that makes database and roles, for psql."""
    return Path(__file__).with_name("roles.sql").read_text()


def role_variables(*, database: str, prefix: str, with_passwords: bool) -> list[str]:
    """The script's variables as psql options. Roles are named `<prefix>_app` and so on."""
    variables = {"db": database, "with_passwords": str(int(with_passwords))}
    variables |= {role: f"{prefix}_{role}" for role in ROLES}
    return [part for name, value in variables.items() for part in ("-v", f"{name}={value}")]
