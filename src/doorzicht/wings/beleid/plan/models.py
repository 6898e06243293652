"""The plan as it was loaded, every version kept (R31: the plan may change)."""

from django.db import models


class Planversie(models.Model):
    """A version of the plan of the region: what the file said, and when it was loaded. No personal data."""

    naam = models.CharField(max_length=120)
    kenmerk = models.CharField(max_length=64, unique=True)
    inhoud = models.JSONField()
    geladen_op = models.DateTimeField()

    class Meta:
        ordering = ["-geladen_op", "-id"]

    class Privacy:
        gegevens = "geen; het plan is openbaar"
        bewaarregel = "zolang het plan loopt"
