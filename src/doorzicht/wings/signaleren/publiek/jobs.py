"""Jobs of the room: in the night after a day, forget in which order its reports came."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db.models import F, Q
from django.utils import timezone
from procrastinate.contrib.django import app

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.bestanden.api import Bestand
from doorzicht.ground.organisaties.api import houses
from doorzicht.ground.organisaties.kanalen import BEWONER
from doorzicht.ground.vault.models import Dossier
from doorzicht.wings.signaleren.melding.models import (
    Bericht,
    Gegeven,
    Melder,
    Melding,
    Persoon,
    RolVanPersoon,
    Waarneming,
)

TABELLEN = (Melding, Melder, Persoon, RolVanPersoon, Gegeven, Waarneming, Bericht, Bestand)
"""What a reporter without an account can fill, in the order in which it is written anew."""


@app.periodic(cron="30 3 * * *")
@app.task(name="publiek.night")
def night(timestamp: int) -> None:
    """For every municipality: write the rows of yesterday's reports anew, so that they all are of this night."""
    yesterday = timezone.localdate() - timedelta(days=1)
    for house in houses(soort="gemeente"):
        with context(house):
            rewrite(touched_by_reporters(house, yesterday))


def touched_by_reporters(house: Actor, day: date) -> list[UUID]:
    """The dossiers in which somebody without an account reported, read or wrote on a day, in order of random id."""
    reports = Melding.objects.filter(organisatie_id=house.organisatie_id, kanaal=BEWONER, ontvangen_dag=day)
    messages = Bericht.objects.filter(
        Q(van_melder=True, dag=day) | Q(gelezen_dag=day), organisatie_id=house.organisatie_id
    )
    found = {*reports.values_list("id", flat=True), *messages.values_list("dossier_id", flat=True)}
    return sorted(found)


def rewrite(dossier_ids: Iterable[UUID]) -> None:
    """Write every row of these dossiers anew with the values it has.

    PostgreSQL remembers the transaction of every row, and the logboek the moment of every transaction of staff:
    together they would tell at which minute somebody reported. Afterwards all rows are of one transaction.
    """
    for dossier_id in dossier_ids:
        Dossier.objects.filter(pk=dossier_id).update(bewaarregel=F("bewaarregel"))
        for table in TABELLEN:
            table.objects.filter(dossier_id=dossier_id).update(dossier_id=F("dossier_id"))
