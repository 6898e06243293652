"""The dossier: who owns it, in which compartment it lies, when it dies, and its wrapped key. And which keys belong."""

import uuid

from django.db import models


class Dossier(models.Model):
    """The anchor of everything with personal data.

    `ingepakt` is the 256-bit data key, encrypted with a key that needs three things together: the master key
    (outside the database), the dossier's part in the key store (outside every database backup) and this row.
    `sleutelversie` refers to `Hoofdsleutel`; the reference is made in SQL.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie_id = models.CharField(max_length=24)
    compartiment = models.CharField(max_length=12)
    soort = models.CharField(max_length=24)
    ingepakt = models.BinaryField(null=True)
    sleutelversie = models.PositiveSmallIntegerField()
    bewaarregel = models.CharField(max_length=40)
    vernietigen_op = models.DateField(null=True)
    vernietigd_op = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["id", "organisatie_id", "compartiment"], name="vault_dossier_eigen"
            ),
            models.CheckConstraint(
                condition=models.Q(ingepakt__isnull=False) | models.Q(vernietigd_op__isnull=False),
                name="vault_dossier_sleutel_of_vernietigd",
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisatie_id", "vernietigen_op"],
                condition=models.Q(vernietigd_op__isnull=True),
                name="vault_dossier_te_vernietigen",
            )
        ]

    class Privacy:
        gegevens = "geen inhoud; wel dat er een dossier is, van welke soort en tot wanneer"
        bewaarregel = "dossieromslag"


class Hoofdsleutel(models.Model):
    """A version of the master key that keys may be wrapped with. The key itself is a file outside the database.

    A version that a dossier was wrapped with cannot be removed: the database refuses, for transactions that are
    still open too. And nothing can be wrapped with a version that was removed.
    """

    versie = models.PositiveSmallIntegerField(primary_key=True)
    begonnen_op = models.DateTimeField()
    gereed_op = models.DateTimeField(null=True)

    class Privacy:
        gegevens = "geen; welke versies van de hoofdsleutel er zijn"
        bewaarregel = "zolang er een sleutel mee is ingepakt"


class Sleutelmerk(models.Model):
    """A mark (HMAC) of a secret or of the key store, to tell at the start that they belong to this database."""

    naam = models.CharField(primary_key=True, max_length=40)
    merk = models.BinaryField()

    class Privacy:
        gegevens = "geen; getallen waaraan te zien is dat de sleutels bij deze database horen"
        bewaarregel = "zolang de sleutel er is"
