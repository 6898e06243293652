"""The versions of the catalogue that were in use, so that an old weighing can still be explained."""

from django.db import models


class Catalogusversie(models.Model):
    """The content of the catalogue from a day on. Written by the owner of the database, never changed.

    `versie` is the date label and the start of the hash (`bestand.version_of`); `inhoud` is every file as it
    held on `ingang`. A weighing refers to this row; the application may read it only.
    """

    versie = models.CharField(primary_key=True, max_length=40)
    hash = models.CharField(max_length=64)
    ingang = models.DateField()
    geladen_op = models.DateTimeField()
    inhoud = models.JSONField()

    class Meta:
        ordering = ["ingang", "geladen_op"]
        indexes = [models.Index(fields=["ingang"], name="catalogus_versie_ingang")]

    class Privacy:
        gegevens = "geen"
        bewaarregel = "catalogusversie"
