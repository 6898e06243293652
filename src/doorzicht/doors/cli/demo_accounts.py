"""The accounts of the demo, as `var/demo-accounts.json` lists them, and the one-time code of each."""

import base64
import json
import time
from pathlib import Path
from typing import TypedDict

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.conf import settings


class DemoAccount(TypedDict):
    """One invented member of staff."""

    rol: str
    organisatie: str
    gebruikersnaam: str
    wachtwoord: str
    totp_secret: str


def read_accounts() -> list[DemoAccount]:
    """All accounts of the demo; an empty list before it is loaded."""
    path = Path(settings.VAR_DIR) / "demo-accounts.json"
    if not path.exists():
        return []
    accounts: list[DemoAccount] = json.loads(path.read_text())
    return accounts


def one_per_role(accounts: list[DemoAccount]) -> list[DemoAccount]:
    """The first account of every role."""
    found: dict[str, DemoAccount] = {}
    for account in accounts:
        found.setdefault(account["rol"], account)
    return list(found.values())


def code_now(account: DemoAccount) -> str:
    """The six digits an authenticator app would show now (RFC 6238, SHA-1, 30 seconds)."""
    secret = account["totp_secret"]
    key = base64.b32decode(secret + "=" * (-len(secret) % 8), casefold=True)
    return TOTP(key, 6, SHA1(), 30, enforce_key_length=False).generate(int(time.time())).decode()  # noqa: S303


def table(accounts: list[DemoAccount]) -> str:
    """The accounts as a table for a terminal."""
    heads = ("rol", "organisatie", "gebruikersnaam", "wachtwoord", "sleutel voor de code")
    rows = [
        (a["rol"], a["organisatie"], a["gebruikersnaam"], a["wachtwoord"], a["totp_secret"]) for a in accounts
    ]
    widths = [max(len(row[i]) for row in [heads, *rows]) for i in range(len(heads))]
    lines = [heads, tuple("-" * width for width in widths), *rows]
    return "\n".join(
        "  ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)).rstrip() for line in lines
    )
