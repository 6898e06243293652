"""The weighing of a melding, its checks, and what was proposed for the overleg.

A recorded weighing does not change: the database refuses it (`sql/weging.sql`). What comes later is a supplement,
a second person's answer, or a new weighing.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from doorzicht.ground.lib.rows import DossierRow
from doorzicht.ground.vault.fields import VersleuteldVeld

VASTGELEGD = models.Q(concept=False)


class Weging(DossierRow):
    """One weighing: the gates, the outcome and the reason of a human. While `concept` it can be taken up again.

    `waarnemingen` are the observations that lay on the table, so that an old weighing shows what it was about.
    """

    volgnummer = models.PositiveSmallIntegerField()
    concept = models.BooleanField(default=True)
    catalogusversie = models.CharField(max_length=40)
    waarnemingen = ArrayField(models.UUIDField(), default=list)
    taak = models.CharField(max_length=40, blank=True)
    gebied = models.CharField(max_length=8, blank=True)
    concreet = models.BooleanField(null=True)
    concreet_uitleg = VersleuteldVeld()
    recent = models.BooleanField(null=True)
    recent_uitleg = VersleuteldVeld()
    uitkomst = models.CharField(max_length=16, blank=True)
    reden = VersleuteldVeld()
    overdracht_aan = VersleuteldVeld()
    overdracht_op = models.DateField(null=True)
    overdracht_hoe = VersleuteldVeld()
    bronnen = ArrayField(models.CharField(max_length=40), default=list)
    vraag = VersleuteldVeld()
    door = models.UUIDField()
    op = models.DateTimeField()
    tweede_nodig = models.BooleanField(default=False)
    tweede_akkoord = models.BooleanField(null=True)
    tweede_door = models.UUIDField(null=True)
    tweede_op = models.DateTimeField(null=True)
    tweede_reden = VersleuteldVeld()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier_id", "volgnummer"], name="signaleren_weging_volgnummer"),
            models.UniqueConstraint(
                fields=["dossier_id"], condition=models.Q(concept=True), name="signaleren_weging_een_concept"
            ),
            models.CheckConstraint(
                condition=models.Q(concept=True) | (~models.Q(uitkomst="") & models.Q(reden__isnull=False)),
                name="signaleren_weging_met_reden",
            ),
            models.CheckConstraint(
                condition=models.Q(concept=True)
                | ~models.Q(uitkomst="vervolganalyse")
                | (~models.Q(taak__in=["", "geen-taak"]) & models.Q(gebied="ja")),
                name="signaleren_weging_taak_en_gebied",
            ),
            models.CheckConstraint(
                condition=models.Q(concept=True)
                | models.Q(uitkomst="niets")
                | models.Q(concreet__isnull=False, recent__isnull=False),
                name="signaleren_weging_poorten",
            ),
            models.CheckConstraint(
                condition=models.Q(tweede_door__isnull=True) | ~models.Q(tweede_door=models.F("door")),
                name="signaleren_weging_tweede_is_een_ander",
            ),
        ]
        indexes = [
            models.Index(fields=["dossier_id", "volgnummer"], name="signaleren_weging_dossier"),
            models.Index(
                fields=["door"],
                condition=models.Q(tweede_nodig=True, tweede_door__isnull=True),
                name="signaleren_weging_wacht_tweede",
            ),
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "wat een mens over een melding besloot en waarom (redenen en uitleg versleuteld)"
        bewaarregel = "weging"
        plaintext: ClassVar = {
            "catalogusversie": "versie van de catalogus",
            "taak": "code van de gemeentelijke taak",
            "gebied": "binnen of buiten de gemeente",
            "uitkomst": "code van de catalogus; stap in de werkstroom",
            "bronnen": "codes van gevraagde bronnen, nooit wat erin staat",
        }


class Aanvulling(DossierRow):
    """Something added to a recorded weighing. Only ever added."""

    weging_id = models.UUIDField()
    tekst = VersleuteldVeld()
    door = models.UUIDField()
    op = models.DateTimeField()

    class Privacy(DossierRow.Privacy):
        gegevens = "wat later aan een weging is toegevoegd (versleuteld)"
        bewaarregel = "weging"


class Privacycheck(DossierRow):
    """A question to the privacyfunctionaris: check 1 (which sources) or 2A (which fields to the overleg).

    `gericht_aan` is whose turn it was; done by another holder or a deputy it says `als_vervanger`.
    """

    soort = models.CharField(max_length=2)
    weging_id = models.UUIDField()
    gevraagd_door = models.UUIDField()
    gevraagd_op = models.DateTimeField()
    gericht_aan = models.UUIDField(null=True)
    uiterlijk = models.DateField()
    vraag = VersleuteldVeld()
    bronnen = ArrayField(models.CharField(max_length=40), default=list)
    vrijgegeven = ArrayField(models.CharField(max_length=40), default=list)
    besluit = models.CharField(max_length=16, blank=True)
    reden = VersleuteldVeld()
    tegenvoorstel = VersleuteldVeld()
    door = models.UUIDField(null=True)
    op = models.DateTimeField(null=True)
    als_vervanger = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(soort__in=["1", "2A"])
                & models.Q(besluit__in=["", "akkoord", "afgewezen", "tegenvoorstel"]),
                name="signaleren_privacycheck_codes",
            ),
            models.UniqueConstraint(
                fields=["dossier_id", "soort"],
                condition=models.Q(besluit=""),
                name="signaleren_privacycheck_een_open",
            ),
            models.CheckConstraint(
                condition=models.Q(besluit="")
                | models.Q(door__isnull=False, op__isnull=False, reden__isnull=False),
                name="signaleren_privacycheck_besluit_met_reden",
            ),
            models.CheckConstraint(
                condition=models.Q(door__isnull=True) | ~models.Q(door=models.F("gevraagd_door")),
                name="signaleren_privacycheck_door_een_ander",
            ),
            models.CheckConstraint(
                condition=models.Q(vrijgegeven=[]) | models.Q(besluit="akkoord"),
                name="signaleren_privacycheck_vrij_na_akkoord",
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisatie_id", "uiterlijk"],
                condition=models.Q(besluit=""),
                name="signaleren_privacycheck_open",
            )
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "wat over een melding aan de privacyfunctionaris is gevraagd en het besluit (versleuteld)"
        bewaarregel = "weging"
        plaintext: ClassVar = {
            "soort": "welke check",
            "bronnen": "codes van gevraagde bronnen, nooit wat erin staat",
            "vrijgegeven": "codes van vrijgegeven bronnen",
            "besluit": "code van het besluit",
        }


class Herkenvraag(DossierRow):
    """The question "seen before?" was asked once: what came back per kind, yes or no. Never a count.

    `bereik`: of the own municipality, or of the region; then also which municipality and whom to call.
    """

    privacycheck_id = models.UUIDField()
    bereik = models.CharField(max_length=8, default="gemeente")
    antwoord = VersleuteldVeld()
    door = models.UUIDField()
    op = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(bereik__in=["gemeente", "regio"]), name="signaleren_herkenvraag_bereik"
            )
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "of een soort gegeven eerder is gezien, ja of nee (versleuteld)"
        bewaarregel = "weging"
        plaintext: ClassVar = {"bereik": "of de eigen gemeente of de regio is gevraagd"}


class Voordracht(DossierRow):
    """What was proposed for the overleg at privacycheck 2A: ground, task, purpose, necessity and end."""

    privacycheck_id = models.UUIDField()
    label = VersleuteldVeld()
    grondslag = models.CharField(max_length=40)
    taak = models.CharField(max_length=40)
    doel = VersleuteldVeld()
    noodzaak = VersleuteldVeld()
    andere_grond = VersleuteldVeld()
    vervalt_op = models.DateTimeField()
    slachtoffer = models.BooleanField()
    minderjarig = models.CharField(max_length=8)
    niet_gekozen = VersleuteldVeld()
    verstrekking_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["privacycheck_id"], name="signaleren_voordracht_een_per_check")
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "waarom iets naar het overleg zou mogen: doel en noodzaak (versleuteld)"
        bewaarregel = "weging"
        plaintext: ClassVar = {
            "grondslag": "code van de wettelijke grondslag",
            "taak": "code van de gemeentelijke taak",
            "minderjarig": "vlag zonder naam: opent eerst de weg naar hulp",
        }
        verwijzingen: ClassVar = {
            "verstrekking_id": "de kopie staat in een eigen dossier van de grond, met een eigen sleutel en einde"
        }


class VoordrachtVeld(DossierRow):
    """One proposed field: what it is, what it holds, why the overleg needs it, and what the check said of it."""

    voordracht_id = models.UUIDField()
    volgnummer = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=40)
    label = VersleuteldVeld()
    inhoud = VersleuteldVeld()
    waarom = VersleuteldVeld()
    vrijgegeven = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["voordracht_id", "volgnummer"], name="signaleren_voordracht_volgorde"
            )
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "een veld dat naar het overleg zou mogen, en waarom (versleuteld)"
        bewaarregel = "weging"
        plaintext: ClassVar = {"code": "welk veld; nooit wat erin staat"}
