"""Loads the catalogue files into versions. Runs as the owner: the application may only read them."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from doorzicht.engines.weighing import FoutInCatalogus
from doorzicht.ground.catalogus import bestand, controle
from doorzicht.ground.catalogus.models import Catalogusversie


def load_catalogus(
    *, at: datetime, using: str = "default", inhoud: Mapping[str, Any] | None = None
) -> list[str]:
    """Load today's version and every later one that the files already announce; return the versions.

    May run again: the same content is the same version and stays as it was loaded first. Raises
    `FoutInCatalogus` with all findings, and then nothing is loaded.
    """
    deel = bestand.read_files() if inhoud is None else inhoud
    vandaag = timezone.localdate(at)
    dagen = [vandaag, *change_days(deel, after=vandaag)]
    versies = [_checked(deel, op=dag) for dag in dagen]
    with transaction.atomic(using=using):
        for dag, geldig in zip(dagen, versies, strict=True):
            Catalogusversie.objects.using(using).get_or_create(
                versie=bestand.version_of(geldig),
                defaults={
                    "hash": bestand.hash_of(geldig),
                    "ingang": dag,
                    "geladen_op": at,
                    "inhoud": geldig,
                },
            )
    return [bestand.version_of(geldig) for geldig in versies]


def change_days(inhoud: Mapping[str, Any], *, after: date) -> list[date]:
    """Return the days on which an entry or a file comes into force or no longer holds."""
    dagen = set()
    for rij in (*inhoud.values(), *bestand.entries(dict(inhoud))):
        if rij.get("geldig_van"):
            dagen.add(date.fromisoformat(rij["geldig_van"]))
        if rij.get("geldig_tot"):
            dagen.add(date.fromisoformat(rij["geldig_tot"]) + timedelta(days=1))
    return sorted(dag for dag in dagen if dag > after)


def _checked(inhoud: Mapping[str, Any], *, op: date) -> dict[str, Any]:
    fouten = controle.check(inhoud, op=op)
    if fouten:
        raise FoutInCatalogus(f"De catalogus klopt niet op {op.isoformat()}:\n" + "\n".join(fouten))
    return bestand.valid_on(inhoud, op)
