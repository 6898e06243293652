"""What can be recognised (never the value itself) and the release that a question needs."""

import uuid
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

    `regio`: also of other municipalities. Written by the wing, by the privacyfunctionaris in person (`door`), never by
    the person who weighs (`weger`): a trigger in the database holds both. It cannot be changed, and is removed only
    with its destroyed dossier; it ends by itself (`tot`).
    """

    soorten = ArrayField(models.CharField(max_length=12))
    regio = models.BooleanField(default=False)
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


class Regioafspraak(models.Model):
    """What one municipality recorded before its index may be used in the region: the legal ground, the arrangement
    between the municipalities (art. 26 AVG) and the DPIA (art. 35 AVG), as references to documents kept elsewhere.

    Never changed: a new one takes its place, and it can be withdrawn at once. A trigger lets only an appointed
    privacyfunctionaris of the municipality do either, in person.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie_id = models.CharField(max_length=24, editable=False)
    grondslag = models.CharField(max_length=40)
    regeling = models.CharField(max_length=120)
    dpia = models.CharField(max_length=120)
    vastgesteld_op = models.DateField()
    geldig_tot = models.DateField()
    door = models.UUIDField()
    op = models.DateTimeField()
    ingetrokken_op = models.DateTimeField(null=True)
    ingetrokken_door = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisatie_id"],
                condition=models.Q(ingetrokken_op__isnull=True),
                name="herkenning_regioafspraak_een_tegelijk",
            ),
            models.CheckConstraint(
                condition=models.Q(geldig_tot__gte=models.F("vastgesteld_op"))
                & ~models.Q(grondslag="")
                & ~models.Q(regeling="")
                & ~models.Q(dpia=""),
                name="herkenning_regioafspraak_volledig",
            ),
            models.CheckConstraint(
                condition=models.Q(ingetrokken_op__isnull=True, ingetrokken_door__isnull=True)
                | models.Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False),
                name="herkenning_regioafspraak_intrekking",
            ),
        ]

    class Privacy:
        gegevens = "geen inhoud; kenmerken van documenten, en welke medewerker ze vastlegde"
        bewaarregel = "zolang de organisatie meedoet"


class Regiokenmerk(DossierRow):
    """One identifier of a dossier as the region's blind index, made with the region's own key.

    Exists only under a running `Regioafspraak` (a policy refuses any other) and only for dossiers whose privacycheck 1
    let this kind go to the region. Like `Kenmerk` it can be written and removed, and never read, by the application.
    """

    afspraak_id = models.UUIDField()
    soort = models.CharField(max_length=12)
    indexwaarde = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier_id", "indexwaarde"], name="herkenning_regiokenmerk_uniek"
            ),
            models.CheckConstraint(
                condition=models.Q(soort__in=list(SOORTEN)), name="herkenning_regiokenmerk_soort"
            ),
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "blinde index voor de regio, met een eigen sleutel; nooit de waarde"
        bewaarregel = "met het dossier"
        plaintext: ClassVar = {
            "soort": "soort kenmerk, niet de waarde",
            "indexwaarde": "blinde index met sleutel, niet terug te lezen",
        }
        verwijzingen: ClassVar = {
            "afspraak_id": "de afspraak waaronder het kenmerk werd gemaakt; geen dossier"
        }


class Regiogrens(models.Model):
    """In how many dossiers of others a value may lie before it is common. One row; the owner of the database writes
    it from the settings: whoever asks cannot turn it, which would make a count of it."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    aantal = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(id=1) & models.Q(aantal__gte=5), name="herkenning_regiogrens_een_rij"
            )
        ]

    class Privacy:
        gegevens = "geen; een getal"
        bewaarregel = "zolang de organisatie meedoet"
