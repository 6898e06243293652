"""Passwords of the database roles: none on the embedded server, which asks the kernel who connects."""

from pathlib import Path

from django.conf import settings

from doorzicht.doors.cli.server.external import read_passwords


def password_of(role: str) -> str:
    """What was made for `role` on the external server of DATABASE_URL; empty on the embedded one."""
    url = settings.DOORZICHT_DATABASE_URL
    stored = read_passwords(url, secrets_dir=Path(settings.GEHEIMEN_DIR)) if url else None
    return stored[role] if stored else ""
