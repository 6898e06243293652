"""What was released: one row with ground, purpose, necessity and end, and a row for each released field.

Every verstrekking has a dossier of its own, with its own key: the copy can be closed and destroyed without
touching the source. Once offered, what was released cannot be changed (the application has no right to).
"""

from typing import ClassVar

from django.db import models

from doorzicht.ground.lib.rows import DossierRow
from doorzicht.ground.vault.fields import VersleuteldVeld
from doorzicht.ground.verstrekking.kaders import KADERS, WINGS
from doorzicht.ground.verstrekking.workflow import STANDEN, STATUSSEN

MINDERJARIG = ("ja", "nee", "onbekend")


class Verstrekking(DossierRow):
    """From whom, to whom, why, until when. Its id is the id of its dossier.

    The source lies in the same compartment, or the copy in `hulp`. `bevestigen_voor` is the last day on which the
    receiver should have said that what they held is destroyed; empty while nothing ended. `herinnerd_op` is the day
    of the last mail about what comes next: the end, and after it the confirmation.
    """

    nummer = models.CharField(max_length=16)
    bron_dossier_id = models.UUIDField(editable=False)
    bron_compartiment = models.CharField(max_length=12, editable=False)
    van_wing = models.CharField(max_length=12)
    aan_organisatie_id = models.CharField(max_length=24)
    aan_wing = models.CharField(max_length=12)
    kader = models.CharField(max_length=12)
    grondslag = models.CharField(max_length=40)
    taak = models.CharField(max_length=40, blank=True)
    doel = VersleuteldVeld()
    noodzaak = VersleuteldVeld()
    label = VersleuteldVeld()
    niet_vrijgegeven = VersleuteldVeld()
    slachtoffer = models.BooleanField()
    minderjarig = models.CharField(max_length=8)
    status = models.CharField(max_length=12, default="aangeboden")
    aangeboden_door = models.UUIDField()
    aangeboden_op = models.DateTimeField()
    privacycheck_door = models.UUIDField(null=True)
    beslist_door = models.UUIDField(null=True)
    beslist_op = models.DateTimeField(null=True)
    beeindigd_door = models.UUIDField(null=True)
    beeindigd_op = models.DateTimeField(null=True)
    reden = VersleuteldVeld()
    vervalt_op = models.DateTimeField()
    bevestigen_voor = models.DateField(null=True)
    bevestigd_door = models.UUIDField(null=True)
    bevestigd_op = models.DateTimeField(null=True)
    herinnerd_op = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisatie_id", "nummer"], name="verstrekking_nummer"),
            models.CheckConstraint(
                condition=models.Q(id=models.F("dossier_id")), name="verstrekking_is_dossier"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=list(STATUSSEN))
                & models.Q(kader__in=list(KADERS))
                & models.Q(van_wing__in=list(WINGS))
                & models.Q(aan_wing__in=list(WINGS))
                & models.Q(minderjarig__in=list(MINDERJARIG)),
                name="verstrekking_bekende_codes",
            ),
            models.CheckConstraint(
                condition=~models.Q(grondslag="")
                & models.Q(doel__isnull=False, noodzaak__isnull=False, label__isnull=False),
                name="verstrekking_grond_doel_noodzaak",
            ),
            models.CheckConstraint(
                condition=models.Q(vervalt_op__gt=models.F("aangeboden_op")), name="verstrekking_houdt_op"
            ),
            models.CheckConstraint(
                condition=models.Q(privacycheck_door__isnull=True)
                | ~models.Q(privacycheck_door=models.F("aangeboden_door")),
                name="verstrekking_check_door_een_ander",
            ),
            models.CheckConstraint(
                condition=models.Q(compartiment=models.F("bron_compartiment"))
                | models.Q(compartiment="hulp", bron_compartiment="algemeen"),
                name="verstrekking_zegel_blijft",
            ),
            models.CheckConstraint(
                condition=models.Q(bevestigd_op__isnull=True, bevestigd_door__isnull=True)
                | models.Q(
                    bevestigd_op__isnull=False, bevestigd_door__isnull=False, bevestigen_voor__isnull=False
                ),
                name="verstrekking_bevestigd_door_iemand",
            ),
        ]
        indexes = [
            models.Index(
                fields=["aan_organisatie_id", "aan_wing", "vervalt_op"],
                condition=models.Q(status__in=["aangeboden", "aangenomen"]),
                name="verstrekking_aan",
            ),
            models.Index(fields=["bron_dossier_id"], name="verstrekking_bron"),
            models.Index(
                fields=["organisatie_id", "vervalt_op"],
                condition=models.Q(status__in=["aangeboden", "aangenomen"]),
                name="verstrekking_loopt",
            ),
            models.Index(fields=["organisatie_id", "-aangeboden_op"], name="verstrekking_register"),
            models.Index(fields=["aan_organisatie_id", "-aangeboden_op"], name="verstrekking_ontvangen"),
            models.Index(
                fields=["organisatie_id", "bevestigen_voor"],
                condition=models.Q(bevestigen_voor__isnull=False, bevestigd_op__isnull=True),
                name="verstrekking_te_bevestigen",
            ),
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "welke velden over iemand aan wie zijn gegeven, met doel en noodzaak (versleuteld)"
        bewaarregel = "verstrekking"
        plaintext: ClassVar = {
            "nummer": "willekeurig nummer, zegt niets over een mens",
            "bron_compartiment": "compartiment van de bron",
            "van_wing": "deel van de organisatie dat gaf",
            "aan_organisatie_id": "openbare code van de ontvangende organisatie",
            "aan_wing": "deel van de organisatie dat kreeg",
            "kader": "code van het kader",
            "grondslag": "code van de wettelijke grondslag",
            "taak": "code van de gemeentelijke taak",
            "minderjarig": "vlag zonder naam: opent eerst de weg naar hulp",
            "status": "stand van de verstrekking",
        }


class VrijgegevenVeld(DossierRow):
    """One released field: what it is, what it holds and why the receiver needs it. Its dossier is its verstrekking.

    `inhoud` is emptied when the verstrekking ends (the database lets it be emptied, never rewritten); that the
    field was released stays in the ledger until the dossier is destroyed.
    """

    code = models.CharField(max_length=40)
    volgnummer = models.PositiveSmallIntegerField()
    label = VersleuteldVeld()
    inhoud = VersleuteldVeld()
    waarom = VersleuteldVeld()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier_id", "volgnummer"], name="verstrekking_veld_volgorde"),
            models.CheckConstraint(
                condition=models.Q(label__isnull=False, waarom__isnull=False),
                name="verstrekking_veld_compleet",
            ),
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "de vrijgegeven inhoud van een veld en waarom die nodig is (versleuteld)"
        bewaarregel = "verstrekking"
        plaintext: ClassVar = {"code": "welk veld is vrijgegeven; nooit wat erin staat"}


class Voortgang(DossierRow):
    """What the receiver says back to the giver: where it stands, and what may be told. Only ever added."""

    stand = models.CharField(max_length=14)
    tekst = VersleuteldVeld()
    door = models.UUIDField()
    op = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stand__in=list(STANDEN)), name="verstrekking_voortgang_stand"
            )
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "hoe ver de ontvanger is en wat er verteld mag worden (versleuteld)"
        bewaarregel = "verstrekking"
        plaintext: ClassVar = {"stand": "hoe ver de ontvanger is"}
