"""What is remembered of every act: who, in which role, what, on which rows, why. Ids and codes, no content."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Regel(models.Model):
    """One act on personal data by somebody with an account, or by a job.

    `id`, `xid`, `tijd` and `incarnatie` are set by the database and cannot be given by the application: the
    sealer orders by (incarnatie, xid, id).
    """

    id = models.BigAutoField(primary_key=True)
    organisatie_id = models.CharField(max_length=24)
    medewerker_id = models.UUIDField(null=True)
    rol = models.CharField(max_length=120)
    handeling = models.CharField(max_length=24)
    recht = models.CharField(max_length=48)
    object_soort = models.CharField(max_length=24)
    object_ids = ArrayField(models.UUIDField(), default=list)
    doel = models.CharField(max_length=60, blank=True)
    uitkomst = models.CharField(max_length=12, default="ok")
    bijzonderheden = models.JSONField(default=dict)
    trace_id = models.UUIDField(default=uuid.uuid4)

    class Meta:
        indexes = [models.Index(fields=["organisatie_id", "-id"], name="logboek_regel_organisatie")]

    class Privacy:
        gegevens = "welke medewerker wat deed met welk dossier; alleen nummers en codes"
        bewaarregel = "logboek"


class AnoniemeRegel(models.Model):
    """An act of a reporter without an account. Kept by the day, with a random id: no order and no clock, because
    the minute of a report can point at the person who was seen typing it (product rule 7)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dag = models.DateField()
    organisatie_id = models.CharField(max_length=24)
    handeling = models.CharField(max_length=24)
    object_soort = models.CharField(max_length=24)

    class Privacy:
        gegevens = "dat er op een dag een anonieme melding of vraag was"
        bewaarregel = "logboek"
