"""Two exceptions to the table of rights, both for one dossier: shut out, and let in for a while. And what was decided
when somebody looked at who holds which role."""

import uuid
from typing import ClassVar

from django.db import models

from doorzicht.ground.lib.rows import DossierRow
from doorzicht.ground.organisaties.models import Aanstelling
from doorzicht.ground.vault.fields import VersleuteldVeld


class Uitsluiting(DossierRow):
    """Recusal: this person must not see this dossier, because a colleague or acquaintance is involved."""

    medewerker_id = models.UUIDField()
    reden = VersleuteldVeld()
    door = models.UUIDField()
    op = models.DateTimeField()
    ingetrokken_op = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["medewerker_id"], name="access_uitsluiting_wie")]

    class Privacy(DossierRow.Privacy):
        gegevens = "welke medewerker een dossier niet mag zien, en waarom (versleuteld)"
        bewaarregel = "met het dossier"


class Toegang(DossierRow):
    """Access of a person, or of a whole organisation, to one dossier of another, from a moment to a moment."""

    medewerker_id = models.UUIDField(null=True)
    voor_organisatie_id = models.CharField(max_length=24, null=True)  # noqa: DJ001  (nobody is not the empty text)
    kader = models.CharField(max_length=24)
    van = models.DateTimeField()
    tot = models.DateTimeField()
    ingetrokken_op = models.DateTimeField(null=True)
    door = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["medewerker_id", "tot"], name="access_toegang_wie"),
            models.Index(fields=["voor_organisatie_id", "tot"], name="access_toegang_organisatie"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(tot__gt=models.F("van")), name="access_toegang_periode"
            ),
            models.CheckConstraint(
                condition=models.Q(medewerker_id__isnull=True) ^ models.Q(voor_organisatie_id__isnull=True),
                name="access_toegang_een_ontvanger",
            ),
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "welke medewerker of organisatie een dossier van een ander kort mag zien"
        bewaarregel = "met het dossier"
        plaintext: ClassVar = {
            "voor_organisatie_id": "openbare code van de organisatie die mag zien",
            "kader": "code van het kader",
        }


class Rolbesluit(models.Model):
    """Somebody looked at an appointment and said that it goes on, or ended it. Never about oneself, never changed."""

    BLIJFT, STOPT = "blijft", "stopt"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie_id = models.CharField(max_length=24, editable=False)
    aanstelling = models.ForeignKey(Aanstelling, on_delete=models.PROTECT, related_name="+")
    medewerker_id = models.UUIDField()
    besluit = models.CharField(max_length=8)
    door = models.UUIDField()
    op = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["organisatie_id", "aanstelling", "op"], name="access_rolbesluit_laatste")
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(besluit__in=["blijft", "stopt"]), name="access_rolbesluit_bekend"
            ),
            models.CheckConstraint(
                condition=~models.Q(door=models.F("medewerker_id")),
                name="access_rolbesluit_nooit_over_zichzelf",
            ),
        ]

    class Privacy:
        gegevens = "welke medewerker een rol houdt of verliest, en wie dat besloot"
        bewaarregel = "zolang het account bestaat"
