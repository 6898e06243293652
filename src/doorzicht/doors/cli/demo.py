"""`doorzicht demo`: invented people, accounts and a story for a first look. Only in demo mode; may run again."""

import json
import secrets
from datetime import timedelta
from pathlib import Path

import click
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.conf import settings
from django.utils import timezone

from doorzicht.doors.cli.demo_accounts import DemoAccount, read_accounts
from doorzicht.doors.cli.demo_rollen import review_roles
from doorzicht.doors.cli.demo_stand import GEMEENTE
from doorzicht.doors.cli.demo_verhaal import tell
from doorzicht.doors.cli.errors import BeheerFout
from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.organisaties import inrichten
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.ground.vault.geheimen import replace_durably
from doorzicht.wings.signaleren import api as signaleren

SINCE = timedelta(days=730)
"""How long the cast has worked here: longer than the story goes back."""


@click.command()
def command() -> None:
    """Load what is not there yet: organisations, the cast with its accounts, and the story of the meldingen."""
    if not settings.DOORZICHT_DEMO:
        raise BeheerFout("The demo is only for demo mode (DOORZICHT_DEMO=1); this is a real installation.")
    inrichten.install_organisaties()
    accounts = {a["gebruikersnaam"]: a for a in read_accounts()}
    known, passwords = len(accounts), _Passwords()
    # One transaction each: thirty slow hashes together would outlive a transaction's thirty seconds.
    since = timezone.localdate() - SINCE
    for medewerker in inrichten.install_cast(password_for=passwords.__getitem__, vanaf=since):
        if medewerker.gebruikersnaam not in accounts:
            accounts[medewerker.gebruikersnaam] = _account(medewerker, passwords)
            _write(list(accounts.values()))
    with context(Actor.systeem(GEMEENTE)) as house:
        empty = signaleren.is_empty(by=house)
    if empty:
        tell(nu=timezone.now())
        review_roles(nu=timezone.now())
    click.echo(f"Demo: {len(accounts) - known} accounts made, {len(accounts)} in all.")


class _Passwords(dict[str, str]):
    """A password for whoever is asked for; asking again gives the same one."""

    def __missing__(self, naam: str) -> str:
        self[naam] = secrets.token_urlsafe(12)
        return self[naam]


def _account(medewerker: Medewerker, passwords: _Passwords) -> DemoAccount:
    """Password and second factor of one member of the cast, as the accounts file lists them.

    A first start that was broken off may have left an account whose password was never told: it gets a new one.
    """
    if medewerker.gebruikersnaam not in passwords:
        medewerker.set_password(passwords[medewerker.gebruikersnaam])
        medewerker.save(update_fields=["password"])
    secret = generate_totp_secret()
    Authenticator.objects.update_or_create(
        user=medewerker,
        type=Authenticator.Type.TOTP,
        defaults={"data": {"secret": get_adapter().encrypt(secret)}},
    )
    roles = medewerker.aanstellingen.order_by("id").values_list("rol", flat=True)
    return DemoAccount(
        rol=roles[0],
        organisatie=medewerker.organisatie.naam,
        gebruikersnaam=medewerker.gebruikersnaam,
        wachtwoord=passwords[medewerker.gebruikersnaam],
        totp_secret=secret,
    )


def _write(accounts: list[DemoAccount]) -> None:
    """Readable for the one who runs the demo only; broken off, the old list is still whole."""
    text = json.dumps(accounts, indent=1, ensure_ascii=False)
    replace_durably(Path(settings.VAR_DIR) / "demo-accounts.json", text.encode())
