"""What is remembered of every act: who, in which role, what, on which rows, why. Ids and codes, no content.

And the seals over it. They are written by the sealer (`zegels`, `dagzegels`), never by the application.
"""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Regel(models.Model):
    """One act on personal data by somebody with an account, or by a job.

    `id`, `xid`, `tijd` and `incarnatie` are set by the database and cannot be given by the application: the
    sealer orders by (incarnatie, xid, id). So is `van_organisatie_id`: with it this is the second row of an act, in
    the logboek of the organisation that owns what was touched, by somebody of that other organisation.
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


class Zegel(models.Model):
    """The seal of one row: an HMAC over the row and over the seal before it. `xid` is added in SQL.

    A seal names its row by (incarnatie, xid, regel_id), the order in which rows are sealed.
    """

    volgnummer = models.BigIntegerField(primary_key=True)
    incarnatie = models.IntegerField()
    regel_id = models.BigIntegerField()
    zegel = models.BinaryField()

    class Privacy:
        gegevens = "geen; getallen waaraan te zien is dat een regel van het logboek niet is veranderd"
        bewaarregel = "logboek"


class Zegelstand(models.Model):
    """How far the sealer is, one row an incarnation of the database. `watermerk` (xid8) is added in SQL.

    A restore of a backup starts a new incarnation, because transaction numbers start again. The chain runs on:
    `beginvolgnummer` and `beginkop` tell at which seal of the one before it this one begins.
    """

    incarnatie = models.IntegerField(primary_key=True)
    begonnen_op = models.DateTimeField()
    reden = models.CharField(max_length=200)
    beginvolgnummer = models.BigIntegerField()
    beginkop = models.BinaryField()
    watermerk_incarnatie = models.IntegerField()
    volgnummer = models.BigIntegerField()
    kop = models.BinaryField()
    ronde_op = models.DateTimeField(null=True)
    gezegeld_op = models.DateTimeField(null=True)
    oudste_open = models.DateTimeField(null=True)

    class Privacy:
        gegevens = "geen; tot waar het logboek verzegeld is"
        bewaarregel = "logboek"


class Dagzegel(models.Model):
    """The seal over all anonymous rows of one finished day, as one block in order of their random ids."""

    dag = models.DateField(primary_key=True)
    ids = ArrayField(models.UUIDField())
    controlegetallen = ArrayField(models.BinaryField())
    zegel = models.BinaryField()

    class Privacy:
        gegevens = "geen; getallen waaraan te zien is dat de anonieme regels van een dag niet zijn veranderd"
        bewaarregel = "logboek"
