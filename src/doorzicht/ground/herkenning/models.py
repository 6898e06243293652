"""What can be recognised (never the value itself) and the release that a question needs."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from doorzicht.engines.matching.normalise import SOORTEN
from doorzicht.ground.lib.rows import DossierRow


class Kenmerk(DossierRow):
    """One identifier of a dossier as a keyed blind index of 16 bytes.

    The application may write and remove rows but cannot read `indexwaarde`: looking across dossiers goes through
    the function `herkenning.herken` only.
    """

    soort = models.CharField(max_length=12)
    indexwaarde = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier_id", "indexwaarde"], name="herkenning_kenmerk_uniek"),
            models.CheckConstraint(
                condition=models.Q(soort__in=list(SOORTEN)), name="herkenning_kenmerk_soort"
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisatie_id", "compartiment", "indexwaarde"], name="herkenning_kenmerk_zoek"
            )
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = (
            "blinde index van telefoon, mail, kenteken, rekening, KvK, webadres of adres; nooit de waarde"
        )
        bewaarregel = "met het dossier"
        plaintext: ClassVar = {
            "soort": "soort kenmerk, niet de waarde",
            "indexwaarde": "blinde index met sleutel, niet terug te lezen",
        }


class Vrijgave(DossierRow):
    """The outcome of privacycheck 1 as the ground floor knows it: which kinds may be asked, until when.

    Written by the wing, by the privacyfunctionaris in person (`door`), never by the person who weighs (`weger`):
    a trigger in the database holds both. It cannot be changed, and is removed only with its
    destroyed dossier; it ends by itself (`tot`).
    """

    soorten = ArrayField(models.CharField(max_length=12))
    doel = models.CharField(max_length=60)
    weger = models.UUIDField()
    door = models.UUIDField()
    op = models.DateTimeField()
    tot = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(door=models.F("weger")), name="herkenning_vrijgave_twee_mensen"
            ),
            models.CheckConstraint(
                condition=models.Q(tot__gt=models.F("op")), name="herkenning_vrijgave_periode"
            ),
            models.CheckConstraint(
                condition=models.Q(soorten__contained_by=list(SOORTEN)) & models.Q(soorten__len__gt=0),
                name="herkenning_vrijgave_soorten",
            ),
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "dat een medewerker een vraag over een dossier goedkeurde; geen inhoud"
        bewaarregel = "met het dossier"
        plaintext: ClassVar = {"doel": "code uit de catalogus", "soorten": "soorten kenmerken, geen waarden"}
