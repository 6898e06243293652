"""`doorzicht demo`: invented people, accounts and meldingen for a first look. Only in demo mode; may run again."""

import json
import os
import secrets
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

import click
import yaml
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from doorzicht.doors.cli.demo_accounts import DemoAccount, read_accounts
from doorzicht.doors.cli.errors import BeheerFout
from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.lib.datums import format_date
from doorzicht.ground.organisaties import inrichten
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.wings.signaleren import api as signaleren


@click.command()
def command() -> None:
    """Load what is not there yet: organisations, the cast with its accounts, the meldingen of the plan's cases."""
    if not settings.DOORZICHT_DEMO:
        raise BeheerFout("The demo is only for demo mode (DOORZICHT_DEMO=1); this is a real installation.")
    accounts = {a["gebruikersnaam"]: a for a in read_accounts()}
    passwords: dict[str, str] = {}
    with transaction.atomic():
        inrichten.install_organisaties()
        made = inrichten.install_cast(
            password_for=lambda name: passwords.setdefault(name, secrets.token_urlsafe(12)),
            vanaf=timezone.localdate() - timedelta(days=90),
        )
        for medewerker in made:
            account = _account(medewerker, wachtwoord=passwords[medewerker.gebruikersnaam])
            accounts[medewerker.gebruikersnaam] = account
        if made:
            load_meldingen()
            _write(list(accounts.values()))  # before the commit: nobody exists whose password was never told
    click.echo(f"Demo: {len(made)} accounts made, {len(accounts)} in all.")


def _account(medewerker: Medewerker, *, wachtwoord: str) -> DemoAccount:
    """A second factor for one member of the cast, and the account as the accounts file lists it."""
    secret = generate_totp_secret()
    Authenticator.objects.create(
        user=medewerker, type=Authenticator.Type.TOTP, data={"secret": get_adapter().encrypt(secret)}
    )
    roles = medewerker.aanstellingen.order_by("id").values_list("rol", flat=True)
    return DemoAccount(
        rol=roles[0],
        organisatie=medewerker.organisatie.naam,
        gebruikersnaam=medewerker.gebruikersnaam,
        wachtwoord=wachtwoord,
        totp_secret=secret,
    )


def _write(accounts: list[DemoAccount]) -> None:
    """Readable for the one who runs the demo only."""
    path = Path(settings.VAR_DIR) / "demo-accounts.json"
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(fd, "w") as handle:
        json.dump(accounts, handle, indent=1, ensure_ascii=False)


def load_meldingen() -> None:
    """The invented meldingen of the data file, as the people of the cast made them. Every call adds them again."""
    text = files("doorzicht.doors.cli").joinpath("data", "demo-meldingen.yaml").read_text()
    for row in yaml.safe_load(text)["meldingen"]:
        medewerker = Medewerker.objects.get(gebruikersnaam=row["door"])
        roles = medewerker.aanstellingen.values_list("rol", flat=True)
        with context(Actor.of(medewerker, roles, medewerker.organisatie_id)) as actor:
            at = timezone.now() - timedelta(days=row["dagen"], minutes=secrets.randbelow(90))
            signaleren.receive(_invoer(row, seen=at.date()), by=actor, at=at)


def _invoer(row: dict[str, Any], *, seen: date) -> signaleren.MeldingInvoer:
    """A row of the demo file as a melding."""
    return signaleren.MeldingInvoer(
        kanaal="medewerker",
        inzending=os.urandom(32),
        label=row["label"],
        verhaal=row["verhaal"],
        kaart=row["kaart"],
        plaats=signaleren.Plaats(**row["plaats"]),
        wanneer=format_date(seen),
        spoed=row["spoed"],
        leeftijd=row["leeftijd"],
        vormen=tuple(row["vormen"]),
        sector=row.get("sector", ""),
        gebied="ja",
        personen=tuple(_persoon(p) for p in row["personen"]),
        waarnemingen=tuple(signaleren.WaarnemingInvoer(**w) for w in row.get("waarnemingen", ())),
        gegevens=tuple(signaleren.GegevenInvoer(**g) for g in row.get("gegevens", ())),
    )


def _persoon(row: dict[str, Any]) -> signaleren.PersoonInvoer:
    lists = {
        "rollen": tuple(row.get("rollen", ())),
        "waarnemingen": tuple(signaleren.WaarnemingInvoer(code) for code in row.get("waarnemingen", ())),
        "gegevens": tuple(signaleren.GegevenInvoer(**g) for g in row.get("gegevens", ())),
    }
    return signaleren.PersoonInvoer(**{**row, **lists})
