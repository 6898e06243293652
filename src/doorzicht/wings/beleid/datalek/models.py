"""The register of breaches: what happened, what was decided and why. Each breach is a dossier with its own key."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from doorzicht.ground.lib.rows import DossierRow
from doorzicht.ground.vault.fields import VersleuteldVeld
from doorzicht.wings.beleid.datalek.workflow import AARD, GAANDE, STATUSSEN, UITZONDERINGEN


class Datalek(DossierRow):
    """A (suspected) breach in one municipality. Its id is the id of its dossier.

    What was reported does not change (the application has no right to); `klok_vanaf` is the moment from which the 72
    hours run: that of the discovery, unless the FG recorded another one with the reason (`Datalekklok`). `versie`
    counts how often the facts were kept, so that two who write at once do not undo each other.
    """

    nummer = models.CharField(max_length=16)
    status = models.CharField(max_length=12, default="gemeld")
    ontdekt_op = models.DateTimeField()
    gemeld_op = models.DateTimeField()
    gemeld_door = models.UUIDField()
    inzending = models.UUIDField()
    gaande = models.CharField(max_length=8)
    omschrijving = VersleuteldVeld()
    klok_vanaf = models.DateTimeField()
    versie = models.PositiveSmallIntegerField(default=0)
    aard = ArrayField(models.CharField(max_length=20), default=list)
    feiten = VersleuteldVeld()
    betreft_wie = VersleuteldVeld()
    betreft_wat = VersleuteldVeld()
    gevolgen = VersleuteldVeld()
    maatregelen = VersleuteldVeld()
    ap_gemeld_op = models.DateTimeField(null=True)
    ap_kenmerk = VersleuteldVeld()
    ap_laat_reden = VersleuteldVeld()
    ingelicht_op = models.DateTimeField(null=True)
    ingelicht_hoe = VersleuteldVeld()
    afgesloten_op = models.DateTimeField(null=True)
    afgesloten_door = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["organisatie_id", "-gemeld_op"], name="beleid_datalek_nieuwste")]
        constraints = [
            models.UniqueConstraint(fields=["organisatie_id", "nummer"], name="beleid_datalek_nummer"),
            models.UniqueConstraint(fields=["gemeld_door", "inzending"], name="beleid_datalek_een_keer"),
            models.CheckConstraint(
                condition=models.Q(id=models.F("dossier_id")), name="beleid_datalek_is_dossier"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=list(STATUSSEN))
                & models.Q(gaande__in=list(GAANDE))
                & models.Q(aard__contained_by=list(AARD)),
                name="beleid_datalek_codes",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="afgesloten")
                | models.Q(afgesloten_op__isnull=False, afgesloten_door__isnull=False, feiten__isnull=False,
                           gevolgen__isnull=False, maatregelen__isnull=False),
                name="beleid_datalek_dicht_met_feiten",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="gemeld_ap") | models.Q(ap_gemeld_op__isnull=False),
                name="beleid_datalek_ap_met_moment",
            ),
        ]  # fmt: skip

    class Privacy(DossierRow.Privacy):
        gegevens = "wat er misging met welke gegevens van wie (versleuteld), en welke medewerker het meldde"
        bewaarregel = "datalek"
        plaintext: ClassVar = {
            "nummer": "willekeurig nummer, zonder volgorde",
            "status": "stap in de werkstroom",
            "gaande": "of het nog bezig is: ja, nee, onbekend",
            "aard": "codes voor het soort inbreuk",
        }


class Datalekbesluit(DossierRow):
    """A decision: must the AP know, must the people know, and why. Never changed; the newest one holds.

    Not telling somebody is decided by the FG in person: a trigger in the database holds that.
    """

    datalek_id = models.UUIDField()
    ap = models.BooleanField()
    ap_reden = VersleuteldVeld()
    betrokkenen = models.BooleanField()
    betrokkenen_reden = VersleuteldVeld()
    uitzondering = models.CharField(max_length=20, blank=True)
    door = models.UUIDField()
    op = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["datalek_id", "op"], name="beleid_datalekbesluit_volgorde")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ap_reden__isnull=False, betrokkenen_reden__isnull=False),
                name="beleid_datalekbesluit_met_reden",
            ),
            models.CheckConstraint(
                condition=models.Q(betrokkenen=False) | models.Q(ap=True),
                name="beleid_datalekbesluit_hoog_risico_is_risico",
            ),
            models.CheckConstraint(
                condition=models.Q(betrokkenen=True, uitzondering="")
                | models.Q(betrokkenen=False, uitzondering__in=list(UITZONDERINGEN)),
                name="beleid_datalekbesluit_uitzondering",
            ),
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "waarom een datalek wel of niet is gemeld (versleuteld), en wie dat besloot"
        bewaarregel = "datalek"
        plaintext: ClassVar = {"uitzondering": "code van art. 34 AVG"}


class Datalekklok(DossierRow):
    """The FG recorded from which other moment the 72 hours run, and why. Never changed; the newest one holds."""

    datalek_id = models.UUIDField()
    vanaf = models.DateTimeField()
    reden = VersleuteldVeld()
    door = models.UUIDField()
    op = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["datalek_id", "op"], name="beleid_datalekklok_volgorde")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reden__isnull=False), name="beleid_datalekklok_met_reden"
            )
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "vanaf welk ander moment de 72 uur lopen en waarom (versleuteld), en wie dat vastlegde"
        bewaarregel = "datalek"
