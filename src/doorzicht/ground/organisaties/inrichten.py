"""Fill a new installation: the organisations of the plan, and (demo and tests only) the invented cast."""

import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from importlib.resources import files
from typing import Any

import yaml
from django.db import transaction
from django.utils import timezone

from doorzicht.ground.organisaties import api
from doorzicht.ground.organisaties.kanalen import BEWONER, MEDEWERKER
from doorzicht.ground.organisaties.models import Medewerker, Organisatie


def install_organisaties() -> int:
    """Create what is missing of the organisations in the data file; leaves existing ones alone."""
    rows = _read("organisaties.yaml")["organisaties"]
    return sum(Organisatie.objects.get_or_create(code=row["code"], defaults=row)[1] for row in rows)


def install_cast(*, password_for: Callable[[str], str], vanaf: date) -> Iterator[Medewerker]:
    """Create who is missing of the invented cast, appointed from a day, then switch the six municipalities on today.

    Idempotent, also when another day is given than the first time. Yields every member, each after a transaction of
    their own.
    """
    for row in _read("rolbezetting.yaml")["medewerkers"]:
        with transaction.atomic():
            medewerker = _install(row, password_for, vanaf)
        yield medewerker
    today = timezone.localdate()
    for gemeente in Organisatie.objects.filter(soort="gemeente"):
        api.switch_on(gemeente, on=today)
        for soort in (BEWONER, MEDEWERKER):
            api.switch_on_kanaal(gemeente, soort, on=today)


def account_name(naam: str) -> str:
    """`Zoë Zorgzaam` -> `zoe.zorgzaam`."""
    plain = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode()
    return plain.lower().replace(" ", ".")


def _install(row: dict[str, Any], password_for: Callable[[str], str], vanaf: date) -> Medewerker:
    gebruikersnaam = account_name(row["naam"])
    known = Medewerker.objects.filter(gebruikersnaam=gebruikersnaam).select_related("organisatie").first()
    if known is not None:
        return known
    organisatie = Organisatie.objects.get(code=row["organisatie"])
    medewerker = Medewerker.objects.create_account(
        gebruikersnaam=gebruikersnaam,
        naam=row["naam"],
        email=f"{gebruikersnaam}@{organisatie.slug}.example",
        organisatie=organisatie,
        wachtwoord=password_for(gebruikersnaam),
        functie=row.get("functie", ""),
    )
    for rol in row["rollen"]:
        deputy = rol in row.get("plaatsvervanger", [])
        api.appoint(medewerker, rol, organisatie=organisatie, vanaf=vanaf, plaatsvervanger=deputy)
    return medewerker


def _read(name: str) -> dict[str, Any]:
    text = files("doorzicht.ground.organisaties").joinpath("data", name).read_text()
    content: dict[str, Any] = yaml.safe_load(text)
    return content
