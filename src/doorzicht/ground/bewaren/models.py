"""Lists of dossiers that are due, who confirmed them, and the proofs. Numbers, kinds and days; no content."""

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from doorzicht.ground.bewaren.workflow import AANHOUDREDENEN, LIJST, REGEL


class Vernietigingslijst(models.Model):
    """What is due in one organisation on one day. Without `twee_personen` the catalogus asks no confirmation."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie_id = models.CharField(max_length=24, editable=False)
    opgesteld_op = models.DateField()
    twee_personen = models.BooleanField(default=True)
    status = models.CharField(max_length=12, default="open")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=list(LIJST)), name="bewaren_lijst_bekende_status"
            )
        ]
        indexes = [models.Index(fields=["organisatie_id", "status"], name="bewaren_lijst_stand")]

    class Privacy:
        gegevens = "geen inhoud; welke dossiers op welke dag vernietigd moeten worden"
        bewaarregel = "bewijs-vernietiging"


class Lijstregel(models.Model):
    """One dossier on a list: its number, kind and rule, and what became of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    lijst = models.ForeignKey(Vernietigingslijst, on_delete=models.PROTECT, related_name="regels")
    organisatie_id = models.CharField(max_length=24, editable=False)
    dossier_id = models.UUIDField(editable=False)
    soort = models.CharField(max_length=24)
    bewaarregel = models.CharField(max_length=40)
    vernietigen_op = models.DateField()
    uitkomst = models.CharField(max_length=12, blank=True, default="")
    aangehouden_reden = models.CharField(max_length=12, blank=True, default="")
    aangehouden_door = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier_id"], condition=models.Q(uitkomst=""), name="bewaren_regel_een_keer_open"
            ),
            models.CheckConstraint(
                condition=models.Q(uitkomst__in=list(REGEL))
                & models.Q(aangehouden_reden__in=["", *AANHOUDREDENEN]),
                name="bewaren_regel_bekende_codes",
            ),
        ]
        indexes = [models.Index(fields=["dossier_id"], name="bewaren_regel_dossier")]

    class Privacy:
        gegevens = "geen inhoud; nummer, soort en bewaarregel van een dossier"
        bewaarregel = "bewijs-vernietiging"


class Bevestiging(models.Model):
    """One of the people who said yes to a list. A person counts once."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    lijst = models.ForeignKey(Vernietigingslijst, on_delete=models.PROTECT, related_name="bevestigingen")
    organisatie_id = models.CharField(max_length=24, editable=False)
    medewerker_id = models.UUIDField()
    op = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lijst", "medewerker_id"], name="bewaren_bevestiging_een_mens")
        ]

    class Privacy:
        gegevens = "welke medewerker een vernietiging bevestigde"
        bewaarregel = "bewijs-vernietiging"


class Vernietigingsbewijs(models.Model):
    """That a dossier is gone: which, by which rule, on which day, who confirmed, how many rows. Never what it held.

    `opnieuw`: it had come back from an older dump of the database (unreadable) and was destroyed again.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie_id = models.CharField(max_length=24, editable=False)
    dossier_id = models.UUIDField(editable=False)
    soort = models.CharField(max_length=24)
    bewaarregel = models.CharField(max_length=40)
    vernietigd_op = models.DateField()
    bevestigd_door = ArrayField(models.UUIDField(), default=list)
    rijen = models.JSONField(default=dict)
    opnieuw = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["organisatie_id", "-vernietigd_op"], name="bewaren_bewijs_dag"),
            models.Index(fields=["dossier_id"], name="bewaren_bewijs_dossier"),
        ]

    class Privacy:
        gegevens = "geen inhoud; nummer, soort, regel en dag van een vernietigd dossier, en wie bevestigde"
        bewaarregel = "bewijs-vernietiging"
        plaintext: ClassVar = {"rijen": "aantal verwijderde rijen per tabel"}
